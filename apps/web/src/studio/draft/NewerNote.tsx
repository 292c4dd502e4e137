/** Owns telling that a newer version overtook the draft, and taking it in where somebody may. */
import type { NewerVersion } from '@yimen/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { Refused } from '../proof/Refused';
import { useSteps } from '../steps/use-steps';
import { useDraft } from './draft-context';
import { MeetingDialog } from './MeetingDialog';
import type { TakingIn } from './use-taking-in';

export interface NewerNoteProps {
  readonly takingIn: TakingIn;
}

export function NewerNote({ takingIn }: NewerNoteProps) {
  const { draft } = useDraft();
  const { taken } = takingIn;
  if (draft.newer) return <Newer newer={draft.newer} takingIn={takingIn} />;
  return taken ? <Taken taken={taken} /> : null;
}

function Newer({ newer, takingIn }: { readonly newer: NewerVersion; readonly takingIn: TakingIn }) {
  const { t } = useLanguage();
  const { editable } = useDraft();
  const { take, pending, error, conflicts, leave } = takingIn;
  const { version } = newer;
  const [happened, what] = [useWhatHappened(newer), useWhatToDo(newer)];
  return (
    <>
      <div className="note newer" role="status">
        <div>
          <p>{happened}</p>
          {what && <p className="quiet">{t(what)}</p>}
        </div>
        {editable && (
          <Button loading={pending && !conflicts} onClick={() => take()}>
            {t('studio.newer.take')}
          </Button>
        )}
      </div>
      {!conflicts && <Refused error={error} />}
      {conflicts && (
        <MeetingDialog
          title={t('studio.newer.title', { version })}
          lead={t('studio.newer.lead', { count: conflicts.length })}
          sides={{ mine: t('studio.newer.mine'), theirs: t('studio.newer.theirs', { version }) }}
          conflicts={conflicts}
          pending={pending}
          error={error}
          onSettle={take}
          onCancel={leave}
        />
      )}
    </>
  );
}

/** Of the year before its year is said: the draft is of another. */
function useWhatHappened({ edition, version, because }: NewerVersion): string {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const year = edition.split('/').at(-1);
  return t(`studio.newer.${edition === draft.edition ? because : `${because}Before`}`, { version, year });
}

/** The next step of whoever looks at it; undefined where there is none. */
function useWhatToDo({ needed }: NewerVersion): string | undefined {
  const { draft, editable } = useDraft();
  const may = useMay();
  if (editable) return `studio.newer.do.${needed ? 'take' : 'takeYear'}`;
  if (!needed) return undefined;
  if (draft.state === 'draft') return 'studio.newer.do.wait';
  return `studio.newer.do.${may('edit-editions') ? 'recall' : may('review-editions') ? 'return' : 'wait'}`;
}

function Taken({ taken: { version } }: { readonly taken: NewerVersion }) {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const left = useSteps()?.left ?? 0;
  return (
    <p className="note note-good" role="status">
      {t('studio.newer.taken', { version })}
      {left > 0 && (
        <>
          {t('studio.newer.left', { count: left })}{' '}
          <Link to={`/studio/drafts/${draft.id}/year`}>{t('studio.newer.confirm')}</Link>
        </>
      )}
    </p>
  );
}
