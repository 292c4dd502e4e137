/** Owns reading titles as they are written: English falls back to Chinese, and nothing to a dash. */
import type { LocalizedText } from '@yimen/config';

export function titleOf(value: { readonly title?: { readonly zh?: string; readonly en?: string } }): LocalizedText {
  const zh = value.title?.zh || '—';
  return { zh, en: value.title?.en || zh };
}
