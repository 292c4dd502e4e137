/** Owns the check that patterns in forms cannot be made to run for ever. */
import { type Issue, pointerTo } from '@yimen/config';
// The build without workers and child processes: libs know no platform.
import recheck from 'recheck/lib/browser.js';
import { finding, type Part, type Proof } from './subject.js';

const TIMEOUT_MS = 2000;

export const checkPatterns: Proof = ({ edition, stop }) =>
  edition.forms.flatMap(({ schema, document }) =>
    patternsIn(schema, '/schema').map(
      ({ pattern, pointer }): Part =>
        () =>
          issuesOf(stop() ? 'stopped' : statusOf(pattern), { document, pointer }),
    ),
  );

const statusOf = (pattern: string) => recheck.checkSync(pattern, 'u', { timeout: TIMEOUT_MS }).status;

function issuesOf(
  status: ReturnType<typeof statusOf> | 'stopped',
  at: { readonly document: string; readonly pointer: string },
): Issue[] {
  if (status === 'safe') return [];
  if (status === 'stopped')
    return [finding('info', 'not-proven', at, '未能证明这个格式是安全的', 'This pattern could not be proven safe')];
  if (status === 'unknown')
    return [
      finding(
        'error',
        'unsafe-pattern',
        at,
        '这个格式太复杂，无法确认它不会被特意构造的输入拖慢，请改得简单些',
        'This pattern is too intricate to be sure that no crafted input makes it run for ever; make it simpler',
      ),
    ];
  return [
    finding(
      'error',
      'unsafe-pattern',
      at,
      '这个格式会被特意构造的输入拖慢，请改写（避免重复里再套重复）',
      'A crafted input can make this pattern run for ever; rewrite it without repetition inside repetition',
    ),
  ];
}

function patternsIn(value: unknown, pointer: string): { pattern: string; pointer: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = pointerTo(pointer, key);
    return key === 'pattern' && typeof inner === 'string' ? [{ pattern: inner, pointer: at }] : patternsIn(inner, at);
  });
}
