/** Owns correcting a stored record: what it held, what was changed, why, and what happens when somebody was faster. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EditionDetail, Submission } from '@yimen/contracts';
import { useMemo, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { type Answers, differing, rebased, sendable } from '../form/answers';
import type { Filing } from '../form/filing';
import { LEAVING_STORED } from '../form/LeaveGuard';
import { masksIn } from '../form/masks';
import { useLanguage } from '../language';
import { correctSubmission, submissionQuery } from '../server/queries';
import { type Asked, CorrectionNote } from './CorrectionNote';

export function useCorrection(record: Submission, edition: EditionDetail): Filing {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [base, setBase] = useState(record);
  const held = base.facts as Answers;
  const { since } = (useLocation().state ?? {}) as { readonly since?: Answers };
  const [answers, setAnswers] = useState(() => (since ? { ...held, ...since } : held));
  const [asked, setAsked] = useState<Asked>();
  const masks = useMemo(() => masksIn(base.facts as Answers, edition.questions), [base, edition]);
  const changed = differing(held, answers);
  const store = useStoreCorrection(base, answers);
  // What I changed stays; all the rest is what the record holds now.
  const reload = useMutation({
    mutationFn: () => client.fetchQuery({ ...submissionQuery(base.id, 'zh'), staleTime: 0 }),
    onSuccess: (newest) => {
      setAnswers(rebased(held, answers, newest.facts as Answers));
      setBase(newest);
      store.reset();
    },
  });
  return {
    answers,
    area: record.area ?? undefined,
    change: (form, given) => {
      setAsked(undefined);
      setAnswers((before) => ({ ...before, [form]: given }));
    },
    masks,
    unsaved: changed.length > 0,
    title: (of) => t('correction.title', { title: of }),
    action: t('correction.save'),
    head: (
      <>
        <Link to={`/records/${record.id}`}>{t('correction.back')}</Link>
        {since && <p className="note note-warn correction-since">{t('correction.since')}</p>}
      </>
    ),
    told: (
      <CorrectionNote
        asked={asked}
        changed={changed.length}
        store={store}
        reload={reload}
        onDone={() => setAsked(undefined)}
      />
    ),
    send: () => setAsked(changed.length > 0 ? 'why' : 'nothing'),
    sending: store.isPending,
  };
}

/** Stores the answers for a reason, then shows the record as it now is. */
function useStoreCorrection({ id, version }: Submission, answers: Answers) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (reason: string) => correctSubmission(id, version, { facts: sendable(answers), reason }),
    onSuccess: async () => {
      void client.invalidateQueries({ queryKey: ['submissions'] });
      await client.invalidateQueries({ queryKey: ['submission', id] });
      navigate(`/records/${id}`, { state: { [LEAVING_STORED]: true } });
    },
  });
}
