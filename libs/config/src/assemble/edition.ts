/** Owns how documents of the right shape become an edition, with every reference checked. */
import type { Edition, EditionResult } from '../edition.js';
import type { Issue } from '../issue.js';
import { contentHash, withoutSchema } from '../json/canonical.js';
import { checkLimits, fitsDocument, tooLarge } from '../json/limits.js';
import { closeAsking } from './asking.js';
import { buildCalendar } from './calendar.js';
import { clauses, derivedFacts, editionCases, namedConditions } from './declared.js';
import { buildDesk } from './desk.js';
import { type Documents, type Placed, readDocuments } from './documents.js';
import { buildForms } from './form.js';
import { buildLists } from './lists.js';
import { calendarOf, checkManifest, manifestPath, missingManifest } from './manifest.js';
import { editionPaths } from './paths.js';
import { checkReferences } from './references.js';
import { buildStandard } from './standard.js';
import { byId } from './unique.js';

type Values = Readonly<Record<string, unknown>>;

/** What an edition says in its parts, before its identity and content are added. */
type Parts = Pick<Edition, 'forms' | 'lists' | 'facts' | 'derived' | 'conditions' | 'outline' | 'cases'> & {
  readonly [Key in 'standard' | 'desk' | 'calendar']: Edition[Key] | undefined;
};

/**
 * An edition from its documents as parsed JSON by path (a cases file: the array of its lines), as
 * stored or bundled; documents of other editions are left aside. Never throws.
 */
export function editionFromDocuments(id: string, values: Values): EditionResult {
  const own = ownValues(id, values);
  const beyond = Object.entries(own).flatMap(([path, value]) => beyondLimits(path, value));
  if (beyond.length > 0) return { ok: false, issues: beyond };
  const { documents, issues } = readDocuments(own);
  if (!Object.hasOwn(own, manifestPath(id))) issues.unshift(missingManifest(id));
  const [manifest] = documents.edition;
  if (issues.length > 0 || !manifest) return { ok: false, issues };
  return assemble(id, manifest, documents, own);
}

function beyondLimits(path: string, value: unknown): Issue[] {
  const issues = checkLimits(value, path);
  if (issues.length > 0) return issues;
  const texts = path.endsWith('.jsonl') && Array.isArray(value) ? value : [value];
  return texts.every((each) => fitsDocument(JSON.stringify(each) ?? '')) ? [] : [tooLarge(path)];
}

/** Of the calendars an edition holds only the one it names: another calendar's change is not its own. */
function ownValues(id: string, values: Values): Values {
  const calendar = calendarOf(values[manifestPath(id)]);
  const paths = editionPaths(id, Object.keys(values)).filter(
    (path) => !path.startsWith('rules/calendars/') || path === calendar,
  );
  return Object.fromEntries(paths.map((path) => [path, values[path]]));
}

function assemble(id: string, manifest: Placed<'edition'>, documents: Documents, own: Values): EditionResult {
  const issues = checkManifest(id, manifest, documents);
  const parts = buildParts(manifest, documents, issues);
  issues.push(...checkReferences(parts));
  if (issues.length > 0) return { ok: false, issues };
  const content = Object.fromEntries(Object.entries(own).map(([path, value]) => [path, withoutSchema(value)]));
  return { ok: true, edition: compose(id, manifest, parts, content), issues };
}

function buildParts(manifest: Placed<'edition'>, documents: Documents, issues: Issue[]): Parts {
  const lists = buildLists(documents.lists, issues);
  const { forms, base } = buildForms(manifest, documents, lists, issues);
  const derived = derivedFacts(documents);
  byId([...base, ...derived], issues);
  const cases = editionCases(documents);
  const outline = clauses(documents);
  byId(cases, issues);
  byId(outline, issues);
  const { kind } = manifest.value;
  return {
    forms,
    lists,
    facts: closeAsking(new Map(base.map((fact) => [fact.id, fact])), issues),
    derived: new Map(derived.map((fact) => [fact.id, fact])),
    conditions: byId(namedConditions(documents), issues),
    standard: kind === 'standard' ? buildStandard(manifest, documents, issues) : undefined,
    desk: kind === 'desk' ? buildDesk(manifest, documents, issues) : undefined,
    calendar: buildCalendar(manifest, documents, issues),
    outline,
    cases,
  };
}

function compose(id: string, manifest: Placed<'edition'>, parts: Parts, documents: Edition['documents']): Edition {
  const { kind, title, authority, year, effectiveFrom, source, note } = manifest.value;
  const { standard, desk, calendar, ...rest } = parts;
  return {
    id,
    kind,
    title,
    authority,
    year,
    effectiveFrom,
    source,
    ...(note && { note }),
    ...rest,
    ...(standard && { standard }),
    ...(desk && { desk }),
    ...(calendar && { calendar }),
    hash: contentHash(documents),
    documents,
  };
}
