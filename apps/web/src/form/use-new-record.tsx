/** Owns filling in a new record: from nothing, in an area, stored once however often it is sent. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sameJson } from '@yimen/config';
import type { EditionDetail } from '@yimen/contracts';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { onlyOf, useAreasFor } from '../identity/session';
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';
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

/** What was sent and may be stored, for all this page knows. */
type Sent = Parameters<typeof storeSubmission>[0];

/** Whether the server said that it stored nothing; who is signed in is asked before. */
const isRefused = (error: unknown): boolean =>
  error instanceof ProblemError && error.status >= 400 && error.status < 500 && error.status !== 401;

export function useNewRecord(edition: EditionDetail): Filing {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [answers, setAnswers] = useState<Answers>({});
  const [area, setArea] = useState<string>();
  const [key] = useState(newKey);
  const unsure = useRef<Sent>(undefined);
  const { permission, action } = kinds[edition.kind];
  const areas = useAreasFor(permission);
  const store = useMutation({
    // What may have been stored without an answer goes out again first: under its key there is one record.
    mutationFn: async () => {
      const now: Sent = { edition: edition.id, facts: sendable(answers), ...(area ? { area } : {}) };
      const sent = unsure.current ?? now;
      try {
        const stored = await storeSubmission(sent, key);
        return { id: stored.id, since: sameJson(sent.facts, now.facts) ? undefined : now.facts };
      } catch (error) {
        unsure.current = isRefused(error) ? undefined : sent;
        throw error;
      }
    },
    onSuccess: ({ id, since }) => {
      void client.invalidateQueries({ queryKey: ['submissions'] });
      if (since) navigate(`/records/${id}/correction`, { state: { [LEAVING_STORED]: true, since } });
      else navigate(`/records/${id}`, { state: { [LEAVING_STORED]: true } });
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
