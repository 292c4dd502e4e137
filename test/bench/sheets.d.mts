import type { Edition } from '@yimen/config';

type Sheet = Record<string, Record<string, unknown>>;

export function generator(seed: number): () => number;
export function randomSheet(edition: Edition, random: () => number, id: string | number): Sheet & { id: unknown };
export function variedSheet(edition: Edition, random: () => number): Sheet;
