/** Owns what a question may ask of areas: their levels, and how their ids are written. Which there are is known where they are kept. */

/** The levels of the tree of areas, from the top. */
export const areaLevels = ['city', 'county', 'township', 'community'] as const;

export type AreaLevel = (typeof areaLevels)[number];

export const areaIdPattern: RegExp = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

export const longestAreaId = 60;

export const isAreaId = (text: string): boolean => text.length <= longestAreaId && areaIdPattern.test(text);
