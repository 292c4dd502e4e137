import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { repository } from '../support/shipped.js';
import { executable, temporaryFolder, yimen } from './yimen.js';

const desk = 'yongzhou/intake/2014';
const standard = 'yongzhou/acceptance/2014';
const [first = '', second = ''] = readFileSync(
  join(repository, `rules/${desk}/cases/applications.jsonl`),
  'utf8',
).split('\n');
const folder = temporaryFolder();
afterAll(() => folder.remove());

const evaluate = (text: string | Buffer, name = 'facts.jsonl', ...options: string[]) =>
  yimen(['evaluate', desk, folder.path(name, text), ...options]);
const codesOf = (answer: { issues: { code: string }[] }): string[] => answer.issues.map((issue) => issue.code);

describe('yimen evaluate', () => {
  it('answers one document with one document', () => {
    const pretty = JSON.stringify(JSON.parse(first), null, 2);
    const { code, lines } = evaluate(pretty, 'facts.json');
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ id: JSON.parse(first).id, ...JSON.parse(first).expect });
  });

  it('answers line by line, in order, past blank lines and without a last newline', () => {
    const { code, lines } = evaluate(`\uFEFF${second}\r\n\n   \n${first}`);
    expect(code).toBe(0);
    expect(lines.map((line) => line.id)).toEqual([JSON.parse(second).id, JSON.parse(first).id]);
  });

  it('adds the trace where it is asked for', () => {
    expect(evaluate(first, 'a.jsonl', '--trace').lines[0].trace.rules.length).toBeGreaterThan(5);
    expect(evaluate(first).lines[0]).not.toHaveProperty('trace');
  });

  it('goes on past a line that is not valid and says where it is broken', () => {
    const { code, lines } = evaluate(`${first}\n{"application": }\n{"id":"x","application":{"sameDay":1}}\n${second}`);
    expect(code).toBe(1);
    expect(lines.map((line) => line.status)).toEqual(['complete', 'invalid', 'invalid', 'complete']);
    expect(lines[1].issues[0]).toMatchObject({ code: 'invalid-json', line: 2, column: 17 });
    expect(lines[2]).toMatchObject({ id: 'x', issues: [{ code: 'wrong-type', pointer: '/application/sameDay' }] });
  });

  it('skips a line of 10 MB and goes on', () => {
    const { code, lines } = evaluate(`${first}\n${'x'.repeat(10_000_000)}\n${second}\n`);
    expect(code).toBe(1);
    expect(lines.map((line) => line.status)).toEqual(['complete', 'invalid', 'complete']);
    expect(lines[1].issues[0]).toMatchObject({ code: 'line-too-long', line: 2 });
  });

  it('says that a line is not UTF-8 instead of guessing', () => {
    const gbk = Buffer.concat([
      Buffer.from('{"application":{"matter":"'),
      Buffer.from([0xd6, 0xd0]),
      Buffer.from('"}}'),
    ]);
    const { code, lines } = evaluate(gbk);
    expect(code).toBe(1);
    expect(codesOf(lines[0])).toEqual(['not-utf8']);
  });

  it('finds no answers in prototype names', () => {
    const { lines } = evaluate('{"__proto__":{"application":{}}}\n{"application":{"constructor":1,"__proto__":2}}');
    expect(lines.map((line) => line.status)).toEqual(['invalid', 'invalid']);
  });

  it.each([
    ['null', 'wrong-type'],
    ['[]', 'wrong-type'],
    ['', 'invalid-json'],
  ])('refuses the document %j', (text, code) => {
    const run = evaluate(text, 'facts.json');
    expect(run.code).toBe(1);
    expect(codesOf(run.lines[0])).toContain(code);
  });

  it.each([
    ['one pretty document', () => JSON.stringify(JSON.parse(first), null, 2), ['complete']],
    ['one document a line', () => `${first}\n${second}\n`, ['complete', 'complete']],
    ['lines of which the first is broken', () => `{"application"\n${first}`, ['invalid', 'complete']],
    ['one broken document', () => '{\n  "application": {\n    "sameDay": ,\n  }\n}', ['invalid']],
    ['nothing', () => '\n\n', []],
  ])('reads %s from standard input', (_, text, statuses) => {
    expect(yimen(['evaluate', desk, '-'], { input: text() }).lines.map((line) => line.status)).toEqual(statuses);
  });

  it('does not hold back a stream whose first line is broken', () => {
    const input = `{"application"\n${`${first}\n`.repeat(6000)}`;
    const { lines } = yimen(['evaluate', desk, '-'], { input });
    expect(lines).toHaveLength(6001);
    expect(lines.filter((line) => line.status === 'complete')).toHaveLength(6000);
  });

  it('places the fault of a document in its own lines', () => {
    const { lines } = evaluate('\n{\n\n  "application": ,\n}', 'facts.json');
    expect(lines[0].issues[0]).toMatchObject({ line: 4, column: 18 });
  });

  it('ends quietly when its reader goes away', async () => {
    const child = spawn(process.execPath, [executable, 'evaluate', standard, '-'], { cwd: repository });
    let complaints = '';
    child.stderr.on('data', (data) => {
      complaints += data;
    });
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('{"unit":{"hallArea":-1}}\n'.repeat(50_000));
    const [code] = await once(child, 'exit');
    expect(complaints).toBe('');
    expect(code).toBe(0);
  });
});

describe('yimen result', () => {
  it('gives the exact mean and its grade', () => {
    const { code, lines } = yimen(['result', standard, '-'], {
      input: '{"id":"a","planned":3,"scores":[83.4,93.2]}\n{"planned":1,"scores":[90]}\n',
    });
    expect(code).toBe(0);
    expect(lines).toEqual([
      { id: 'a', mean: '58.87', grade: 'fail' },
      { mean: '90.00', grade: 'good' },
    ]);
  });

  it('ends with 1 where an input is not valid', () => {
    const { code, lines } = yimen(['result', standard, '-'], { input: '{"planned":0,"scores":[]}' });
    expect(code).toBe(1);
    expect(lines[0]).toMatchObject({ status: 'invalid', issues: [{ pointer: '/planned' }] });
  });
});
