/** Owns what a draft begins with: the documents of a version, those of the next year, or an old version's. */
import { editionPaths, rolledOver } from '@yimen/config';
import type { DraftCreation, DraftSummary, NewerVersion } from '@yimen/contracts';
import { Refusal } from '../refusal.js';
import type { Documents, WholeDraft } from './draft.js';

/** What a new draft is made of. */
export interface Begun {
  readonly edition: string;
  readonly origin: DraftSummary['origin'];
  readonly documents: Documents;
  /** What it is compared with; null where nothing was published. */
  readonly base: Documents | null;
}

/** The beginning of a draft from a published version. */
export function begin(creation: DraftCreation, hash: string, documents: Documents): Begun {
  const { kind, edition } = creation;
  const origin = { kind, edition, hash };
  if (kind !== 'roll-over') return { edition, origin, documents, base: documents };
  const [authority, subject, from] = edition.split('/');
  const year = creation.year ?? Number(from) + 1;
  if (year <= Number(from)) throw earlier(Number(from));
  const next = `${authority}/${subject}/${year}`;
  const effectiveFrom = creation.effectiveFrom ?? `${year}-01-01`;
  const begun = { ...rolledOver(documents, edition, next, { effectiveFrom }) };
  return { edition: next, origin, documents: begun, base: begun };
}

/** What a draft began with, as if it had begun with another version of it. */
export function begunWith(
  { edition, origin, base }: Pick<WholeDraft, 'edition' | 'origin' | 'base'>,
  version: Pick<NewerVersion, 'edition' | 'hash'>,
  documents: Documents,
): Pick<Begun, 'origin'> & { readonly base: Documents } {
  // What was drafted as the next year of another is a revision once that year is published.
  if (version.edition === edition)
    return { origin: { ...origin, kind: ownKind(origin.kind), edition, hash: version.hash }, base: documents };
  const { effectiveFrom } = (base?.[`rules/${edition}/edition.json`] ?? {}) as { readonly effectiveFrom?: unknown };
  const next = { effectiveFrom: typeof effectiveFrom === 'string' ? effectiveFrom : '' };
  return {
    origin: { ...origin, hash: version.hash },
    base: { ...rolledOver(documents, version.edition, edition, next) },
  };
}

const ownKind = (kind: Begun['origin']['kind']): Begun['origin']['kind'] => (kind === 'roll-over' ? 'revision' : kind);

/** What the manifest of a draft says, as far as it can be read. */
export function manifestIn(edition: string, documents: Documents): Pick<DraftSummary, 'title' | 'kind'> {
  const manifest = documents[`rules/${edition}/edition.json`] as
    | { readonly title?: { readonly zh?: unknown; readonly en?: unknown }; readonly kind?: unknown }
    | undefined;
  const zh = typeof manifest?.title?.zh === 'string' ? manifest.title.zh : edition;
  const en = typeof manifest?.title?.en === 'string' ? manifest.title.en : zh;
  return { title: { zh, en }, kind: manifest?.kind === 'desk' ? 'desk' : 'standard' };
}

/** The paths among some that are none of an edition. */
export function foreignPaths(edition: string, paths: readonly string[]): string[] {
  const own = new Set(editionPaths(edition, paths));
  return paths.filter((path) => !own.has(path));
}

const earlier = (year: number): Refusal =>
  new Refusal('unacceptable', 'earlier-year', {
    zh: `新一年应晚于 ${year} 年，请改年份`,
    en: `The new year must come after ${year}; choose a later one`,
  });
