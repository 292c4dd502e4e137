/** Owns one row of the table of areas: the cells of an area, and the area that cells tell of. */
import type { LocalizedText } from '@yimen/config';
import {
  type Area,
  type AreaColumn,
  type AreaType,
  area,
  areaColumns,
  areaTypes,
  areaTypeTitles,
} from '@yimen/contracts';
import { readCodes, writeCodes } from './area-codes.js';

export type AreaCells = Readonly<Record<AreaColumn, string>>;

/** What is wrong in a cell. */
export interface CellFault {
  readonly column: AreaColumn;
  readonly code: string;
  readonly message: LocalizedText;
}

/** Members of an area that stand in a column of another name. */
const columnNames: Readonly<Record<string, AreaColumn>> = { mergedInto: 'merged_into', level: 'type' };

/** The column in which a member of an area stands. */
export const columnOf = (member: string): AreaColumn => columnNames[member] ?? (member as AreaColumn);

export const cellsOf = (each: Area): AreaCells => ({
  id: each.id,
  parent: each.parent ?? '',
  type: each.type,
  name: each.name.zh,
  name_en: each.name.en,
  codes: writeCodes(each.codes),
  opened: each.opened ?? '',
  closed: each.closed ?? '',
  merged_into: each.mergedInto ?? '',
});

/** Reads one area; what cannot be read gives faults and no area. A name that is only Chinese stands for the English too. */
export function readCells(cells: AreaCells): { readonly area: Area } | { readonly faults: readonly CellFault[] } {
  const codes = readCodes(cells.codes);
  const faults: CellFault[] = [];
  if (!codes) faults.push({ column: 'codes', code: 'bad-code', message: codeWords });
  if (cells.name === '') faults.push({ column: 'name', code: 'missing-name', message: nameWords });
  const type = typeNamed(cells.type);
  const read = area.safeParse({
    id: cells.id,
    parent: cells.parent || null,
    type,
    level: type === undefined ? 'city' : areaTypes[type],
    name: { zh: cells.name || '-', en: cells.name_en || cells.name || '-' },
    codes: codes ?? [],
    opened: cells.opened || null,
    closed: cells.closed || null,
    mergedInto: cells.merged_into || null,
  });
  if (!read.success) faults.push(...read.error.issues.map(({ path }) => badCell(path)));
  return read.success && faults.length === 0 ? { area: read.data } : { faults };
}

/** A type by its name, or by what people call it. */
function typeNamed(text: string): AreaType | undefined {
  const types = Object.keys(areaTypes) as AreaType[];
  const said = text.toLowerCase();
  return types.find(
    (type) => type === said || areaTypeTitles[type].zh === text || areaTypeTitles[type].en.toLowerCase() === said,
  );
}

function badCell([member, language]: readonly PropertyKey[]): CellFault {
  const column = language === 'en' ? 'name_en' : columnOf(String(member));
  const { zh, en } = areaColumns[column];
  const message = { zh: `“${zh}”的写法不对`, en: `"${en}" is not written as it should be` };
  return { column, code: 'bad-cell', message };
}

const nameWords: LocalizedText = { zh: '请写名称', en: 'Write the name' };

const codeWords: LocalizedText = {
  zh: '代码应写成 431121，或 431121 ..2021-01-19; 431181 2021-01-20..',
  en: 'Write codes as 431121, or as 431121 ..2021-01-19; 431181 2021-01-20..',
};
