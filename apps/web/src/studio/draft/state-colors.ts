/** Owns the colours in which the states of drafts and versions are told. */
import type { DraftState, PublishedVersion } from '@yimen/contracts';

export const stateColors: Readonly<Record<DraftState | PublishedVersion['state'], string>> = {
  draft: 'blue',
  'in-review': 'gold',
  published: 'green',
  discarded: 'default',
  upcoming: 'cyan',
  'in-effect': 'green',
  superseded: 'default',
  withdrawn: 'red',
};
