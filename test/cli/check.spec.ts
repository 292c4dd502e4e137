import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { repository } from '../support/shipped.js';
import { temporaryFolder, yimen } from './yimen.js';

const desk = 'yongzhou/intake/2014';
const standard = 'yongzhou/acceptance/2014';
const folder = temporaryFolder();
afterAll(() => folder.remove());

/** A copy of the shipped configuration with the text of one file edited. */
function copied(name: string, file: string, edit: (text: string) => string): string {
  const root = folder.path(`${name}/.`);
  for (const part of ['rules', 'forms']) cpSync(join(repository, part), join(root, part), { recursive: true });
  const text = readFileSync(join(root, file), 'utf8');
  writeFileSync(join(root, file), edit(text));
  expect(edit(text)).not.toBe(text);
  return root;
}

describe('yimen check', () => {
  it('finds no error in what is shipped', () => {
    const { code, out } = yimen(['check']);
    expect(code).toBe(0);
    expect(out).toContain(`✓ ${desk}: 0 个错误`);
    expect(out).toContain(`✓ ${standard}: 0 个错误`);
  });

  it('checks one edition by its id or the editions of a folder', () => {
    expect(yimen(['check', desk]).out).not.toContain(standard);
    expect(yimen(['check', 'rules/yongzhou/intake']).out).not.toContain(standard);
    expect(yimen(['check', 'rules/yongzhou']).out).toContain(standard);
  });

  it('names file, line, column, severity and code, in both languages, and ends with 1', () => {
    const root = copied('unbalanced', `rules/${standard}/hardware.json`, (text) =>
      text.replace('"points": 15', '"points": 14'),
    );
    const { code, out } = yimen(['check', standard, '--from', root]);
    expect(code).toBe(1);
    expect(out).toMatch(/^rules\/\S+\.json:\d+:\d+ {2}error points-do-not-add-up/mu);
    expect(out).toMatch(/^✗ .*[1-9]\d* 个错误/mu);
  });

  it('prints issues as JSON with the counterexample', () => {
    const root = copied('silent', `rules/${desk}/desk.json`, (text) => {
      const document = JSON.parse(text);
      document.rules.pop();
      return JSON.stringify(document);
    });
    const { code, out } = yimen(['check', desk, '--from', root, '--json']);
    expect(code).toBe(1);
    const [{ edition, issues }] = JSON.parse(out);
    expect(edition).toBe(desk);
    const gap = issues.find((issue: { code: string }) => issue.code === 'no-disposition');
    const { lines } = yimen(['evaluate', desk, '-', '--from', root], { input: JSON.stringify(gap.counterexample) });
    expect(lines[0]).toMatchObject({ status: 'complete', disposition: null });
  });

  it.each<[string, (text: string) => string]>([
    ['an unknown operator', (text) => text.replace('"equal"', '"equals"')],
    ['an empty any', (text) => text.replace('"all": [', '"any": [], "all": [')],
    ['a broken file', (text) => text.replace('{', '{{')],
  ])('refuses %s with its place', (name, edit) => {
    const root = copied(name.replaceAll(' ', '-'), `rules/${desk}/desk.json`, edit);
    const { code, out } = yimen(['check', desk, '--from', root]);
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^rules/${desk}/desk\\.json:\\d+:\\d+ {2}error `, 'mu'));
  });
});
