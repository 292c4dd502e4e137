import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { callableFunctions } from './suggest';

type Words = Record<string, { args?: string; help?: string }>;

const wordsIn = (language: string): Words =>
  JSON.parse(readFileSync(new URL(`../words.${language}.json`, import.meta.url), 'utf8')).fn;

describe('The functions of formulas', () => {
  it.each(['zh', 'en'])('each have their words, and no others have: %s', (language) => {
    const words = wordsIn(language);
    expect(Object.keys(words).sort()).toEqual(callableFunctions.map(({ id }) => id).sort());
    for (const { args, help } of Object.values(words)) expect([args, help]).not.toContain('');
  });
});
