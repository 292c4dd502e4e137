/** Owns which areas an account may change: those for which it may edit areas, and everything below them. */
import type { Issue } from '@yimen/config';
import type { Doer } from '../audit/audit-trail.service.js';
import { type Actor, areasFor } from '../identity/account.js';
import { Refusal } from '../refusal.js';

export class AreaScope {
  /** What the installation itself does is not kept to areas. */
  static readonly everywhere = new AreaScope(null, undefined);

  private constructor(
    /** Whose it is. */
    readonly by: Doer,
    private readonly areas: readonly string[] | undefined,
  ) {}

  static of(actor: Actor): AreaScope {
    return new AreaScope(actor, areasFor(actor.account, 'edit-areas'));
  }

  /** Whether an area may be changed; its path names every area above it; `/`, above all areas, names none. */
  covers(path: string): boolean {
    return this.areas === undefined || this.areas.some((id) => path.includes(`/${id}/`));
  }
}

/** What somebody is told who changes areas of others. */
export const outside = (issues: readonly Issue[] = []): Refusal =>
  new Refusal('forbidden', 'not-allowed', outsideWords, issues);

export const outsideWords = {
  zh: '这个区域不归您管理，不能修改，需要的话请联系上级管理员',
  en: 'You do not manage this area and cannot change it; ask the administrator above',
} as const;
