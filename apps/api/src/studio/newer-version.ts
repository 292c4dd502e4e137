/** Owns which version overtook a draft: the newest, where the draft began with another one. Pure. */
import type { NewerVersion } from '@yimen/contracts';
import { type EditionVersion, newestStanding } from '../editions/edition-version.js';
import type { StoredDraft } from './draft.js';

export type VersionsOf = ReadonlyMap<string, readonly EditionVersion[]>;

type Drafted = Pick<StoredDraft, 'edition' | 'origin' | 'state'>;

/** The editions whose versions tell what a draft has to go on from. */
export const concerned = ({ edition, origin }: Drafted): string[] => [...new Set([edition, origin.edition])];

/**
 * The newest version of the drafted edition, or of the year before while that has none, where it is not the one that
 * the draft began with. A roll-back means its old version, whatever came after it. What began with nothing was overtaken
 * by any version that the edition has by now.
 */
export function newerVersion({ edition, origin, state }: Drafted, versions: VersionsOf): NewerVersion | null {
  const underWay = state === 'draft' || state === 'in-review';
  if (!underWay || origin.kind === 'roll-back') return null;
  const began = versions.get(origin.edition) ?? [];
  const own = newestStanding(versions.get(edition) ?? []);
  const newest = own ?? (origin.hash === null ? undefined : newestStanding(began));
  if (!newest || (newest.id === origin.edition && newest.hash === origin.hash)) return null;
  const { id, version, hash } = newest;
  const from = began.filter((each) => each.hash === origin.hash).at(-1)?.version ?? 0;
  const because = id !== origin.edition || version > from ? 'published' : 'withdrawn';
  return { edition: id, version, hash, because, needed: id === edition };
}
