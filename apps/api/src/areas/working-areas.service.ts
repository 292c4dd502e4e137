/** Owns for which areas an account may do something: those it has, everything below them, and what was merged into them. */
import { Inject, Injectable } from '@nestjs/common';
import { type Area, type Assignment, allows, type Permission } from '@yimen/contracts';
import { type Actor, areasFor, mayDo } from '../identity/account.js';
import { dayInChina } from '../local-day.js';
import { Refusal } from '../refusal.js';
import { AreasService } from './areas.service.js';
import { type RecordKind, type RecordScope, recordKinds } from './record-scope.js';
import { holds, type Scope } from './scope.js';

/** What reading the records of a kind needs. */
const reading: Readonly<Record<RecordKind, Permission>> = { desk: 'read-matters', standard: 'read-sheets' };

@Injectable()
export class WorkingAreas {
  constructor(@Inject(AreasService) private readonly areas: AreasService) {}

  /** What belongs to the areas for which one role of an account allows everything named. */
  of({ account }: Actor, ...permissions: readonly Permission[]): Promise<Scope> {
    const [first, ...others] = permissions.map((each) => assignmentsFor(account, each));
    const allowing = (first ?? []).filter((each) => others.every((some) => some.includes(each)));
    return this.areas.pathsOf(allowing.map(({ area }) => area));
  }

  /** The records that an account may read, or may read and do something else with. */
  async readable(actor: Actor, ...more: readonly Permission[]): Promise<RecordScope> {
    const scopes = recordKinds.map(async (kind) => [kind, await this.of(actor, reading[kind], ...more)] as const);
    return Object.fromEntries(await Promise.all(scopes)) as unknown as RecordScope;
  }

  /** Whether an area is one of those. */
  async covers(actor: Actor, permission: Permission, area: string): Promise<boolean> {
    if (areasFor(actor.account, permission).includes(area)) return true;
    const [path] = await this.areas.pathsOf([area]);
    return path !== undefined && holds(await this.of(actor, permission), path);
  }

  /** The area in which something is stored: the one named, or the only open one that the account has. */
  async storingIn(actor: Actor, permission: Permission, named: string | undefined): Promise<string> {
    if (named === undefined) return this.onlyOpen(actor, permission);
    if (!(await this.covers(actor, permission, named))) throw notAllowed();
    await this.refuseClosed(actor, permission, named);
    return named;
  }

  private async onlyOpen(actor: Actor, permission: Permission): Promise<string> {
    const own = [...new Set(areasFor(actor.account, permission))];
    const [first] = own;
    if (first === undefined) throw notAllowed();
    if (own.length === 1) {
      await this.refuseClosed(actor, permission, first);
      return first;
    }
    const standings = await Promise.all(own.map((id) => this.areas.standing(id)));
    const open = own.filter((_, index) => !closedBy(standings[index]?.area, today()));
    const [only] = open;
    if (open.length !== 1 || only === undefined) throw whichArea();
    return only;
  }

  /** Nothing more is stored in an area that is no more; the one that goes on is named. */
  private async refuseClosed(actor: Actor, permission: Permission, id: string): Promise<void> {
    const standing = await this.areas.standing(id);
    if (!standing || !closedBy(standing.area, today())) return;
    const { area, successor } = standing;
    if (!successor) throw areaClosed(area);
    throw areaMerged(area, successor, await this.covers(actor, permission, successor.id));
  }
}

/** The assignments by which an account may do something; none where its roles exclude each other. */
const assignmentsFor = (account: Actor['account'], permission: Permission): readonly Assignment[] =>
  mayDo(account, permission) ? account.assignments.filter(({ role }) => allows([role], permission)) : [];

const today = (): string => dayInChina(new Date());

const closedBy = (area: Area | undefined, day: string): boolean =>
  area !== undefined && area.closed !== null && area.closed <= day;

const areaClosed = ({ name, closed }: Area): Refusal =>
  new Refusal('unacceptable', 'area-closed', {
    zh: `“${name.zh}”已于 ${closed} 撤销，没有保存，请改选别的区域`,
    en: `"${name.en}" was closed on ${closed}; nothing was stored; choose another area`,
  });

/** Whoever works for the area that goes on chooses that one; whoever does not needs it assigned. */
function areaMerged({ name, closed }: Area, { name: into }: Area, works: boolean): Refusal {
  return new Refusal('unacceptable', 'area-closed', {
    zh: `“${name.zh}”已于 ${closed} 并入“${into.zh}”，没有保存，请${works ? '改选' : '联系管理员，由其把您的角色改到'}“${into.zh}”`,
    en: `"${name.en}" was merged into "${into.en}" on ${closed}; nothing was stored; ${
      works ? `choose "${into.en}"` : `ask an administrator to move your role to "${into.en}"`
    }`,
  });
}

const notAllowed = (): Refusal =>
  new Refusal('forbidden', 'not-allowed', {
    zh: '您的角色不能在这个区域做这件事，需要的话请联系管理员',
    en: 'Your roles do not allow this in that area; ask an administrator if you need it',
  });

const whichArea = (): Refusal =>
  new Refusal('unacceptable', 'which-area', {
    zh: '您负责不止一个区域，请选择区域',
    en: 'You work for more than one area; choose one',
  });
