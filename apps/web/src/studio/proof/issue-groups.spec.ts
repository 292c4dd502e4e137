import { describe, expect, it } from '@jest/globals';
import type { Issue } from '@yimen/config';
import { groupsOf } from './issue-groups.js';

const issue = (code: string, pointer: string, severity: Issue['severity'] = 'error'): Issue => ({
  code,
  severity,
  document: 'd',
  pointer,
  message: { zh: '', en: '' },
});

describe('Groups of issues', () => {
  it('are by place, and take all differences of a case for one', () => {
    const issues = [
      issue('case-fails', '/0/expect/total'),
      issue('cap-too-large', '/x'),
      issue('case-fails', '/0/expect/grade'),
      issue('case-fails', '/1/expect/grade'),
      issue('cap-too-large', '/x', 'warning'),
    ];
    const groups = groupsOf(issues, 'error', ({ code }) => [code, 'same', 'deeper']);
    expect(groups.map(({ place, rows }) => [place, rows.map((row) => row.issues.length)])).toEqual([
      ['case-fails › same', [2, 1]],
      ['cap-too-large › same', [1]],
    ]);
  });
});
