/** Owns how many chosen files the server does not have yet: neither on their way nor refused ones may be lost unseen. */
import { useEffect, useSyncExternalStore } from 'react';

let unsettled = 0;
const listeners = new Set<() => void>();

function change(by: number): void {
  unsettled += by;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Counts files of one question while it is on the page. */
export function useCounted(files: number): void {
  useEffect(() => {
    change(files);
    return () => change(-files);
  }, [files]);
}

/** Whether there are any on the page. */
export const useUnsettled = (): boolean => useSyncExternalStore(subscribe, () => unsettled > 0);
