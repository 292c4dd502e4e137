/** Owns the standard's annex as a Word document, laid out as official notices are. */

import type { AreaNames } from '@yimen/engine/editing';
import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import { plainText } from '../workbooks/cell-text.js';
import type { StandardEdition } from './annex-rows.js';
import { annexTable } from './annex-table.js';
import { centred, paragraphs, type } from './annex-type.js';
import { annexNotes, annexWords } from './annex-words.js';
import type { Lang } from './documents.js';

/** A4, lying flat: the library turns it, so its sides are those of a standing page. */
const PAGE = {
  size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
  margin: { top: 1247, bottom: 1134, left: 1019, right: 1019, header: 720, footer: 680 },
} as const;

/** The official table of a standard, for print. */
export async function standardDocx(edition: StandardEdition, lang: Lang, areas?: AreaNames): Promise<Uint8Array> {
  const document = new Document({
    title: plainText(edition.title[lang]),
    creator: plainText(edition.authority[lang]),
    description: plainText(edition.source.number),
    styles: { default: { document: { run: { ...type.body, language: { value: 'en-GB', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: pageFooter(lang) },
        children: [...titles(edition, lang), annexTable(edition, lang, areas), ...notes(edition, lang)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function titles({ title, standard }: StandardEdition, lang: Lang): Paragraph[] {
  const words = annexWords[lang];
  const close = { after: 120, line: 560, lineRule: LineRuleType.EXACT } as const;
  return [
    ...paragraphs(words.annex, type.annex),
    ...paragraphs(title[lang], type.title, { ...centred, spacing: { ...close, before: 120 } }),
    ...paragraphs(words.full(standard.points), type.full, { ...centred, spacing: { after: 160 } }),
  ];
}

/** Numbered below the table, behind one mark for all of them. */
function notes(edition: StandardEdition, lang: Lang): Paragraph[] {
  const { notes: mark, notesIndent } = annexWords[lang];
  return annexNotes(edition, lang).map((note, index) => {
    const number = `${index === 0 ? mark : ''}${index + 1}.`;
    const [left, hanging] = [notesIndent + NUMBER, NUMBER + (index === 0 ? notesIndent : 0)];
    return new Paragraph({
      keepLines: true,
      spacing: { before: index === 0 ? 160 : 40, line: 340 },
      indent: { left, hanging },
      children: [new TextRun({ ...type.note, children: [number, new Tab(), plainText(note)] })],
    });
  });
}

/** How far behind its number a note begins. */
const NUMBER = 340;

function pageFooter(lang: Lang): Footer {
  const [before, after] = annexWords[lang].page;
  const children: ParagraphChild[] = [new TextRun({ ...type.page, children: [before, PageNumber.CURRENT, after] })];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}
