/** Owns the tree of areas: reading it, creating and changing areas, exchanging it as a table. */
import { Inject, Injectable } from '@nestjs/common';
import {
  type Area,
  type AreaChange,
  type AreaCreation,
  type AreaDetail,
  type AreaImport,
  type AreaPage,
  type AreaQuery,
  areaTypes,
} from '@yimen/contracts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { cursorOf, positionOf } from '../http/cursor.js';
import { dayInChina } from '../local-day.js';
import { Refusal } from '../refusal.js';
import { AreaRepository, type StoredArea } from './area.repository.js';
import { applyChange, type Changed, kindOfChange } from './area-change.js';
import { readTable, writeTable } from './area-table.js';
import { inInput, type PlaceOf, pathOf, treeIssues } from './area-tree.js';

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
  ) {}

  list({ cursor, limit, under, closed }: AreaQuery): Promise<AreaPage> {
    return this.unitOfWork.run(async (transaction) => {
      const top = under === undefined ? '/' : (await this.existing(transaction, under)).path;
      const after = cursor === undefined ? undefined : positionOf(cursor);
      const found = await this.areas.list(transaction, { under: top, after, closed, limit: limit + 1 });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(({ area }) => area),
        next: last && found.length > limit ? cursorOf(last.path) : null,
      };
    });
  }

  get(id: string): Promise<Versioned> {
    return this.unitOfWork.run((transaction) => this.tell(transaction, id));
  }

  /** Creates an area; the same request again finds it made. */
  create(id: string, creation: AreaCreation): Promise<Versioned & { readonly created: boolean }> {
    const { opened, ...rest } = creation;
    const area: Area = { id, ...rest, level: areaTypes[rest.type], opened, closed: null, mergedInto: null };
    return this.unitOfWork.run(async (transaction) => {
      await this.areas.hold(transaction);
      const there = await this.areas.find(transaction, id);
      if (there && kindOfChange(there.area, area)) throw taken(id);
      if (!there) await this.store(transaction, [{ area, kind: 'created' }], opened ?? dayInChina(new Date()), inInput);
      return { ...(await this.tell(transaction, id)), created: !there };
    });
  }

  /** Changes an area that is still the version the change was made on. */
  change(id: string, version: number, change: AreaChange): Promise<Versioned> {
    return this.unitOfWork.run(async (transaction) => {
      await this.areas.hold(transaction);
      const { area, version: now } = await this.existing(transaction, id);
      if (now !== version) throw stale();
      if (area.closed !== null) throw gone(area);
      const all = (await this.areas.all(transaction)).map((each) => each.area);
      await this.store(transaction, applyChange(area, change, all), change.on, inInput);
      return this.tell(transaction, id);
    });
  }

  async table(): Promise<string> {
    const all = await this.unitOfWork.run((transaction) => this.areas.all(transaction));
    return writeTable(all.map(({ area }) => area));
  }

  /** Takes a table over, all of it or nothing; areas that it does not name stay. `dryRun` only tells. */
  importTable(text: string, dryRun: boolean): Promise<AreaImport> {
    const { areas, issues, place } = readTable(text);
    if (issues.length > 0) throw badTable(issues);
    return this.unitOfWork.run(async (transaction) => {
      await this.areas.hold(transaction);
      const known = new Map((await this.areas.all(transaction)).map(({ area }) => [area.id, area]));
      const changed = areas.flatMap((area): Changed[] => {
        const before = known.get(area.id);
        const kind = before ? kindOfChange(before, area) : 'created';
        return kind ? [{ area, kind }] : [];
      });
      await this.store(transaction, changed, dayInChina(new Date()), place, dryRun);
      const named = (created: boolean) =>
        changed.filter(({ kind }) => (kind === 'created') === created).map(({ area }) => area.id);
      return { created: named(true), changed: named(false), same: areas.length - changed.length, stored: !dryRun };
    });
  }

  /** The paths of areas that exist. */
  pathsOf(ids: readonly string[]): Promise<string[]> {
    return this.unitOfWork.read(async (transaction) => {
      const found = [];
      for (const id of new Set(ids)) found.push(await this.areas.find(transaction, id));
      return found.flatMap((area) => (area ? [area.path] : []));
    });
  }

  /** Whether there is any area at all. */
  any(): Promise<boolean> {
    return this.unitOfWork.run(async (transaction) => (await this.areas.all(transaction)).length > 0);
  }

  /** Stores what changed with an event each, and the paths that follow from it; refuses what is no tree. */
  private async store(
    transaction: Transaction,
    changed: readonly Changed[],
    on: string,
    place: PlaceOf,
    dryRun = false,
  ): Promise<void> {
    const before = new Map((await this.areas.all(transaction)).map((each) => [each.area.id, each]));
    const others = [...before.values()]
      .map(({ area }) => area)
      .filter(({ id }) => !changed.some((c) => c.area.id === id));
    const issues = treeIssues(
      others,
      changed.map(({ area }) => area),
      place,
    );
    if (issues.length > 0) throw badTable(issues);
    if (dryRun) return;
    const after = new Map([...others, ...changed.map(({ area }) => area)].map((area) => [area.id, area]));
    const recordedAt = new Date().toISOString();
    for (const { area, kind } of changed) {
      const was = before.get(area.id);
      const path = pathOf(area, after);
      if (was) await this.update(transaction, { area, path, version: was.version });
      else await this.areas.insert(transaction, { area, path });
      const event = { kind, on: was ? on : (area.opened ?? on), before: was?.area ?? null, after: area, recordedAt };
      await this.areas.record(transaction, area.id, event);
    }
    for (const { area, path } of before.values()) {
      const now = pathOf(after.get(area.id) ?? area, after);
      if (now !== path && !changed.some((each) => each.area.id === area.id))
        await this.areas.movePath(transaction, area.id, now);
    }
  }

  private async update(transaction: Transaction, stored: StoredArea): Promise<void> {
    if (!(await this.areas.update(transaction, stored))) throw stale();
  }

  private async tell(transaction: Transaction, id: string): Promise<Versioned> {
    const { area, version } = await this.existing(transaction, id);
    return { detail: { ...area, history: await this.areas.history(transaction, id) }, version };
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

const taken = (id: string): Refusal =>
  new Refusal('conflict', 'area-exists', { zh: `已有区域“${id}”，内容不同`, en: `The area "${id}" exists already` });

const stale = (): Refusal =>
  new Refusal('stale', 'stale-version', {
    zh: '别人已经改过，请刷新后再改',
    en: 'It was changed meanwhile; load it again and repeat the change',
  });

const gone = ({ name }: Area): Refusal =>
  new Refusal('unacceptable', 'area-closed', {
    zh: `“${name.zh}”已撤销，不能再改`,
    en: `"${name.en}" is closed and cannot be changed`,
  });

const badTable = (issues: Refusal['issues']): Refusal =>
  new Refusal(
    'unacceptable',
    'not-a-tree',
    { zh: '区域资料有误，没有保存', en: 'The areas are not in order; nothing was stored' },
    issues,
  );
