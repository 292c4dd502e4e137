/** Owns the way from an opened edition to what the API tells of it. */
import type { BaseFact, Choice, Desk, FactType, Form, Language, Line, Standard } from '@yimen/config';
import { resolveForm } from '@yimen/config';
import type {
  DeskDetail,
  EditionDetail,
  EditionSummary,
  FormDetail,
  StandardDetail,
  StandardLine,
} from '@yimen/contracts';
import type { Program } from '@yimen/engine';
import type { OpenedEdition } from './edition-version.js';

const address = (id: string): string => `/api/v1/editions/${id.split('/').map(encodeURIComponent).join('/')}`;

export function toSummary({ edition, hash, publishedAt, current }: OpenedEdition): EditionSummary {
  const { id, kind, title, authority, year, effectiveFrom } = edition;
  return { id, kind, title, authority, year, effectiveFrom, hash, publishedAt, current };
}

/** What is told of an edition whose modules and forms are found below an address. */
export function toDetail(opened: OpenedEdition, base = address(opened.edition.id)): EditionDetail {
  const { edition, program } = opened;
  const { standard, desk, note, source, forms, facts, lists, outline } = edition;
  return {
    ...toSummary(opened),
    source,
    ...(note && { note }),
    forms: forms.map(({ id, title }) => ({ id, title })),
    questions: [...facts.values()].map(toQuestion),
    ...(standard && { standard: toStandard(standard, program) }),
    ...(desk && { desk: toDesk(desk, program) }),
    lists: [...lists.values()].map(({ id, title, choices }) => ({ id, title, rows: [...choices] })),
    outline: outline.map(({ id, summary, none }) => ({ id, summary, ...(none && { none }) })),
    evaluator: `${base}/evaluator.${opened.hash}.js`,
  };
}

export function toForm(
  { edition, hash }: OpenedEdition,
  form: Form,
  lang: Language,
  base = address(edition.id),
): FormDetail {
  const { schema, uiSchema } = resolveForm(form, edition, lang);
  return {
    edition: edition.id,
    hash,
    id: form.id,
    lang,
    title: form.title,
    steps: form.steps.map((step) => ({ ...step, questions: [...step.questions] })),
    schema,
    uiSchema,
    validator: `${base}/forms/${encodeURIComponent(form.id)}/validator.${hash}.js?lang=${lang}`,
  };
}

const toQuestion = ({ id, form, title, type, personal }: BaseFact) => ({
  id,
  form,
  title,
  kind: type.kind,
  ...(type.kind === 'number' && type.unit !== undefined && { unit: type.unit }),
  personal,
});

function toStandard(standard: Standard, program: Program): StandardDetail {
  const facts = new Map(
    program.lines.map(({ line, needs, appliesNeeds }) => [line.id, [...new Set([...appliesNeeds, ...needs])]]),
  );
  return {
    points: standard.points,
    bands: standard.bands.map(({ id, title, lower, upper }) => ({ id, title, lower, upper })),
    categories: standard.categories.map(({ indicators, ...category }) => ({
      ...placed(category),
      indicators: indicators.map(({ lines, ...indicator }) => ({
        ...placed(indicator),
        lines: lines.map((line) => toLine(line, facts.get(line.id) ?? [])),
      })),
    })),
  };
}

const placed = <T extends Pick<Line, 'id' | 'title' | 'points' | 'clause'>>({ id, title, points, clause }: T) => ({
  id,
  title,
  points,
  clause,
});

const toLine = (line: Line, facts: readonly string[]): StandardLine => ({
  ...placed(line),
  standard: line.standard,
  ...(line.note && { note: line.note }),
  conditional: line.appliesWhen !== undefined,
  facts: [...facts],
});

function toDesk(desk: Desk, program: Program): DeskDetail {
  const departments = new Set(program.desk?.departments);
  return {
    dispositions: [...desk.dispositions].map(([id, { title, notice }]) => ({ id, title, ...(notice && { notice }) })),
    departments: choicesOf(desk.department, program).filter(({ id }) => departments.has(id)),
    papers: choicesOf(desk.handedIn, program),
    facts: [...(program.desk?.needs ?? [])],
  };
}

const choicesOf = (fact: string, program: Program): Choice[] => [...choicesIn(program.facts.get(fact)?.type)];

const choicesIn = (type: FactType | undefined): readonly Choice[] =>
  type?.kind === 'choice' || type?.kind === 'checklist' ? type.choices : [];
