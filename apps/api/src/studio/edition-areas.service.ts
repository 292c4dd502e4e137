/** Owns whose editions are: the authority of an edition's id is the area that makes it, and its people work on it. */
import { Inject, Injectable } from '@nestjs/common';
import type { Permission } from '@yimen/contracts';
import { AreasService } from '../areas/areas.service.js';
import { holds, type Scope } from '../areas/scope.js';
import { WorkingAreas } from '../areas/working-areas.service.js';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';

@Injectable()
export class EditionAreas {
  constructor(
    @Inject(AreasService) private readonly areas: AreasService,
    @Inject(WorkingAreas) private readonly working: WorkingAreas,
  ) {}

  /** The area that an edition belongs to; null where its authority names none: then it is of whoever has all areas. */
  async areaOf(edition: string): Promise<string | null> {
    const [authority = ''] = edition.split('/');
    const [path] = await this.areas.pathsOf([authority]);
    return path === undefined ? null : authority;
  }

  /** The paths below which somebody may do something with editions. */
  scopeOf(actor: Actor, permission: Permission): Promise<Scope> {
    return this.working.of(actor, permission);
  }

  /** Whether somebody may do something with an edition. */
  async covers(actor: Actor, permission: Permission, edition: string): Promise<boolean> {
    const [authority = ''] = edition.split('/');
    const scope = await this.scopeOf(actor, permission);
    const [path] = await this.areas.pathsOf([authority]);
    return path === undefined ? this.areas.isWhole(scope) : holds(scope, path);
  }

  /** Refuses an edition of others. */
  async check(actor: Actor, permission: Permission, edition: string): Promise<void> {
    if (await this.covers(actor, permission, edition)) return;
    throw new Refusal('forbidden', 'not-allowed', {
      zh: '这个版本不归您的区域管理，需要的话请联系上级管理员',
      en: 'This edition is not of your areas; ask the administrator above if you need it',
    });
  }
}
