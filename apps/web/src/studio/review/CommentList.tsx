/** Owns everything that was said about a draft, open comments first, and saying something about it as a whole. */
import { useQuery } from '@tanstack/react-query';
import type { DraftComment } from '@yimen/contracts';
import { Link } from 'react-router';
import { useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { Failure, Loading } from '../../layout/states';
import { useDraft } from '../draft/draft-context';
import { commentsQuery } from '../draft/drafts';
import { addressOf } from '../draft/place';
import { Trail } from '../proof/Trail';
import { CommentForm } from './CommentForm';
import { CommentItem } from './CommentItem';

const WHOLE = { document: '', pointer: '' };

export function CommentList() {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const comments = useQuery(commentsQuery(draft.id));
  const may = useMay()('comment-on-drafts') && (draft.state === 'draft' || draft.state === 'in-review');
  const all = comments.data?.items ?? [];
  const open = all.filter(({ resolved }) => !resolved);
  return (
    <section className="card" aria-labelledby="comments">
      <h2 id="comments">{t('review.comment.title')}</h2>
      {comments.isPending && <Loading />}
      {comments.isError && <Failure error={comments.error} retry={comments.refetch} within />}
      {comments.isSuccess && (
        <p className="quiet">
          {all.length === 0
            ? t('review.comment.none')
            : t('review.comment.count', { count: all.length, open: open.length })}
        </p>
      )}
      <ul className="comments">
        {[...open, ...all.filter(({ resolved }) => resolved)].map((comment) => (
          <li key={comment.id}>
            <CommentPlace comment={comment} />
            <CommentItem comment={comment} />
          </li>
        ))}
      </ul>
      {may && <CommentForm place={WHOLE} />}
    </section>
  );
}

function CommentPlace({ comment }: { readonly comment: DraftComment }) {
  const { t } = useLanguage();
  const { draft, documents } = useDraft();
  if (comment.document === '') return <p className="quiet">{t('review.comment.onWhole')}</p>;
  return (
    <Link to={addressOf(draft.id, comment, documents)}>
      <Trail {...comment} />
    </Link>
  );
}
