/** Owns which records an account may store and read: those of its areas and everything below them. */
import { Inject, Injectable } from '@nestjs/common';
import type { Edition } from '@yimen/config';
import type { Permission } from '@yimen/contracts';
import { AreaScope, type Scope } from '../areas/area-scope.service.js';
import type { Actor } from '../identity/account.js';

export type { Scope };

const storing: Readonly<Record<Edition['kind'], Permission>> = { desk: 'take-matters', standard: 'fill-sheets' };

@Injectable()
export class SubmissionScope {
  constructor(@Inject(AreaScope) private readonly areas: AreaScope) {}

  /** What an account may read. */
  reading(actor: Actor): Promise<Scope> {
    return this.areas.of(actor, 'read-records');
  }

  /** The area in which a record of a kind is stored: the one named, or the only one that the account has. */
  storingIn(actor: Actor, kind: Edition['kind'], named: string | undefined): Promise<string> {
    return this.areas.storingIn(actor, storing[kind], named);
  }
}
