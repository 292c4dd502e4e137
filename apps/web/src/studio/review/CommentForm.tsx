/** Owns writing a comment on a place, or on the draft as a whole. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { newKey } from '../../form/new-key';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { addComment, commentsQuery } from '../draft/drafts';
import type { Place } from '../draft/place';
import { Refused } from '../proof/Refused';

export interface CommentFormProps {
  readonly place: Place;
  readonly onDone?: () => void;
}

export function CommentForm({ place: { document, pointer }, onDone }: CommentFormProps) {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const client = useQueryClient();
  const id = useId();
  const [text, setText] = useState('');
  const [key, setKey] = useState(newKey);
  const add = useMutation({
    mutationFn: () => addComment(draft.id, { document, pointer, text: text.trim() }, key),
    onSuccess: async () => {
      setText('');
      setKey(newKey());
      await client.invalidateQueries({ queryKey: commentsQuery(draft.id).queryKey });
      onDone?.();
    },
  });
  return (
    <div className="comment-form">
      <label htmlFor={id}>{t(document === '' ? 'review.comment.whole' : 'review.comment.here')}</label>
      <Input.TextArea
        id={id}
        className="growing"
        rows={2}
        maxLength={2000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Refused error={add.error} />
      <div className="actions">
        <Button disabled={text.trim() === ''} loading={add.isPending} onClick={() => add.mutate()}>
          {t('review.comment.send')}
        </Button>
        {onDone && <Button onClick={onDone}>{t('review.cancel')}</Button>}
      </div>
    </div>
  );
}
