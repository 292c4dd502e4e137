/** Owns the tree of areas: reading it, creating and changing areas. */
import { Inject, Injectable } from '@nestjs/common';
import type { LocalizedText } from '@yimen/config';
import {
  type Area,
  type AreaChange,
  type AreaCreation,
  type AreaDetail,
  type AreaPage,
  type AreaQuery,
  type AreaStep,
  areaTypes,
} from '@yimen/contracts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { cursorOf, positionOf } from '../http/cursor.js';
import { dayInChina } from '../local-day.js';
import { Refusal, stale } from '../refusal.js';
import { AreaRepository, type StoredArea } from './area.repository.js';
import { applyChange, kindOfChange } from './area-change.js';
import { type AreaScope, outside } from './area-scope.js';
import { inInput } from './area-tree.js';
import { AreaWriter } from './area-writer.service.js';
import { isWhole, type Scope } from './scope.js';

/** An area as it is answered, with the version that an edit of it names. */
export interface Versioned {
  readonly detail: AreaDetail;
  readonly version: number;
}

@Injectable()
export class AreasService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AreaRepository) private readonly areas: AreaRepository,
    @Inject(AreaWriter) private readonly writer: AreaWriter,
  ) {}

  list({ cursor, limit, under, closed, downTo }: AreaQuery): Promise<AreaPage> {
    return this.unitOfWork.run(async (transaction) => {
      const top = under === undefined ? '/' : (await this.existing(transaction, under)).path;
      const after = cursor === undefined ? undefined : positionOf(cursor);
      const found = await this.areas.list(transaction, { under: top, after, closed, downTo, limit: limit + 1 });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(({ area }) => area),
        next: last && found.length > limit ? cursorOf(last.path) : null,
      };
    });
  }

  get(id: string): Promise<Versioned> {
    return this.unitOfWork.read((transaction) => this.tell(transaction, id));
  }

  /** Creates an area; the same request again finds it made. */
  create(id: string, creation: AreaCreation, scope: AreaScope): Promise<Versioned & { readonly created: boolean }> {
    const { opened, ...rest } = creation;
    const area: Area = { id, ...rest, level: areaTypes[rest.type], opened, closed: null, mergedInto: null };
    return this.unitOfWork.run(async (transaction) => {
      await this.areas.hold(transaction);
      const there = await this.areas.find(transaction, id);
      if (there && kindOfChange(there.area, area)) throw taken(id);
      const changed = [{ area, kind: 'created' as const }];
      const on = opened ?? dayInChina(new Date());
      if (!there) await this.writer.store(transaction, { changed, on, place: inInput, scope });
      return { ...(await this.tell(transaction, id)), created: !there };
    });
  }

  /** Changes an area that is still the version the change was made on. */
  change(id: string, version: number, change: AreaChange, scope: AreaScope): Promise<Versioned> {
    return this.unitOfWork.run(async (transaction) => {
      await this.areas.hold(transaction);
      const { area, path, version: now } = await this.existing(transaction, id);
      if (!scope.covers(path)) throw outside();
      if (now !== version) throw stale();
      if (area.closed !== null) throw gone(area);
      const all = (await this.areas.all(transaction)).map((each) => each.area);
      const changed = applyChange(area, change, all);
      await this.writer.store(transaction, { changed, on: change.on, place: inInput, scope });
      return this.tell(transaction, id);
    });
  }

  /** The scope of areas that exist: what belongs to them, with that of the areas merged into them. */
  async pathsOf(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    return this.unitOfWork.read(async (transaction) => {
      const found = [];
      for (const id of new Set(ids)) found.push(await this.areas.find(transaction, id));
      return found.flatMap((area) => (area ? [area.reach] : []));
    });
  }

  /** Whether a scope holds every tree there is, and with them what belongs to no area. */
  async isWhole(scope: Scope): Promise<boolean> {
    const tops = await this.unitOfWork.read((transaction) => this.areas.tops(transaction));
    return isWhole(
      scope,
      tops.map(({ reach }) => reach),
    );
  }

  /** An area with the one that goes on with its work where it was merged; undefined where there is no such area. */
  standing(id: string): Promise<{ readonly area: Area; readonly successor: Area | undefined } | undefined> {
    return this.unitOfWork.read(async (transaction) => {
      const chain: Area[] = [];
      for (let next: string | null = id; next !== null && !chain.some((area) => area.id === next); ) {
        const found: StoredArea | undefined = await this.areas.find(transaction, next);
        if (!found) break;
        chain.push(found.area);
        next = found.area.mergedInto;
      }
      const [area] = chain;
      return area && { area, successor: chain.length > 1 ? chain.at(-1) : undefined };
    });
  }

  /** Those of some areas that there are, by their ids. */
  async named(ids: readonly string[]): Promise<ReadonlyMap<string, Area>> {
    if (ids.length === 0) return new Map();
    const found = await this.unitOfWork.read((transaction) => this.areas.named(transaction, ids));
    return new Map(found.map(({ area }) => [area.id, area]));
  }

  /** The way to each area in words, from the top down, parted by strokes. */
  async names(): Promise<ReadonlyMap<string, LocalizedText>> {
    const all = await this.unitOfWork.read((transaction) => this.areas.all(transaction));
    const names = new Map<string, LocalizedText>();
    // Whatever an area belongs to stands before it.
    for (const { area } of all) {
      const above = area.parent === null ? undefined : names.get(area.parent);
      const { zh, en } = area.name;
      names.set(area.id, above ? { zh: `${above.zh} / ${zh}`, en: `${above.en} / ${en}` } : { zh, en });
    }
    return names;
  }

  /** Whether there is any area at all. */
  any(): Promise<boolean> {
    return this.unitOfWork.run(async (transaction) => (await this.areas.all(transaction)).length > 0);
  }

  private async tell(transaction: Transaction, id: string): Promise<Versioned> {
    const { area, path, version } = await this.existing(transaction, id);
    const above = await this.areas.named(transaction, idsAbove(path));
    const history = await this.areas.history(transaction, id);
    return { detail: { ...area, above: above.map(({ area: each }) => stepOf(each)), history }, version };
  }

  private async existing(transaction: Transaction, id: string): Promise<StoredArea> {
    const found = await this.areas.find(transaction, id);
    if (found) return found;
    throw new Refusal('not-found', 'unknown-area', {
      zh: `没有区域“${id}”，请核对编号`,
      en: `There is no area "${id}"; check its id`,
    });
  }
}

/** From the top down, without the area itself. */
const idsAbove = (path: string): string[] => path.split('/').slice(1, -2);

const stepOf = ({ id, level, name }: Area): AreaStep => ({ id, level, name });

const taken = (id: string): Refusal =>
  new Refusal('conflict', 'area-exists', { zh: `已有区域“${id}”，内容不同`, en: `The area "${id}" exists already` });

const gone = ({ name }: Area): Refusal =>
  new Refusal('unacceptable', 'area-closed', {
    zh: `“${name.zh}”已撤销，不能再改`,
    en: `"${name.en}" is closed and cannot be changed`,
  });
