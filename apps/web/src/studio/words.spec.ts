import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

type Words = { readonly [key: string]: string | Words };

const here = fileURLToPath(new URL('.', import.meta.url));
const rooms = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('words.zh.json'))
  .map((name) => name.slice(0, -'words.zh.json'.length));

const read = (room: string, language: string): Map<string, string> =>
  new Map(flat(JSON.parse(readFileSync(join(here, room, `words.${language}.json`), 'utf8'))));

const flat = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );

/** What a text takes in: values and elements. */
const slots = (text = '') => (text.match(/\{\{\w+\}\}|<\/?\w+ ?\/?>/gu) ?? []).sort().join();

describe('The words of the Studio', () => {
  it('are found', () => {
    expect(rooms.length).toBeGreaterThan(1);
  });

  it.each(rooms)('are there in both languages, with the same slots: %s', (room) => {
    const [zh, en] = [read(room, 'zh'), read(room, 'en')];
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    const differing = [...zh].filter(([key, text]) => slots(text) !== slots(en.get(key)));
    expect(differing).toEqual([]);
    for (const text of zh.values()) expect(text).not.toMatch(/[A-Za-z]{2,}(?![^{]*\}\})(?![^<]*>)/u);
    for (const text of en.values()) expect(text).not.toMatch(/\p{Script=Han}/u);
  });
});
