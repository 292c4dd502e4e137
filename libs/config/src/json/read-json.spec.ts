import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAnswers, readJson } from './read-json.js';

const told = (text: string) => {
  const { issues } = readJson(text, 'a.json');
  return issues.map(({ code, pointer, line, column }) => `${code} ${pointer} ${line}:${column}`);
};

describe('A JSON document', () => {
  it('is read whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const result = readJson(JSON.stringify(value, null, indent), 'a.json');
        if (result.ok) expect(result.value).toEqual(JSON.parse(JSON.stringify(value)));
        else expect(result.issues.every(({ code }) => code === 'hostile-key')).toBe(true);
      }),
    );
  });

  it('never throws for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\ntrue01e-. \n\u{1f600}') }), (text) => {
        const result = readJson(text, 'a.json');
        expect(result.ok).toBe(readAnswers(text).ok || result.issues.length === 0);
      }),
    );
  });

  it('is refused where its syntax breaks', () => {
    expect(told('{"a": 1,\n "b" 2}')).toEqual(['invalid-json  2:6']);
    expect(told('')).toEqual(['invalid-json  1:1']);
  });

  it('is refused for duplicate keys, however they are written', () => {
    expect(told('{"a": {"b/c": 1,\n  "b\\u002fc": 2}}')).toEqual(['duplicate-key /a/b~1c 1:8']);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('is refused for the key %s', (key) => {
    expect(told(`[{"${key}": 1}]`)).toEqual([`hostile-key /0/${key} 1:3`]);
  });

  it('is refused where it nests deeper than 20 levels, however deep', () => {
    expect(readJson('['.repeat(20) + ']'.repeat(20), 'a.json').ok).toBe(true);
    expect(told(`\n${'['.repeat(21)}${']'.repeat(21)}`)).toEqual(['too-deep  2:21']);
    expect(told('['.repeat(200_000))).toEqual(['too-deep  1:21']);
    expect(told(`["${'['.repeat(100)}"]`)).toEqual([]);
  });

  it('is refused beyond 256 KB of bytes', () => {
    expect(told(`"${'a'.repeat(256 * 1024 - 2)}"`)).toEqual([]);
    expect(told(`"${'a'.repeat(256 * 1024 - 1)}"`)).toEqual(['too-large  1:1']);
    expect(told(`"${'字'.repeat(100_000)}"`)).toEqual(['too-large  1:1']);
  });

  it('is refused for numbers that overflow', () => {
    expect(told('{"a": [1e999]}')).toEqual(['not-finite /a/0 1:8']);
  });

  it('may start with a byte order mark', () => {
    expect(readJson('\ufeff{}', 'a.json')).toEqual({ ok: true, value: {}, issues: [] });
  });

  it('tells no more than a hundred of its faults', () => {
    expect(told(`[${'{"a":1,"a":2},'.repeat(1000)}0]`)).toHaveLength(100);
  });
});

describe('A line of answers', () => {
  it('is read fast, or refused with the place', () => {
    expect(readAnswers('{"a": 1}')).toEqual({ ok: true, value: { a: 1 }, issues: [] });
    expect(readAnswers('{"a": }').issues).toMatchObject([
      { code: 'invalid-json', document: 'input', line: 1, column: 7 },
    ]);
  });

  it('is refused at 10 MB before it is parsed', () => {
    expect(readAnswers('['.repeat(10_000_000)).issues).toMatchObject([{ code: 'too-large' }]);
  });
});
