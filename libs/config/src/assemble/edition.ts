/** Owns how documents of the right shape become an edition, with every reference checked. */
import type { Clause, Edition, EditionCase, EditionResult, Form, NamedCondition } from '../edition.js';
import type { BaseFact, DerivedFact } from '../fact.js';
import { closeAsking } from '../form/asking.js';
import { formFacts } from '../form/dictionary.js';
import type { Issue } from '../issue.js';
import { contentHash, withoutSchema } from '../json/canonical.js';
import { checkLimits } from '../json/limits.js';
import { pointerTo } from '../json/pointer.js';
import { errorAt, reportOn } from '../report.js';
import { buildCalendar } from './calendar.js';
import { buildDesk } from './desk.js';
import { type Documents, type Placed, readDocuments } from './documents.js';
import { buildForm } from './form.js';
import { buildLists } from './lists.js';
import { calendarPath, editionPaths } from './paths.js';
import { checkReferences } from './references.js';
import { buildStandard } from './standard.js';
import { byId } from './unique.js';

/**
 * An edition from its documents as parsed JSON by path (a cases file: the array of its lines), as
 * stored or bundled; documents of other editions are left aside. Never throws.
 */
export function editionFromDocuments(id: string, values: Readonly<Record<string, unknown>>): EditionResult {
  const paths = editionPaths(id, Object.keys(values));
  const hostile = paths.flatMap((path) => checkLimits(values[path], path));
  if (hostile.length > 0) return { ok: false, issues: hostile };
  const own = Object.fromEntries(ownPaths(id, paths, values).map((path) => [path, values[path]]));
  const { documents, issues } = readDocuments(own);
  if (!Object.hasOwn(own, manifestPath(id))) issues.unshift(missingManifest(id));
  const [manifest] = documents.edition;
  if (issues.length > 0 || !manifest) return { ok: false, issues };
  return assemble(id, manifest, documents, own);
}

const manifestPath = (id: string): string => `rules/${id}/edition.json`;

const missingManifest = (id: string): Issue =>
  errorAt(
    'missing-manifest',
    manifestPath(id),
    '',
    `没有版本“${id}”：缺少 edition.json`,
    `There is no edition "${id}": edition.json is missing`,
  );

/** Of the calendars an edition holds only the one it names: another calendar's change is not its own. */
function ownPaths(id: string, paths: readonly string[], values: Readonly<Record<string, unknown>>): string[] {
  const manifest = values[manifestPath(id)];
  const calendar =
    typeof manifest === 'object' && manifest !== null && 'calendar' in manifest
      ? calendarPath(String(manifest.calendar))
      : undefined;
  return paths.filter((path) => !path.startsWith('rules/calendars/') || path === calendar);
}

function assemble(
  id: string,
  manifest: Placed<'edition'>,
  documents: Documents,
  own: Readonly<Record<string, unknown>>,
): EditionResult {
  const issues: Issue[] = [];
  const { kind, title, authority, year, effectiveFrom, source, note } = manifest.value;
  checkManifest(id, manifest, documents, issues);
  const lists = buildLists(documents.lists, issues);
  const { forms, base } = buildForms(manifest, documents, lists, issues);
  const derived = derivedFacts(documents);
  byId([...base, ...derived], issues);
  const facts = closeAsking(new Map(base.map((fact) => [fact.id, fact])), issues);
  const rest = {
    facts,
    derived: new Map(derived.map((fact) => [fact.id, fact])),
    conditions: byId(namedConditions(documents), issues),
    standard: kind === 'standard' ? buildStandard(manifest, documents, issues) : undefined,
    desk: kind === 'desk' ? buildDesk(manifest, documents, issues) : undefined,
  };
  issues.push(...checkReferences(rest));
  const outline = clauses(documents);
  byId(outline, issues);
  const cases = editionCases(documents);
  byId(cases, issues);
  const calendar = buildCalendar(manifest, documents, issues);
  if (issues.length > 0) return { ok: false, issues };
  const content = Object.fromEntries(Object.entries(own).map(([path, value]) => [path, withoutSchema(value)]));
  const { standard, desk, ...named } = rest;
  const edition: Edition = {
    id,
    kind,
    title,
    authority,
    year,
    effectiveFrom,
    source,
    ...(note && { note }),
    forms,
    lists,
    ...named,
    ...(standard && { standard }),
    ...(desk && { desk }),
    outline,
    ...(calendar && { calendar }),
    cases,
    hash: contentHash(content),
    documents: content,
  };
  return { ok: true, edition, issues };
}

