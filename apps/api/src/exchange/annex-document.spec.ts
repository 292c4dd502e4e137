import { describe, expect, it } from '@jest/globals';
import { editionFromDocuments } from '@yimen/config';
import { strFromU8, unzipSync } from 'fflate';
import { editionIn } from '../../../../test/support/shipped.js';
import { standardDocx } from './annex-document.js';
import { isStandard, type StandardEdition } from './annex-rows.js';

const shipped = editionIn('yongzhou/acceptance/2014') as StandardEdition;
const partsOf = async (edition: StandardEdition, lang: 'zh' | 'en') => unzipSync(await standardDocx(edition, lang));
const xmlOf = async (edition: StandardEdition, lang: 'zh' | 'en') =>
  strFromU8((await partsOf(edition, lang))['word/document.xml'] as Uint8Array);

/** The cells of each row: their texts, paragraphs joined by line feeds. */
const tableOf = (xml: string): string[][] =>
  [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => textOf(cell)),
  );

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gsu)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(''))
    .join('\n')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

/** The standard with another title, standard of its first line, and a condition on it. */
function edited(texts: { readonly title: string; readonly standard: string }): StandardEdition {
  const path = `rules/${shipped.id}/organisation.json`;
  const category = structuredClone(shipped.documents[path]) as any;
  const [line] = category.indicators[0].lines;
  line.standard = { zh: texts.standard };
  line.appliesWhen = { all: [{ fact: 'countyTeam', operator: 'equal', value: true }] };
  const manifest = { ...(shipped.documents[`rules/${shipped.id}/edition.json`] as object), title: { zh: texts.title } };
  const built = editionFromDocuments(shipped.id, {
    ...shipped.documents,
    [path]: category,
    [`rules/${shipped.id}/edition.json`]: manifest,
  });
  if (!built.ok || !isStandard(built.edition)) throw new Error(JSON.stringify(built.issues));
  return built.edition;
}

describe('The Word document of a standard', () => {
  it.each(['zh', 'en'] as const)('has a row for every line with its points and standard, in %s', async (lang) => {
    const table = tableOf(await xmlOf(shipped, lang));
    const lines = shipped.standard.categories.flatMap(({ indicators }) => indicators.flatMap(({ lines }) => lines));
    expect(table.length).toBe(lines.length + 2);
    expect(table.slice(1, -1).map((row) => row.slice(2, 5))).toEqual(
      lines.map(({ title, points, standard }) => [title[lang], String(points), standard[lang]]),
    );
    const equipment = table.find(([, , title]) => title === (lang === 'zh' ? '办公设施' : 'Office equipment')) ?? [];
    expect(equipment.at(-2)).toMatch(
      lang === 'zh' ? /^“.*”每缺一项扣1分，.*。$/u : /^1 point off for each item .*\.$/u,
    );
    expect(table.slice(1, -1).map((row) => row.at(-1))).toEqual(lines.map(({ clause }) => clause));
    expect(table.at(-1)).toEqual([lang === 'zh' ? '合计' : 'Total', '100', '']);
  });

  it('merges the cells of categories and indicators, with their points', async () => {
    const xml = await xmlOf(shipped, 'zh');
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) => row);
    const merges = rows.map((row) => [...row.matchAll(/<w:vMerge w:val="(\w+)"\/>/gu)].map(([, kind]) => kind).join());
    const [organisation, , , hardware, counters, next] = merges.slice(1);
    expect(organisation).toBe('restart');
    expect(hardware).toBe('restart');
    expect(counters).toBe('continue,restart');
    expect(next).toBe('continue,continue');
    expect(merges.filter((kinds) => kinds.startsWith('restart')).length).toBe(shipped.standard.categories.length);
    expect(tableOf(xml)[1]?.slice(0, 2)).toEqual(['组织实施\n（20分）', '组织领导\n（4分）']);
  });

  it('begins every page with the headings, lies flat, and numbers its pages', async () => {
    const parts = await partsOf(shipped, 'zh');
    const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
    const [heading, ...rows] = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) => row);
    expect(heading).toContain('<w:tblHeader/>');
    expect(rows.join('')).not.toContain('w:tblHeader');
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u);
    expect(strFromU8(parts['word/footer1.xml'] as Uint8Array)).toMatch(/— .*PAGE.* —/su);
    expect(xml).toMatch(/w:eastAsia="方正小标宋简体"/u);
  });

  it('tells grades, source and day below the table', async () => {
    const below = (xml: string) => textOf(xml.slice(xml.indexOf('</w:tbl>')));
    const chinese = below(await xmlOf(shipped, 'zh'));
    expect(chinese).toContain('90分（不含）至100分（含）为优秀');
    expect(chinese).toContain('0分（含）至60分（含）为不合格');
    expect(chinese).toContain('（永政办函〔2014〕97号）制定，自2014年8月13日起施行');
    expect(chinese).not.toContain('不适用');
    const english = below(await xmlOf(shipped, 'en'));
    expect(english).toContain('Excellent, above 90 up to 100; ');
    expect(english).toContain('Fail, from 0 up to 60.');
    expect(english).toContain('in force from 13 August 2014');
    const conditional = edited({ title: '标准', standard: '满分' });
    expect(below(await xmlOf(conditional, 'zh'))).toContain('折算为100分制');
  });

  it('holds no Chinese word of its own in English', async () => {
    const table = tableOf(await xmlOf(shipped, 'en'));
    for (const row of table) expect(row.slice(0, -1).join()).not.toMatch(/\p{Script=Han}/u);
  });

  it('stays whole whatever its texts are', async () => {
    const standard = '一、<w:p>&amp;"\u0001\n二、\ud800😀\r\n]]>';
    const xml = await xmlOf(edited({ title: '标准\u0000', standard }), 'zh');
    expect(tableOf(xml)[1]?.[4]).toBe('一、<w:p>&amp;"\n二、😀\n]]>');
    expect(xml).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Cs}]/u);
  });
});
