/** Owns for which areas an account may do something: those it has, and everything below them. */
import { Inject, Injectable } from '@nestjs/common';
import type { Permission } from '@yimen/contracts';
import { type Actor, areasFor } from '../identity/account.js';
import { Refusal } from '../refusal.js';
import { AreasService } from './areas.service.js';
import { holds, type Scope } from './scope.js';

@Injectable()
export class WorkingAreas {
  constructor(@Inject(AreasService) private readonly areas: AreasService) {}

  /** The paths below which an account may do something. */
  of({ account }: Actor, permission: Permission): Promise<Scope> {
    return this.areas.pathsOf(areasFor(account, permission));
  }

  /** Whether an area is one of those. */
  async covers(actor: Actor, permission: Permission, area: string): Promise<boolean> {
    if (areasFor(actor.account, permission).includes(area)) return true;
    const [path] = await this.areas.pathsOf([area]);
    return path !== undefined && holds(await this.of(actor, permission), path);
  }

  /** The area in which something is stored: the one named, or the only one that the account has. */
  async storingIn(actor: Actor, permission: Permission, named: string | undefined): Promise<string> {
    const own = [...new Set(areasFor(actor.account, permission))];
    const area = named ?? (own.length === 1 ? own[0] : undefined);
    if (area === undefined) throw own.length === 0 ? notAllowed() : whichArea();
    if (await this.covers(actor, permission, area)) return area;
    throw notAllowed();
  }
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
