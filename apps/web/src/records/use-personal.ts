/** Owns showing the personal answers of a record in full: for a reason, for a while, and nowhere but on its page. */
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { showPersonal } from '../server/queries';

const SHOWN_FOR = 2 * 60_000;

/** `data` holds the answers while they are shown; `reset` hides them. Nothing of them outlives the page. */
export function usePersonal(id: string) {
  const shown = useMutation({ mutationFn: (reason: string) => showPersonal(id, reason), gcTime: 0 });
  const { data, reset } = shown;
  useEffect(() => {
    if (!data) return;
    const timer = setTimeout(reset, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [data, reset]);
  return shown;
}
