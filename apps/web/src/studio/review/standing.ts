/** Owns what stands between a draft and its publication: what is missing before sending, and why somebody may not approve. Pure. */
import type { Issue } from '@yimen/config';
import type { CaseResult, Draft, GateRun } from '@yimen/contracts';

export interface Missing {
  readonly unconfirmed: number;
  readonly errors: number;
  readonly failing: number;
}

/** What is to be done before a draft is sent. Cases that fail are errors of the checks as well, and told once. */
export function missingIn(
  unconfirmed: number,
  issues: readonly Issue[],
  cases: readonly Pick<CaseResult, 'passed'>[],
): Missing {
  const errors = issues.filter(({ severity, code }) => severity === 'error' && code !== 'case-fails').length;
  return { unconfirmed, errors, failing: cases.filter(({ passed }) => !passed).length };
}

export const isReady = ({ unconfirmed, errors, failing }: Missing): boolean => unconfirmed + errors + failing === 0;

/** Why somebody may not approve a draft now; undefined where they may. */
export type Hindrance =
  | 'not-reviewer'
  | 'own-draft'
  | 'outdated'
  | 'no-gate'
  | 'gate-running'
  | 'gate-old'
  | 'gate-failed';

export function hindranceOf(
  draft: Pick<Draft, 'editors' | 'newer'>,
  version: number,
  who: { readonly name: string | undefined; readonly reviewer: boolean },
  gate: GateRun | null | undefined,
): Hindrance | undefined {
  if (!who.reviewer) return 'not-reviewer';
  if (draft.editors.some(({ name }) => name === who.name)) return 'own-draft';
  if (draft.newer?.needed) return 'outdated';
  if (!gate || gate.state === 'cancelled' || gate.state === 'failed') return 'no-gate';
  if (gate.version !== version) return 'gate-old';
  if (gate.state === 'running') return 'gate-running';
  return gate.report?.passed ? undefined : 'gate-failed';
}
