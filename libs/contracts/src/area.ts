/** Owns the tree of areas: city, county, township and community units with ids of our own and dated division codes. */
import * as z from 'zod';
import { localizedText } from './issue.js';
import { pageOf, pageQuery } from './page.js';

/** The four levels of the tree, from the top. */
export const areaLevels = ['city', 'county', 'township', 'community'] as const;
export type AreaLevel = (typeof areaLevels)[number];

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

export const areaId = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
export const areaType = z.enum(Object.keys(areaTypes) as [AreaType, ...AreaType[]]);
const day = z.iso.date();

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
    name: localizedText,
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

export const areaDetail = z.object({ ...area.shape, history: z.array(areaEvent) }).meta({ id: 'AreaDetail' });
export const areaPage = pageOf(area).meta({ id: 'AreaPage' });

export const areaQuery = z.object({
  ...pageQuery.shape,
  under: areaId.optional().meta({ description: 'Only this area and what is below it' }),
  closed: z.stringbool().default(false).meta({ description: 'Closed ones too' }),
});

export const areaCreation = z
  .strictObject({
    parent: areaId.nullable(),
    type: areaType,
    name: localizedText,
    codes: z.array(areaCode).max(50).default([]),
    opened: day.nullable().default(null),
  })
  .meta({ id: 'AreaCreation' });

/** What can happen to an area, and the day on which it takes effect. */
export const areaChange = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rename'), on: day, name: localizedText, type: areaType.optional() }),
    z.strictObject({ kind: z.literal('recode'), on: day, code: areaCode.shape.code.nullable() }),
    z.strictObject({ kind: z.literal('move'), on: day, parent: areaId }),
    z.strictObject({ kind: z.literal('merge'), on: day, into: areaId }),
    z.strictObject({ kind: z.literal('close'), on: day }),
  ])
  .meta({ id: 'AreaChange' });

export const areaImport = z
  .object({ created: z.array(areaId), changed: z.array(areaId), same: z.number().int(), stored: z.boolean() })
  .meta({ id: 'AreaImport' });

export type Area = z.output<typeof area>;
export type AreaCode = z.output<typeof areaCode>;
export type AreaEvent = z.output<typeof areaEvent>;
export type AreaDetail = z.output<typeof areaDetail>;
export type AreaPage = z.output<typeof areaPage>;
export type AreaQuery = z.output<typeof areaQuery>;
export type AreaCreation = z.output<typeof areaCreation>;
export type AreaChange = z.output<typeof areaChange>;
export type AreaImport = z.output<typeof areaImport>;

export const areaParams = z.object({ id: areaId });

/** The table as it travels: CSV with the columns `id,parent,type,name,name_en,codes,opened,closed,merged_into`. */
export const areaTable = z.string().min(1);
export const importQuery = z.object({
  dryRun: z.stringbool().default(false).meta({ description: 'Only tell what would change' }),
});
