/** Owns which records an account may store and read: those of its areas and everything below them. */
import { Inject, Injectable } from '@nestjs/common';
import type { Edition } from '@yimen/config';
import type { Permission } from '@yimen/contracts';
import type { Scope } from '../areas/scope.js';
import { WorkingAreas } from '../areas/working-areas.service.js';
import type { Actor } from '../identity/account.js';

const storing: Readonly<Record<Edition['kind'], Permission>> = { desk: 'take-matters', standard: 'fill-sheets' };

@Injectable()
export class SubmissionScope {
  constructor(@Inject(WorkingAreas) private readonly areas: WorkingAreas) {}

  /** What an account may read, or do something else with. */
  of(actor: Actor, permission: Permission = 'read-records'): Promise<Scope> {
    return this.areas.of(actor, permission);
  }

  /** The area in which a record of a kind is stored: the one named, or the only one that the account has. */
  storingIn(actor: Actor, kind: Edition['kind'], named: string | undefined): Promise<string> {
    return this.areas.storingIn(actor, storing[kind], named);
  }
}
