/** Owns what differs from what the draft began with, each with the way there and what was said about it. */
import { useQuery } from '@tanstack/react-query';
import type { DraftComment } from '@yimen/contracts';
import type { WordedChange } from '@yimen/engine/editing';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { ChangeList } from '../draft/ChangeList';
import { useDraft } from '../draft/draft-context';
import type { Documents } from '../draft/draft-state';
import { commentsQuery, historyQuery, versionQuery } from '../draft/drafts';
import { addressOf } from '../draft/place';
import { CommentForm } from './CommentForm';
import { CommentItem } from './CommentItem';

export function Differences() {
  const { t } = useLanguage();
  const { draft, documents } = useDraft();
  const { before, waiting } = useBefore();
  return (
    <section className="card" aria-labelledby="differences">
      <h2 id="differences">{t('review.differences')}</h2>
      {!waiting && !before && <p className="quiet">{t('review.noBase')}</p>}
      {before && (
        <ChangeList
          edition={draft.edition}
          before={before}
          after={documents}
          beside={(change) => <BesideChange change={change} />}
        />
      )}
    </section>
  );
}

/** What the draft is held against: what it began with, or else the newest version of its edition. */
function useBefore(): { readonly before: Documents | undefined; readonly waiting: boolean } {
  const { draft, base } = useDraft();
  const history = useQuery({ ...historyQuery(draft.edition), enabled: base === null });
  const newest = history.data?.versions[0]?.version;
  const version = useQuery({
    ...versionQuery(draft.edition, newest ?? 0),
    enabled: base === null && newest !== undefined,
  });
  return {
    before: base ?? version.data?.documents,
    waiting: base === null && (history.isLoading || version.isLoading),
  };
}

function BesideChange({ change: { change } }: { readonly change: WordedChange }) {
  const { t } = useLanguage();
  const { draft, documents } = useDraft();
  const mayComment = useMay()('comment-on-drafts') && (draft.state === 'draft' || draft.state === 'in-review');
  const [writing, setWriting] = useState(false);
  const said = (useQuery(commentsQuery(draft.id)).data?.items ?? []).filter(
    ({ document, pointer }: DraftComment) => document === change.document && pointer === change.pointer,
  );
  return (
    <>
      <span className="actions change-acts">
        {change.kind !== 'removed' && <Link to={addressOf(draft.id, change, documents)}>{t('review.toPlace')}</Link>}
        {mayComment && (
          <Button size="small" aria-expanded={writing} onClick={() => setWriting(!writing)}>
            {t('review.comment.write')}
          </Button>
        )}
      </span>
      {(said.length > 0 || writing) && (
        <div className="change-comments">
          {said.map((comment) => (
            <CommentItem key={comment.id} comment={comment} />
          ))}
          {writing && <CommentForm place={change} onDone={() => setWriting(false)} />}
        </div>
      )}
    </>
  );
}
