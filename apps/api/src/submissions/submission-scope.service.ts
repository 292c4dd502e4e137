/** Owns which records an account may store and read: those of its areas and everything below them. */
import { Inject, Injectable } from '@nestjs/common';
import type { Edition } from '@yimen/config';
import type { Permission } from '@yimen/contracts';
import { AreasService } from '../areas/areas.service.js';
import { holds, type Scope } from '../areas/scope.js';
import { type Actor, areasFor } from '../identity/account.js';
import { Refusal } from '../refusal.js';

const storing: Readonly<Record<Edition['kind'], Permission>> = { desk: 'take-matters', standard: 'fill-sheets' };

@Injectable()
export class SubmissionScope {
  constructor(@Inject(AreasService) private readonly areas: AreasService) {}

  /** What an account may read, or do something else with. */
  of({ account }: Actor, permission: Permission = 'read-records'): Promise<Scope> {
    return this.areas.pathsOf(areasFor(account, permission));
  }

  /** The area in which a record of a kind is stored: the one named, or the only one that the account has. */
  async storingIn({ account }: Actor, kind: Edition['kind'], named: string | undefined): Promise<string> {
    const own = areasFor(account, storing[kind]);
    const area = named ?? (own.length === 1 ? own[0] : undefined);
    if (area === undefined) throw own.length === 0 ? notAllowed() : whichArea();
    if (own.includes(area)) return area;
    const [path = ''] = await this.areas.pathsOf([area]);
    if (path && holds(await this.areas.pathsOf(own), path)) return area;
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
