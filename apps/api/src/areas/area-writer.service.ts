/** Owns storing changes of the tree: all of them or none, what is no tree or out of scope refused, each with its event. */
import { Inject, Injectable } from '@nestjs/common';
import type { Issue } from '@yimen/config';
import { AuditTrail } from '../audit/audit-trail.service.js';
import type { Transaction } from '../database/unit-of-work.js';
import { Refusal, stale } from '../refusal.js';
import { AreaRepository, type StoredArea } from './area.repository.js';
import type { Changed } from './area-change.js';
import { nameIssues } from './area-name.js';
import { standingOf, type Trees, touched } from './area-places.js';
import { type AreaScope, outside, outsideWords } from './area-scope.js';
import { type PlaceOf, treeIssues } from './area-tree.js';

export interface Changes {
  readonly changed: readonly Changed[];
  /** The day on which they take effect. */
  readonly on: string;
  /** Where each stands in what was sent. */
  readonly place: PlaceOf;
  readonly scope: AreaScope;
}

@Injectable()
export class AreaWriter {
  constructor(
    @Inject(AreaRepository) private readonly areas: AreaRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Refuses what cannot be stored; stores nothing. */
  async check(transaction: Transaction, { changed, place, scope }: Changes): Promise<Trees> {
    const before = new Map((await this.areas.all(transaction)).map((each) => [each.area.id, each]));
    const after = new Map([...before.values()].map(({ area }) => [area.id, area]));
    for (const { area } of changed) after.delete(area.id);
    const areas = changed.map(({ area }) => area);
    const issues = [...treeIssues([...after.values()], areas, place), ...nameIssues(areas, place)];
    if (issues.length > 0) throw notATree(issues);
    for (const { area } of changed) after.set(area.id, area);
    const foreign = changed.filter(({ area }) => !touched(area, { before, after }).every((path) => scope.covers(path)));
    if (foreign.length > 0) throw outside(foreign.map(({ area }) => ({ ...outsideIssue, ...place(area, 'id') })));
    return { before, after };
  }

  async store(transaction: Transaction, changes: Changes): Promise<void> {
    const { before, after } = await this.check(transaction, changes);
    const recordedAt = new Date().toISOString();
    for (const { area, kind } of changes.changed) {
      const was = before.get(area.id);
      const stands = standingOf(area, after);
      if (was) await this.update(transaction, { area, ...stands, version: was.version });
      else await this.areas.insert(transaction, { area, ...stands });
      const on = was ? changes.on : (area.opened ?? changes.on);
      await this.areas.record(transaction, area.id, { kind, on, before: was?.area ?? null, after: area, recordedAt });
      this.audit.record(transaction, changes.scope.by, {
        action: was ? 'area-changed' : 'area-created',
        subject: { kind: 'area', id: area.id },
        area: area.id,
        details: { kind, on, name: area.name.zh },
      });
    }
    await this.restandOthers(transaction, { before, after }, new Set(changes.changed.map(({ area }) => area.id)));
  }

  /** What lies below a moved area, or was merged into one, stands elsewhere; that is no change of its own. */
  private async restandOthers(transaction: Transaction, trees: Trees, changed: ReadonlySet<string>): Promise<void> {
    for (const { area, path, reach } of trees.before.values()) {
      if (changed.has(area.id)) continue;
      const now = standingOf(trees.after.get(area.id) ?? area, trees.after);
      if (now.path !== path || now.reach !== reach) await this.areas.restand(transaction, area.id, now);
    }
  }

  private async update(transaction: Transaction, stored: StoredArea): Promise<void> {
    if (!(await this.areas.update(transaction, stored))) throw stale();
  }
}

const outsideIssue = { code: 'outside-scope', severity: 'error', message: outsideWords } as const;

const notATree = (issues: readonly Issue[]): Refusal =>
  new Refusal(
    'unacceptable',
    'not-a-tree',
    { zh: '区域资料有误，没有保存', en: 'The areas are not in order; nothing was stored' },
    issues,
  );
