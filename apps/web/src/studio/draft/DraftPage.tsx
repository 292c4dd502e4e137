/** Owns the frame around every part of a draft: its name and state, the way between the parts, how saving stands. */
import { useQuery } from '@tanstack/react-query';
import type { Draft } from '@yimen/contracts';
import { describeConflicts } from '@yimen/engine/editing';
import { Suspense } from 'react';
import { Outlet, useParams } from 'react-router';
import { useLanguage } from '../../language';
import { Failure, Loading } from '../../layout/states';
import { SoughtNote } from '../proof/SoughtNote';
import { DraftBar } from './DraftBar';
import { DraftContext, useDraft } from './draft-context';
import { draftQuery } from './drafts';
import { MeetingDialog } from './MeetingDialog';
import { NewerNote } from './NewerNote';
import { useShowSought } from './place';
import { type EditorHandle, type Meeting, useDraftEditor } from './use-draft-editor';
import { useNamesOfAnswers } from './use-names-of-answers';
import './words';
import './draft.css';

export function Page() {
  const { id = '' } = useParams();
  const draft = useQuery(draftQuery(id));
  // A failed look for news is no reason to take away what is being edited.
  if (!draft.data) return draft.isError ? <Failure error={draft.error} retry={draft.refetch} /> : <Loading />;
  // Acted on as a whole it is another draft to this page: nothing of it is edited meanwhile.
  return <Editor key={`${id} ${draft.data.state} ${draft.data.submittedAt ?? ''}`} loaded={draft.data} />;
}

function Editor({ loaded }: { readonly loaded: Draft }) {
  const { t } = useLanguage();
  const { editor, meeting, settle, takingIn, recovered } = useDraftEditor(loaded);
  useShowSought();
  const { state, returned } = loaded;
  return (
    <DraftContext value={editor}>
      <div className="draft">
        <DraftBar />
        <div className="page draft-room">
          {recovered && (
            <p className="note note-good" role="status">
              {t('studio.recovered')}
            </p>
          )}
          {!editor.editable && <p className="note">{t(`studio.readOnly.${state}`)}</p>}
          {state === 'draft' && returned && (
            <p className="note note-warn">{t('studio.returned', { by: returned.by.title, note: returned.note })}</p>
          )}
          <NewerNote takingIn={takingIn} />
          <SoughtNote />
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </div>
        {meeting && <Colleagues meeting={meeting} onSettle={settle} />}
      </div>
    </DraftContext>
  );
}

/** Choosing between one's own edit and a colleague's of the same place. */
function Colleagues({ meeting, onSettle }: { readonly meeting: Meeting; readonly onSettle: EditorHandle['settle'] }) {
  const { t } = useLanguage();
  const { documents } = useDraft();
  const { conflicts, sides, theirs, by } = meeting;
  const areas = useNamesOfAnswers(documents, theirs.documents);
  return (
    <MeetingDialog
      title={t('studio.meeting.title', { by })}
      lead={t('studio.meeting.lead')}
      sides={{ mine: t('studio.meeting.mine'), theirs: t('studio.meeting.theirs') }}
      conflicts={describeConflicts(conflicts, sides, areas)}
      onSettle={onSettle}
    />
  );
}
