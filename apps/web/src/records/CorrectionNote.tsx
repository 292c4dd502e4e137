/** Owns what a correction asks and tells beside its button: why, that nothing was changed, that somebody was faster. */
import { ReloadOutlined } from '@ant-design/icons';
import type { UseMutationResult } from '@tanstack/react-query';
import type { Submission } from '@yimen/contracts';
import { Button } from 'antd';
import { ReasonDialog } from '../form/ReasonDialog';
import { SendFailure } from '../form/SendFailure';
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';

/** What came of pressing the button: the question why, or that there is nothing to store. */
export type Asked = 'why' | 'nothing' | undefined;

export interface CorrectionNoteProps {
  readonly asked: Asked;
  /** How many answers were changed. */
  readonly changed: number;
  readonly store: UseMutationResult<Submission, Error, string>;
  readonly reload: UseMutationResult<Submission, Error, void>;
  readonly onDone: () => void;
}

export function CorrectionNote({ asked, changed, store, reload, onDone }: CorrectionNoteProps) {
  const { t } = useLanguage();
  const stale = store.error instanceof ProblemError && store.error.status === 412;
  return (
    <>
      {asked === 'nothing' && (
        <p className="note note-bad" role="alert">
          {t('correction.nothing')}
        </p>
      )}
      {stale && <Stale reload={reload} />}
      {!stale && <SendFailure error={store.error ?? reload.error} />}
      {reload.isSuccess && store.isIdle && (
        <p className="note note-good" role="status">
          {t('correction.reloaded')}
        </p>
      )}
      <ReasonDialog
        open={asked === 'why'}
        title={t('correction.why.title')}
        lead={t('correction.why.lead', { count: changed })}
        common={(['mistyped', 'papers', 'told'] as const).map((each) => t(`correction.why.${each}`))}
        action={t('correction.save')}
        pending={store.isPending}
        onReason={(reason) => store.mutate(reason, { onSettled: onDone })}
        onCancel={onDone}
      />
    </>
  );
}

/** Somebody stored the record meanwhile: what was typed stays, the rest is fetched anew. */
function Stale({ reload }: Pick<CorrectionNoteProps, 'reload'>) {
  const { t } = useLanguage();
  return (
    <div className="note note-bad stale" role="alert">
      <p>{t('correction.stale')}</p>
      <Button icon={<ReloadOutlined />} loading={reload.isPending} onClick={() => reload.mutate()}>
        {t('correction.reload')}
      </Button>
    </div>
  );
}
