/** Owns what can be done with a draft as a whole, by whom, and why not where it cannot. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAccount, useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { actOnDraft, decideOnDraft, gateQuery, returnDraft } from '../draft/drafts';
import { Refused } from '../proof/Refused';
import { AskSure } from './AskSure';
import { useMissing } from './Readiness';
import { ReturnDialog } from './ReturnDialog';
import { hindranceOf, isReady } from './standing';

export function Decisions() {
  const { draft } = useDraft();
  const may = useMay();
  return (
    <div className="decisions">
      {draft.state === 'draft' && may('edit-editions') && <Sending />}
      {draft.state === 'in-review' && may('review-editions') && <Reviewing />}
      {draft.state === 'in-review' && may('edit-editions') && <TakingBack />}
    </div>
  );
}

/** Something done to the draft; whatever comes of it, the page shows how it stands then. */
function useAct<T = void>(act: (input: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['studio'] }),
  });
}

function Sending() {
  const { t } = useLanguage();
  const { draft, version, flush, saving, proving, unproven } = useDraft();
  const missing = useMissing();
  const ready = isReady(missing) && !unproven && !draft.newer?.needed;
  const send = useAct(async () => {
    if (!(await flush())) throw new Error('not stored');
    await decideOnDraft(draft.id, version, 'submission');
  });
  return (
    <>
      <div className="actions">
        <Button
          type="primary"
          disabled={!ready || proving || saving !== 'saved'}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {t('review.send')}
        </Button>
        <Discarding />
      </div>
      <p className="quiet">{t(ready ? 'review.sendHelp' : 'review.sendBlocked')}</p>
      <Refused error={send.error} />
    </>
  );
}

function Discarding() {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const discard = useMutation({
    mutationFn: () => actOnDraft(draft.id, 'discard'),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['studio', 'editions'] });
      navigate('/studio');
    },
  });
  return (
    <>
      <Button danger onClick={() => setAsked(true)}>
        {t('review.discard')}
      </Button>
      <AskSure
        open={asked}
        title={t('review.discardTitle')}
        text={t('review.discardHelp')}
        action={t('review.discard')}
        pending={discard.isPending}
        error={discard.error}
        onSure={() => discard.mutate()}
        onCancel={() => setAsked(false)}
      />
    </>
  );
}

function TakingBack() {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const recall = useAct(() => actOnDraft(draft.id, 'recall'));
  return (
    <>
      <div className="actions">
        <Button loading={recall.isPending} onClick={() => recall.mutate()}>
          {t('review.recall')}
        </Button>
      </div>
      <p className="quiet">{t('review.recallHelp')}</p>
      <Refused error={recall.error} />
    </>
  );
}

function Reviewing() {
  const { t } = useLanguage();
  const { draft, version } = useDraft();
  const account = useAccount();
  const gate = useQuery(gateQuery(draft.id)).data;
  const [asked, setAsked] = useState<'return' | 'approve'>();
  const hindrance = hindranceOf(draft, version, { name: account?.name, reviewer: true }, gate);
  const approve = useAct(() => decideOnDraft(draft.id, version, 'approval'));
  const back = useAct((note: string) => returnDraft(draft.id, note));
  const own = hindrance === 'own-draft';
  return (
    <>
      <div className="actions">
        <Button
          type="primary"
          disabled={hindrance !== undefined}
          onClick={() => {
            approve.reset();
            setAsked('approve');
          }}
        >
          {t('review.approve')}
        </Button>
        <Button disabled={own} onClick={() => setAsked('return')}>
          {t('review.return')}
        </Button>
      </div>
      <p className={hindrance ? 'note note-warn' : 'quiet'}>
        {hindrance ? t(`review.hindrance.${hindrance}`) : t('review.approveHelp')}
      </p>
      <Refused error={approve.error} />
      <AskSure
        open={asked === 'approve' && !approve.isError}
        title={t('review.approveTitle')}
        text={t('review.approveText')}
        action={t('review.approve')}
        pending={approve.isPending}
        onSure={() => approve.mutate()}
        onCancel={() => setAsked(undefined)}
      />
      <ReturnDialog
        open={asked === 'return'}
        pending={back.isPending}
        error={back.error}
        onReturn={(note) => back.mutate(note)}
        onCancel={() => setAsked(undefined)}
      />
    </>
  );
}
