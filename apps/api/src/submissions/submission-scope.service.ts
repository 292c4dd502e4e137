/** Owns which records an account may store, change and read: those of its areas, of the kinds that its roles are for. */
import { Inject, Injectable } from '@nestjs/common';
import type { Edition } from '@yimen/config';
import type { Permission } from '@yimen/contracts';
import { AreasService } from '../areas/areas.service.js';
import type { RecordScope } from '../areas/record-scope.js';
import type { Scope } from '../areas/scope.js';
import { WorkingAreas } from '../areas/working-areas.service.js';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';

const storing: Readonly<Record<Edition['kind'], Permission>> = { desk: 'take-matters', standard: 'fill-sheets' };

@Injectable()
export class SubmissionScope {
  constructor(
    @Inject(WorkingAreas) private readonly areas: WorkingAreas,
    @Inject(AreasService) private readonly tree: AreasService,
  ) {}

  /** What an account may read, or may read and do something else with. */
  of(actor: Actor, ...more: readonly Permission[]): Promise<RecordScope> {
    return this.areas.readable(actor, ...more);
  }

  /** Records of any kind in the areas for which an account may do something that shows them by itself. */
  through(actor: Actor, permission: Permission): Promise<Scope> {
    return this.areas.of(actor, permission);
  }

  /** The area in which a record of a kind is stored: the one named, or the only one that the account has. */
  storingIn(actor: Actor, kind: Edition['kind'], named: string | undefined): Promise<string> {
    return this.areas.storingIn(actor, storing[kind], named);
  }

  /**
   * Where the files of a corrected record may lie: in its own area, or in the one that goes on with its work. A record
   * stays where it was stored, also when that area is no more. Refuses whoever may not change it.
   */
  async changingIn(actor: Actor, kind: Edition['kind'], area: string | null): Promise<readonly string[]> {
    if (area === null) return [await this.storingIn(actor, kind, undefined)];
    if (!(await this.areas.covers(actor, storing[kind], area))) throw notAllowed();
    const successor = (await this.tree.standing(area))?.successor;
    return successor ? [area, successor.id] : [area];
  }
}

const notAllowed = (): Refusal =>
  new Refusal('forbidden', 'not-allowed', {
    zh: '您的角色不能更正这份记录，需要的话请联系管理员',
    en: 'Your roles do not allow correcting this record; ask an administrator if you need it',
  });
