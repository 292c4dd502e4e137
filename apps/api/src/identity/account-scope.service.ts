/** Owns which accounts somebody may manage: those that belong to the own areas and everything below them. */
import { Inject, Injectable } from '@nestjs/common';
import type { Assignment } from '@yimen/contracts';
import { AreasService } from '../areas/areas.service.js';
import { holds, type Scope } from '../areas/scope.js';
import type { Doer } from '../audit/audit-trail.service.js';
import { Refusal } from '../refusal.js';
import { areasFor, type StoredAccount } from './account.js';

/** The scope of the system itself. */
const EVERYTHING: Scope = ['/'];

@Injectable()
export class AccountScope {
  constructor(@Inject(AreasService) private readonly areas: AreasService) {}

  async managing(by: Doer): Promise<Scope> {
    return by === null ? EVERYTHING : this.areas.pathsOf(areasFor(by.account, 'manage-accounts'));
  }

  /** The area to which an account with such assignments belongs; refused where one of them is out of reach. */
  async areaOf(by: Doer, assignments: readonly Assignment[]): Promise<string | null> {
    const scope = await this.managing(by);
    for (const { area } of assignments) await this.areas.get(area);
    const paths = await this.areas.pathsOf(assignments.map(({ area }) => area));
    if (paths.some((path) => !holds(scope, path))) throw outOfReach();
    const within = paths.length > 0 ? paths : scope;
    return commonTo(within);
  }

  /** Refuses an account that belongs to somebody else, or holds a role where somebody else manages accounts. */
  async check(by: Doer, { area, assignments }: StoredAccount): Promise<void> {
    const scope = await this.managing(by);
    const held = assignments.map((each) => each.area);
    const paths = await this.areas.pathsOf(area === null ? held : [area, ...held]);
    const foreign = paths.some((path) => !holds(scope, path));
    if (foreign || (area === null && !(await this.areas.isWhole(scope)))) throw outOfReach();
  }
}

/** The lowest area that holds all paths; null where there is none. */
export function commonTo(paths: readonly string[]): string | null {
  const split = paths.map((path) => path.split('/').filter((part) => part !== ''));
  const [first = [], ...rest] = split;
  const length = first.findIndex((part, index) => rest.some((other) => other[index] !== part));
  return first.slice(0, length === -1 ? first.length : length).at(-1) ?? null;
}

const outOfReach = (): Refusal =>
  new Refusal('forbidden', 'out-of-area', {
    zh: '超出您负责的区域，请联系上级运维人员',
    en: 'This is outside the areas you work for; ask an operator who has them',
  });
