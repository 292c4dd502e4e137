/** Owns the tree of areas: city, county, township and community units with ids of our own and dated division codes. */
import { type AreaLevel, areaIdPattern, areaLevels, type LocalizedText, longestAreaId } from '@yimen/config';
import * as z from 'zod';
import { language } from './edition.js';
import { pageOf, pageQuery } from './page.js';

export { type AreaLevel, areaLevels };

/** What people call the units of each level. */
export const areaLevelTitles: Readonly<Record<AreaLevel, LocalizedText>> = {
  city: { zh: '市', en: 'City' },
  county: { zh: '县区', en: 'County' },
  township: { zh: '乡镇街道', en: 'Township' },
  community: { zh: '村社区', en: 'Community' },
};

/** Kinds of units and the level each stands on. */
export const areaTypes = {
  city: 'city',
  district: 'county',
  county: 'county',
  'county-level-city': 'county',
  'management-district': 'county',
  'development-zone': 'county',
  street: 'township',
  town: 'township',
  township: 'township',
  community: 'community',
  village: 'community',
} as const satisfies Readonly<Record<string, AreaLevel>>;
export type AreaType = keyof typeof areaTypes;

/** What people call each kind. */
export const areaTypeTitles: Readonly<Record<AreaType, LocalizedText>> = {
  city: { zh: '市', en: 'City' },
  district: { zh: '区', en: 'District' },
  county: { zh: '县', en: 'County' },
  'county-level-city': { zh: '县级市', en: 'County-level city' },
  'management-district': { zh: '管理区', en: 'Management district' },
  'development-zone': { zh: '开发区', en: 'Development zone' },
  street: { zh: '街道', en: 'Subdistrict' },
  town: { zh: '镇', en: 'Town' },
  township: { zh: '乡', en: 'Township' },
  community: { zh: '社区', en: 'Community' },
  village: { zh: '村', en: 'Village' },
};

export const areaId = z.string().max(longestAreaId).regex(areaIdPattern);
export const areaType = z.enum(Object.keys(areaTypes) as [AreaType, ...AreaType[]]);
const day = z.iso.date();

/** A name that every table can carry: without control characters, halves of characters and what stands for broken ones. */
const words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFEFF\uFFFD]*$/u);
export const areaName = z.object({ zh: words, en: words }).meta({ id: 'AreaName' });

/** A code of the national division codes (GB/T 2260 and below), and the days on which it holds. */
export const areaCode = z
  .object({
    code: z.string().regex(/^(?:\d{6}|\d{9}|\d{12})$/),
    from: day.nullable(),
    until: day.nullable(),
  })
  .meta({ id: 'AreaCode' });

export const area = z
  .object({
    id: areaId,
    parent: areaId.nullable(),
    level: z.enum(areaLevels),
    type: areaType,
    name: areaName,
    codes: z.array(areaCode),
    opened: day.nullable(),
    closed: day.nullable().meta({ description: 'The day from which it is no more' }),
    mergedInto: areaId.nullable(),
  })
  .meta({ id: 'Area' });

export const areaEventKinds = ['created', 'renamed', 'recoded', 'moved', 'merged', 'closed', 'edited'] as const;

export const areaEvent = z
  .object({
    kind: z.enum(areaEventKinds),
    on: day.meta({ description: 'The day on which it took effect' }),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()),
    recordedAt: z.iso.datetime(),
  })
  .meta({ id: 'AreaEvent' });

/** What an area is called, without what else is known of it. */
export const areaStep = area.pick({ id: true, level: true, name: true }).meta({ id: 'AreaStep' });

export const areaDetail = z
  .object({
    ...area.shape,
    above: z.array(areaStep).meta({ description: 'What it belongs to, from the top down' }),
    history: z.array(areaEvent),
  })
  .meta({ id: 'AreaDetail' });
export const areaPage = pageOf(area).meta({ id: 'AreaPage' });

/** Most areas of one page: a county's villages come in one or two. */
export const mostAreas = 1000;

export const areaQuery = z.object({
  ...pageQuery.shape,
  limit: z.coerce.number().int().min(1).max(mostAreas).default(50),
  under: areaId.optional().meta({ description: 'Only this area and what is below it' }),
  closed: z.stringbool().default(false).meta({ description: 'Closed ones too' }),
  downTo: z.enum(areaLevels).optional().meta({ description: 'Nothing below this level' }),
});

export const areaCreation = z
  .strictObject({
    parent: areaId.nullable(),
    type: areaType,
    name: areaName,
    codes: z.array(areaCode).max(50).default([]),
    opened: day.nullable().default(null),
  })
  .meta({ id: 'AreaCreation' });

/** What can happen to an area, and the day on which it takes effect. */
export const areaChange = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rename'), on: day, name: areaName, type: areaType.optional() }),
    z.strictObject({ kind: z.literal('recode'), on: day, code: areaCode.shape.code.nullable() }),
    z.strictObject({ kind: z.literal('move'), on: day, parent: areaId }),
    z.strictObject({ kind: z.literal('merge'), on: day, into: areaId }),
    z.strictObject({ kind: z.literal('close'), on: day }),
  ])
  .meta({ id: 'AreaChange' });

/** What a table changes, in its order. */
export const areaImport = z
  .object({
    changes: z.array(
      z.object({
        id: areaId,
        name: areaName,
        kind: z.enum(areaEventKinds),
        line: z.int().meta({ description: 'Its row in the table' }),
      }),
    ),
    same: z.int().meta({ description: 'Rows that change nothing' }),
    stored: z.boolean(),
  })
  .meta({ id: 'AreaImport' });

export type Area = z.output<typeof area>;
export type AreaStep = z.output<typeof areaStep>;
export type AreaCode = z.output<typeof areaCode>;
export type AreaEvent = z.output<typeof areaEvent>;
export type AreaDetail = z.output<typeof areaDetail>;
export type AreaPage = z.output<typeof areaPage>;
export type AreaQuery = z.output<typeof areaQuery>;
export type AreaCreation = z.output<typeof areaCreation>;
export type AreaChange = z.output<typeof areaChange>;
export type AreaImport = z.output<typeof areaImport>;

export const areaParams = z.object({ id: areaId });

/** The columns of the table as it travels, and how people read them; a table may be headed by either. */
export const areaColumns = {
  id: { zh: '编号', en: 'Id' },
  parent: { zh: '上级编号', en: 'Id of the area above' },
  type: { zh: '类型', en: 'Type' },
  name: { zh: '名称', en: 'Chinese name' },
  name_en: { zh: '英文名称', en: 'English name' },
  codes: { zh: '区划代码', en: 'Division codes' },
  opened: { zh: '设立日期', en: 'Opened on' },
  closed: { zh: '撤销日期', en: 'Closed on' },
  merged_into: { zh: '并入的编号', en: 'Id of the area merged into' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
export type AreaColumn = keyof typeof areaColumns;

/** The table as CSV, headed by the names of the columns. */
export const areaTable = z.string().min(1);

/** The table as a workbook: its first sheet, headed in words. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const areaWorkbook = z.instanceof(Uint8Array).meta({ type: 'string', format: 'binary' });
export const workbookQuery = z.object({ lang: language.default('zh') });

export const importQuery = z.object({
  dryRun: z.stringbool().default(false).meta({ description: 'Only tell what would change' }),
});
