/** Owns filling questions as a person does, by what the edition says about them. */
import type { BaseFact, Edition, EditionCase, FactType } from '@yimen/config';
import type { Page } from 'playwright-core';

/** Files as a person has them on the disk: a question is answered by their ids only once they are uploaded. */
export type Files = { name: string; mimeType: string; buffer: Buffer }[];

type Rows = readonly Readonly<Record<string, string | number>>[];

/** Answers one question on the page. Blank and unasked ones are passed over. */
export async function answer(page: Page, fact: BaseFact, value: unknown): Promise<void> {
  const field = page.locator(`[id="field-${fact.form}_${fact.id}"]`);
  if (value === undefined) return;
  switch (fact.type.kind) {
    case 'boolean':
      await field.getByRole('radio', { name: value ? '是' : '否', exact: true }).check();
      return;
    case 'number':
    case 'text':
      await field.locator('input, textarea').first().fill(String(value));
      await field.locator('input, textarea').first().blur();
      return;
    case 'choice':
      await choose(page, field, fact.type, value as string);
      return;
    case 'checklist':
      await tick(field, fact.type, value as string[]);
      return;
    case 'rows':
      await fillRows(page, field, fact.type, value as Rows);
      return;
    case 'files':
      await field
        .locator('input[type=file]')
        .first()
        .setInputFiles(value as Files);
      return;
    case 'record':
      throw new Error('no question yields a record');
  }
}

type Field = ReturnType<Page['locator']>;
type Choices = Extract<FactType, { kind: 'choice' | 'checklist' }>;

const titleOf = (type: Choices, id: string): string => type.choices.find((choice) => choice.id === id)?.title.zh ?? id;

async function choose(page: Page, field: Field, type: Choices, id: string): Promise<void> {
  const radio = field.getByRole('radio', { name: titleOf(type, id), exact: true });
  if ((await radio.count()) > 0) await radio.check();
  else await pick(page, field.getByRole('combobox'), titleOf(type, id));
}

/** Chooses in a drop-down by typing, as clerks do. */
async function pick(page: Page, combobox: Field, title: string): Promise<void> {
  await combobox.click();
  await combobox.fill(title);
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await list.getByTitle(title, { exact: true }).click();
  await list.waitFor({ state: 'hidden' });
}

async function tick(field: Field, type: Choices, ids: readonly string[]): Promise<void> {
  await field.getByRole('button', { name: '都没有' }).click();
  for (const id of ids) await field.getByRole('checkbox', { name: titleOf(type, id), exact: true }).check();
}

async function fillRows(
  page: Page,
  field: Field,
  type: Extract<FactType, { kind: 'rows' }>,
  rows: Rows,
): Promise<void> {
  if (rows.length === 0) await field.getByRole('button', { name: '没有', exact: true }).click();
  for (const [index, row] of rows.entries()) {
    await field.getByRole('button', { name: '增加一行' }).click();
    const line = field.locator('tbody tr').nth(index);
    for (const [id, column] of type.columns) {
      const cell = line.locator('td').nth([...type.columns.keys()].indexOf(id));
      if (column.type.kind === 'choice')
        await pick(page, cell.getByRole('combobox'), titleOf(column.type, String(row[id])));
      else {
        await cell.locator('input').fill(String(row[id]));
        await cell.locator('input').blur();
      }
    }
  }
}

/** The questions of an edition that a case answers, in the order in which the steps show them. */
export function questionsInOrder(edition: Edition): { readonly step: string; readonly facts: readonly BaseFact[] }[] {
  return edition.forms.flatMap((form) =>
    form.steps.map((step) => ({
      step: step.title.zh,
      facts: step.questions.flatMap((id) => edition.facts.get(id) ?? []),
    })),
  );
}

/** A case of an edition by its id. */
export function caseOf(edition: Edition, id: string): EditionCase {
  const found = edition.cases.find((each) => each.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
}
