/** Owns the type of a standard's annex in Word: fonts, sizes and paragraphs as official documents have them. */
import { AlignmentType, type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx';
import { plainText } from '../workbooks/cell-text.js';

/** Fonts by name: the machine that opens the document has them or takes its nearest. Latin text is in Times. */
const inFont = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
});

/** Sizes in half points: 小二 is 36, 三号 32, 四号 28, 小四 24, 五号 21, 小五 18. */
export const type = {
  annex: { font: inFont('黑体'), size: 32 },
  title: { font: inFont('方正小标宋简体'), size: 40 },
  full: { font: inFont('楷体'), size: 28 },
  heading: { font: inFont('黑体'), size: 21 },
  body: { font: inFont('仿宋'), size: 21 },
  strong: { font: inFont('黑体'), size: 21 },
  small: { font: inFont('仿宋'), size: 18 },
  note: { font: inFont('仿宋'), size: 21 },
  page: { font: inFont('宋体'), size: 28 },
} as const satisfies Readonly<Record<string, IRunOptions>>;

/** The paragraphs of a text: one for each of its lines. */
export const paragraphs = (text: string, run: IRunOptions, options: IParagraphOptions = {}): Paragraph[] =>
  plainText(text)
    .split('\n')
    .map((line) => new Paragraph({ ...options, children: [new TextRun({ ...run, text: line })] }));

export const centred: IParagraphOptions = { alignment: AlignmentType.CENTER };
