/** Owns the words of a fault of the environment, in both languages, as a schema carries them. */
import type { LocalizedText } from '@yimen/config';

export const says = (zh: string, en: string) => ({ error: JSON.stringify({ zh, en } satisfies LocalizedText) });
