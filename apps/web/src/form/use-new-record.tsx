/** Owns filling in a new record: from nothing, in an area, stored once however often it is sent. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EditionDetail } from '@yimen/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { onlyOf, useAreasFor } from '../identity/session';
import { useLanguage } from '../language';
import { storeSubmission } from '../server/queries';
import { AreaChoice } from './AreaChoice';
import { type Answers, sendable } from './answers';
import type { Filing } from './filing';
import { LEAVING_STORED } from './LeaveGuard';
import { newKey } from './new-key';
import { SendFailure } from './SendFailure';

const kinds = {
  desk: { permission: 'take-matters', action: 'window.send' },
  standard: { permission: 'fill-sheets', action: 'sheet.save' },
} as const;

export function useNewRecord(edition: EditionDetail): Filing {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [answers, setAnswers] = useState<Answers>({});
  const [area, setArea] = useState<string>();
  const [key] = useState(newKey);
  const { permission, action } = kinds[edition.kind];
  const areas = useAreasFor(permission);
  const store = useMutation({
    mutationFn: () =>
      storeSubmission({ edition: edition.id, facts: sendable(answers), ...(area ? { area } : {}) }, key),
    onSuccess: (stored) => {
      void client.invalidateQueries({ queryKey: ['submissions'] });
      navigate(`/records/${stored.id}`, { state: LEAVING_STORED });
    },
  });
  return {
    answers,
    area: area ?? onlyOf(areas),
    change: (form, given) => setAnswers((before) => ({ ...before, [form]: given })),
    masks: {},
    unsaved: Object.values(sendable(answers)).some((form) => Object.keys(form).length > 0),
    title: (of) => of,
    action: t(action),
    head: <AreaChoice areas={areas} value={area} onChange={setArea} />,
    told: <SendFailure error={store.error} />,
    send: () => store.mutate(),
    sending: store.isPending,
  };
}
