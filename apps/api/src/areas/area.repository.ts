/** Owns the rows of areas and of what happened to them. */
import { Injectable } from '@nestjs/common';
import { type Area, type AreaEvent, type AreaLevel, type AreaType, areaLevels, areaTypes } from '@yimen/contracts';
import { And, In, IsNull, Like, MoreThan } from 'typeorm';
import { findRow } from '../database/rows.js';
import type { Transaction } from '../database/unit-of-work.js';
import { AreaEntity } from './area.entity.js';
import { AreaEventEntity } from './area-event.entity.js';

/** Where an area stands in the tree, and where what is stored in it belongs. */
export interface Standing {
  readonly path: string;
  readonly reach: string;
}

/** An area with its standing and the number of its edits. */
export interface StoredArea extends Standing {
  readonly area: Area;
  readonly version: number;
}

export interface AreaFilter {
  /** A path: only what begins with it. */
  readonly under: string;
  /** Only those behind this path. */
  readonly after?: string | undefined;
  readonly closed: boolean;
  /** Nothing below this level. */
  readonly downTo?: AreaLevel | undefined;
  readonly limit: number;
}

@Injectable()
export class AreaRepository {
  async find(transaction: Transaction, id: string): Promise<StoredArea | undefined> {
    const row = await findRow(transaction, AreaEntity, { id: String(id) });
    return row ? stored(row) : undefined;
  }

  /** In the order of their paths: every area before what is below it. */
  async list(transaction: Transaction, { under, after, closed, downTo, limit }: AreaFilter): Promise<StoredArea[]> {
    const below = Like(`${escapeLike(under)}%`);
    const rows = await transaction.find(AreaEntity, {
      where: {
        path: after === undefined ? below : And(below, MoreThan(String(after))),
        ...(!closed && { closed: IsNull() }),
        ...(downTo && { type: In(typesDownTo(downTo)) }),
      },
      order: { path: 'ASC' },
      take: Number(limit),
    });
    return rows.map(stored);
  }

  /** Those of some areas that there are, in the order of their paths. */
  async named(transaction: Transaction, ids: readonly string[]): Promise<StoredArea[]> {
    if (ids.length === 0) return [];
    const rows = await transaction.find(AreaEntity, { where: { id: In(ids.map(String)) }, order: { path: 'ASC' } });
    return rows.map(stored);
  }

  async all(transaction: Transaction): Promise<StoredArea[]> {
    return (await transaction.find(AreaEntity, { order: { path: 'ASC' } })).map(stored);
  }

  /** Those that belong to none and are not closed. */
  async tops(transaction: Transaction): Promise<StoredArea[]> {
    return (await transaction.find(AreaEntity, { where: { parent: IsNull(), closed: IsNull() } })).map(stored);
  }

  /** Holds the tree until the transaction ends: what is judged as a tree must not change meanwhile. */
  async hold(transaction: Transaction): Promise<void> {
    if (transaction.connection.options.type !== 'mysql') return;
    await transaction.find(AreaEntity, { where: { parent: IsNull() }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(transaction: Transaction, { area, path, reach }: Omit<StoredArea, 'version'>): Promise<void> {
    await transaction.insert(AreaEntity, { ...rowOf(area), path, reach, version: 1 });
  }

  /** Whether it was still the version that the edit was made on. */
  async update(transaction: Transaction, { area, path, reach, version }: StoredArea): Promise<boolean> {
    const { id, ...row } = rowOf(area);
    const changed = { ...row, path, reach, version: version + 1 };
    const result = await transaction.update(AreaEntity, { id, version }, changed);
    return result.affected === 1;
  }

  /** A standing that follows from another area's change is no edit of this one. */
  async restand(transaction: Transaction, id: string, { path, reach }: Standing): Promise<void> {
    await transaction.update(AreaEntity, { id: String(id) }, { path, reach });
  }

  async record(transaction: Transaction, area: string, { before, after, ...event }: AreaEvent): Promise<void> {
    await transaction.insert(AreaEventEntity, {
      area,
      ...event,
      before: before && JSON.stringify(before),
      after: JSON.stringify(after),
    });
  }

  async history(transaction: Transaction, area: string): Promise<AreaEvent[]> {
    const rows = await transaction.find(AreaEventEntity, {
      where: { area: String(area) },
      order: { sequence: 'ASC' },
    });
    return rows.map(({ kind, on, before, after, recordedAt }) => ({
      kind: kind as AreaEvent['kind'],
      on,
      before: before === null ? null : (JSON.parse(before) as Record<string, unknown>),
      after: JSON.parse(after) as Record<string, unknown>,
      recordedAt,
    }));
  }
}

/** The kinds of units on a level and above it. */
const typesDownTo = (level: AreaLevel): AreaType[] =>
  (Object.keys(areaTypes) as AreaType[]).filter(
    (type) => areaLevels.indexOf(areaTypes[type]) <= areaLevels.indexOf(level),
  );

/** Ids hold no `%`, and `_` is no part of them either; this keeps it so. */
const escapeLike = (path: string): string => path.replace(/[%_\\]/gu, '');

const rowOf = ({ id, parent, type, name, codes, opened, closed, mergedInto }: Area) => ({
  id,
  parent,
  type,
  nameZh: name.zh,
  nameEn: name.en,
  codes: JSON.stringify(codes),
  opened,
  closed,
  mergedInto,
});

const stored = ({ path, reach, version, nameZh, nameEn, codes, type, ...rest }: AreaEntity): StoredArea => ({
  area: {
    ...rest,
    type: type as AreaType,
    level: areaTypes[type as AreaType],
    name: { zh: nameZh, en: nameEn },
    codes: JSON.parse(codes) as Area['codes'],
  },
  path,
  reach,
  version,
});
