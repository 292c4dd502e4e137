import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { auditActions, auditReport, roles } from '@yimen/contracts';

type Words = { readonly [key: string]: string | Words };

const read = (language: string): Words =>
  JSON.parse(readFileSync(new URL(`./${language}.json`, import.meta.url), 'utf8'));

const flat = (words: Words, path = ''): [key: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );

const [zh, en] = [new Map(flat(read('zh'))), new Map(flat(read('en')))];

/** What a text takes in: values and elements. */
const slots = (text = '') => (text.match(/\{\{\w+\}\}|<\/?\w+ ?\/?>/gu) ?? []).sort();

describe('The words of the screens', () => {
  it('are there in both languages, with the same slots', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    const differing = [...zh.keys()].filter((key) => slots(zh.get(key)).join() !== slots(en.get(key)).join());
    // Sentences that in one language read better without the name.
    expect(differing).toEqual(['home.welcome', 'identity.provider.problem.provider-declined']);
  });

  const faults = auditReport.shape.faults.element.shape.kind.options;
  it.each([
    ...auditActions.flatMap((action) => [`audit.action.${action}`, `audit.did.${action}`]),
    ...faults.map((kind) => `audit.check.fault.${kind}`),
    ...roles.map((role) => `identity.role.${role}`),
  ])('tell %s', (key) => {
    expect(zh.get(key)).toMatch(/\p{Script=Han}/u);
    expect(en.get(key)).toMatch(/[a-z]/u);
  });
});
