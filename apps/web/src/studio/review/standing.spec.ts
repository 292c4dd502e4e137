import { describe, expect, it } from '@jest/globals';
import type { Issue } from '@yimen/config';
import type { GateRun, NewerVersion } from '@yimen/contracts';
import { hindranceOf, isReady, missingIn } from './standing.js';

const error = (code: string): Issue => ({
  code,
  severity: 'error',
  document: '',
  pointer: '',
  message: { zh: '', en: '' },
});
const gate = (more: object = {}) => ({ state: 'done', version: 3, report: { passed: true }, ...more }) as GateRun;
const draft = { editors: [{ name: 'ann', title: '' }], newer: null };
const newer = (needed: boolean) => ({ needed }) as NewerVersion;
const who = { name: 'bob', reviewer: true };

describe('What is missing before a draft is sent', () => {
  it('tells a failing case once', () => {
    const missing = missingIn(1, [error('case-fails'), error('cap-too-large')], [{ passed: false }, { passed: true }]);
    expect(missing).toEqual({ unconfirmed: 1, errors: 1, failing: 1 });
    expect([isReady(missing), isReady(missingIn(0, [], []))]).toEqual([false, true]);
  });
});

describe('What keeps somebody from approving', () => {
  it.each([
    ['nothing', who, gate(), undefined],
    ['their role', { ...who, reviewer: false }, gate(), 'not-reviewer'],
    ['their own edits', { ...who, name: 'ann' }, gate(), 'own-draft'],
    ['a gate that never ran', who, null, 'no-gate'],
    ['a gate that was stopped', who, gate({ state: 'cancelled' }), 'no-gate'],
    ['a gate of another version', who, gate({ version: 2 }), 'gate-old'],
    ['a gate under way', who, gate({ state: 'running', report: null }), 'gate-running'],
    ['a gate that was not passed', who, gate({ report: { passed: false } }), 'gate-failed'],
  ] as const)('is %s', (_, somebody, run, hindrance) => {
    expect(hindranceOf(draft, 3, somebody, run)).toBe(hindrance);
  });

  it('is a newer version that it needs, whatever the gate says', () => {
    expect(hindranceOf({ ...draft, newer: newer(true) }, 3, who, null)).toBe('outdated');
    expect(hindranceOf({ ...draft, newer: newer(false) }, 3, who, gate())).toBeUndefined();
  });
});