/** The manifest is that of this edition, and no document is of the other kind of edition. */
function checkManifest(
  id: string,
  { document, value }: Placed<'edition'>,
  documents: Documents,
  issues: Issue[],
): void {
  const report = reportOn(document, issues);
  if (value.id !== id)
    report('wrong-id', '/id', `标识应与所在文件夹“${id}”相同`, `The id must be that of the folder, "${id}"`);
  if (value.year !== Number(id.split('/')[2]))
    report('wrong-year', '/year', '年份应与标识中的相同', 'The year must be that of the id');
  if (value.kind === 'desk') {
    for (const key of ['points', 'bands', 'categories'] as const) {
      if (value[key] !== undefined)
        report('unexpected-key', pointerTo('', key), `窗口版本没有“${key}”`, `A desk has no "${key}"`);
    }
  }
  for (const other of value.kind === 'standard' ? documents.desk : documents.category) {
    issues.push(
      errorAt(
        'unexpected-document',
        other.document,
        '',
        `${value.kind} 版本里没有这种文件`,
        `A ${value.kind} has no such document`,
      ),
    );
  }
}

function buildForms(
  manifest: Placed<'edition'>,
  { form }: Documents,
  lists: Edition['lists'],
  issues: Issue[],
): { forms: Form[]; base: BaseFact[] } {
  const order = manifest.value.forms;
  const report = reportOn(manifest.document, issues);
  byId(
    order.map((id, index) => ({ id, document: manifest.document, pointer: pointerTo('', 'forms', index) })),
    issues,
  );
  for (const placed of form) checkFormName(placed, order, issues);
  const built = [...new Set(order)].flatMap((id) => {
    const placed = form.find(({ value }) => value.id === id);
    if (!placed) {
      report(
        'missing-document',
        pointerTo('', 'forms', order.indexOf(id)),
        `缺少表单“${id}”的文件`,
        `The document of the form "${id}" is missing`,
      );
      return [];
    }
    const facts = formFacts(placed, lists, issues);
    return [{ form: buildForm(placed, facts, issues), facts }];
  });
  return { forms: built.map(({ form }) => form), base: built.flatMap(({ facts }) => facts) };
}

/** Keys of an input document beside its forms. */
const reserved: ReadonlySet<string> = new Set(['id', 'expect']);

function checkFormName({ document, value }: Placed<'form'>, order: readonly string[], issues: Issue[]): void {
  const report = reportOn(document, issues);
  const file = document.slice(document.lastIndexOf('/') + 1, -'.json'.length);
  if (value.id !== file)
    report('wrong-id', '/id', `标识应与文件名“${file}”相同`, `The id must be that of the file, "${file}"`);
  if (reserved.has(value.id))
    report('bad-id', '/id', `表单不能叫“${value.id}”`, `A form cannot be named "${value.id}"`);
  if (!order.includes(value.id))
    report(
      'unexpected-document',
      '/id',
      `表单“${value.id}”没有列入 edition.json`,
      `The form "${value.id}" is not listed in edition.json`,
    );
}

const derivedFacts = ({ facts }: Documents): DerivedFact[] =>
  facts.flatMap(({ document, value }) =>
    value.facts.map(({ id, title, formula, unit, clause }, index) => ({
      origin: 'formula',
      id,
      title,
      formula,
      ...(unit !== undefined && { unit }),
      ...(clause !== undefined && { clause }),
      document,
      pointer: pointerTo('', 'facts', index),
    })),
  );

const namedConditions = ({ conditions }: Documents): NamedCondition[] =>
  conditions.flatMap(({ document, value }) =>
    Object.entries(value.conditions).map(([id, named]) => ({
      id,
      ...named,
      document,
      pointer: pointerTo('', 'conditions', id),
    })),
  );

const clauses = ({ outline }: Documents): Clause[] =>
  outline.flatMap(({ document, value }) =>
    value.clauses.map((clause, index) => ({ ...clause, document, pointer: pointerTo('', 'clauses', index) })),
  );

const editionCases = (documents: Documents): EditionCase[] =>
  documents.case.map(({ document, pointer, value: { id, expect, $schema: _, ...facts } }) => ({
    id,
    facts,
    expect,
    document,
    pointer,
  }));
