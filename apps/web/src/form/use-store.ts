/** Owns storing what was filled in: once, however often it is sent, then on to the stored record. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EditionDetail } from '@yimen/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { storeSubmission } from '../server/queries';
import { type Answers, sendable } from './answers';
import { LEAVING_STORED } from './LeaveGuard';

export function useStore(edition: EditionDetail, answers: Answers, area: string | undefined) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [key] = useState(newKey);
  return useMutation({
    mutationFn: () =>
      storeSubmission({ edition: edition.id, facts: sendable(answers), ...(area ? { area } : {}) }, key),
    onSuccess: (stored) => {
      void client.invalidateQueries({ queryKey: ['submissions'] });
      navigate(`/records/${stored.id}`, { state: LEAVING_STORED });
    },
  });
}

/** A random name of one sending. `crypto.randomUUID` is missing where pages come without TLS. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
