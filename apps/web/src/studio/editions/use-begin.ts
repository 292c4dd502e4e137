/** Owns beginning a draft and going there. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DraftCreation } from '@yimen/contracts';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../../form/new-key';
import { createDraft } from '../draft/drafts';

/** One click makes one draft, however often it is sent. */
export function useBegin() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const key = useRef(newKey());
  return useMutation({
    mutationFn: (creation: DraftCreation) => createDraft(creation, key.current),
    onSuccess: (draft) => {
      key.current = newKey();
      void client.invalidateQueries({ queryKey: ['studio'] });
      void navigate(`/studio/drafts/${draft.id}`);
    },
    onError: () => {
      key.current = newKey();
    },
  });
}
