/** Owns the table of areas that people exchange: CSV, one area a line, codes with the days on which they hold. */
import { type Issue, type LocalizedText, pointerTo } from '@yimen/config';
import { type Area, type AreaCode, type AreaType, area, areaTypes } from '@yimen/contracts';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { PlaceOf } from './area-tree.js';

const DOCUMENT = 'areas.csv';
const columns = ['id', 'parent', 'type', 'name', 'name_en', 'codes', 'opened', 'closed', 'merged_into'] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;

/** Members of an area and the column each is read from. */
const columnOf: Readonly<Record<string, string>> = { mergedInto: 'merged_into', level: 'type' };

export interface AreaTable {
  readonly areas: readonly Area[];
  readonly issues: readonly Issue[];
  /** Where an area of the table stands. */
  readonly place: PlaceOf;
}

interface Line {
  readonly record: Row;
  readonly info: { readonly lines: number };
}

/** Reads a table; a line that cannot be read gives issues and no area. */
export function readTable(text: string): AreaTable {
  const lines: Line[] = [];
  const issues: Issue[] = [];
  try {
    lines.push(
      ...(parse(text, { columns: true, bom: true, trim: true, info: true, skip_empty_lines: true }) as Line[]),
    );
  } catch (error) {
    issues.push(broken(error as { readonly lines?: number }));
  }
  if (lines.length === 0 && issues.length === 0)
    issues.push({ ...broken({}), code: 'no-rows', message: { zh: '表格里没有一行区域', en: 'The table has no area' } });
  const lineOf = new Map<string, number>();
  const areas = lines.flatMap(({ record, info }, index) => {
    const found = [...readLine(record, index, info.lines)];
    if (lineOf.has(record.id))
      found.push(at(index, 'id', info.lines, 'duplicate-id', { zh: '编号重复', en: 'The id stands twice' }));
    lineOf.set(record.id, info.lines);
    issues.push(...found.filter((each): each is Issue => 'severity' in each));
    return found.filter((each): each is Area => 'level' in each);
  });
  const place: PlaceOf = ({ id }, member) => {
    const index = areas.findIndex((each) => each.id === id);
    const line = lineOf.get(id);
    const pointer = pointerTo('', index, columnOf[member] ?? member);
    return line === undefined ? { document: DOCUMENT, pointer } : { document: DOCUMENT, pointer, line };
  };
  return { areas, issues, place };
}

/** Writes a table that `readTable` reads back; cells that a spreadsheet would take for formulas are made harmless. */
export function writeTable(areas: readonly Area[]): string {
  const rows = areas.map(
    (each): Row => ({
      id: each.id,
      parent: each.parent ?? '',
      type: each.type,
      name: each.name.zh,
      name_en: each.name.en,
      codes: each.codes.map(writeCode).join('; '),
      opened: each.opened ?? '',
      closed: each.closed ?? '',
      merged_into: each.mergedInto ?? '',
    }),
  );
  // The mark at the front tells spreadsheets that the text is UTF-8.
  return stringify(rows, { header: true, columns: [...columns], bom: true, escape_formulas: true });
}

function readLine(row: Row, index: number, line: number): (Area | Issue)[] {
  const lacking = columns.filter((column) => row[column] === undefined);
  if (lacking.length > 0)
    return [
      at(index, lacking[0] ?? '', line, 'missing-column', {
        zh: `缺少这些列：${lacking.join('、')}`,
        en: `These columns are missing: ${lacking.join(', ')}`,
      }),
    ];
  const codes = readCodes(row.codes);
  if (!codes) return [at(index, 'codes', line, 'bad-code', codeWords)];
  const read = area.safeParse({
    id: row.id,
    parent: row.parent || null,
    type: row.type,
    level: areaTypes[row.type as AreaType] ?? 'city',
    name: { zh: plain(row.name), en: plain(row.name_en || row.name) },
    codes,
    opened: row.opened || null,
    closed: row.closed || null,
    mergedInto: row.merged_into || null,
  });
  if (!read.success)
    return read.error.issues.map(({ path }) => {
      const member = String(path[0]);
      return at(index, columnOf[member] ?? member, line, 'bad-cell', {
        zh: `“${member}”的写法不对`,
        en: `"${member}" is not written as it should be`,
      });
    });
  if (row.name === '') return [at(index, 'name', line, 'missing-name', { zh: '请写名称', en: 'Write the name' })];
  return [read.data];
}

/** A cell without the mark that keeps spreadsheets from taking it for a formula. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/u, '');

const codeWords: LocalizedText = {
  zh: '代码应写成 431121，或 431121 ..2021-01-19; 431181 2021-01-20..',
  en: 'Write codes as 431121, or as 431121 ..2021-01-19; 431181 2021-01-20..',
};

const CODE = /^(?<code>\d{6}|\d{9}|\d{12})(?: +(?<from>\d{4}-\d{2}-\d{2})?\.\.(?<until>\d{4}-\d{2}-\d{2})?)?$/u;

function readCodes(text: string): AreaCode[] | undefined {
  const parts = text.split(';').map((part) => part.trim());
  const codes = parts.filter(Boolean).map((part) => CODE.exec(part)?.groups);
  if (codes.includes(undefined)) return undefined;
  return codes.map((groups) => ({
    code: groups?.code ?? '',
    from: groups?.from ?? null,
    until: groups?.until ?? null,
  }));
}

const writeCode = ({ code, from, until }: AreaCode): string =>
  from === null && until === null ? code : `${code} ${from ?? ''}..${until ?? ''}`;

const at = (index: number, column: string, line: number, code: string, message: LocalizedText): Issue => ({
  code,
  severity: 'error',
  document: DOCUMENT,
  pointer: pointerTo('', index, column),
  message,
  line,
});

function broken({ lines }: { readonly lines?: number }): Issue {
  const message = {
    zh: '表格读不下去了：列数不齐或引号没有成对',
    en: 'The table cannot be read on: a line has too many or too few cells, or a quote is open',
  };
  return {
    code: 'bad-table',
    severity: 'error',
    document: DOCUMENT,
    pointer: '',
    message,
    ...(lines && { line: lines }),
  };
}
