/** Owns one comment: who said what and when, and whether it was dealt with. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DraftComment } from '@yimen/contracts';
import { Button } from 'antd';
import { useMay } from '../../identity/session';
import { useLanguage } from '../../language';
import { shortTime } from '../../layout/dates';
import { useDraft } from '../draft/draft-context';
import { commentsQuery, resolveComment } from '../draft/drafts';
import { Refused } from '../proof/Refused';

export function CommentItem({ comment }: { readonly comment: DraftComment }) {
  const { t, language } = useLanguage();
  const { draft } = useDraft();
  const client = useQueryClient();
  const may = useMay()('comment-on-drafts') && (draft.state === 'draft' || draft.state === 'in-review');
  const { id, text, by, at, resolved } = comment;
  const resolve = useMutation({
    mutationFn: () => resolveComment(draft.id, id),
    onSuccess: () => client.invalidateQueries({ queryKey: commentsQuery(draft.id).queryKey }),
  });
  return (
    <article className={`comment ${resolved ? 'comment-resolved' : ''}`}>
      <p className="quiet">
        {by.title} · {shortTime(at, language)}
      </p>
      <p className="comment-text" lang="">
        {text}
      </p>
      {resolved ? (
        <p className="comment-done">{t('review.comment.resolved', { name: resolved.by.title })}</p>
      ) : (
        may && (
          <Button size="small" loading={resolve.isPending} onClick={() => resolve.mutate()}>
            {t('review.comment.resolve')}
          </Button>
        )
      )}
      <Refused error={resolve.error} />
    </article>
  );
}
