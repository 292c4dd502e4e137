/** Owns what the editor draws over its text: titles in place of names, and what is faulty. */
import { type EditorState, type Extension, Facet, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view';
import { readFormula } from './faults';
import { type Mark, marksIn } from './marks';
import type { Writing } from './writing';

/** What the editor writes about. */
export const writingFacet = Facet.define<Writing, Writing | undefined>({ combine: ([writing]) => writing });

/** The title of a name, in its place. */
class Chip extends WidgetType {
  constructor(
    readonly mark: Mark,
    readonly language: string,
    readonly wrong: boolean,
  ) {
    super();
  }

  override eq(other: Chip): boolean {
    const same = this.mark.title === other.mark.title && this.mark.kind === other.mark.kind;
    return same && this.wrong === other.wrong && this.language === other.language;
  }

  toDOM(): HTMLElement {
    const chip = document.createElement('span');
    chip.className = `formula-chip formula-${this.mark.kind}${this.wrong ? ' formula-wrong' : ''}`;
    chip.lang = this.language === 'zh' ? 'zh-CN' : 'en';
    chip.textContent = this.mark.title;
    return chip;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

interface Drawn {
  readonly all: DecorationSet;
  /** Those over which the cursor steps as a whole. */
  readonly atoms: DecorationSet;
}

function draw(state: EditorState): Drawn {
  const writing = state.facet(writingFacet);
  if (!writing) return { all: Decoration.none, atoms: Decoration.none };
  const text = state.doc.toString();
  const faults = readFormula(text, writing).problems.map(({ at }) => visible(at, text.length));
  const marks = marksIn(text, writing);
  const atoms = new RangeSetBuilder<Decoration>();
  for (const mark of marks) {
    const wrong = faults.some(({ start, end }) => start < mark.end && mark.start < end);
    const widget = new Chip(mark, writing.language, wrong);
    atoms.add(mark.start, mark.end, Decoration.replace({ widget }));
  }
  const chips = atoms.finish();
  const wrong = Decoration.mark({ class: 'formula-fault' });
  const ranges = faults.filter(({ start, end }) => start < end).map(({ start, end }) => wrong.range(start, end));
  return { all: chips.update({ add: ranges, sort: true }), atoms: chips };
}

/** Where something is missing at the end, the last character stands for it. */
const visible = ({ start, end }: { start: number; end: number }, length: number) =>
  start === end
    ? { start: Math.max(0, start === length ? start - 1 : start), end: Math.min(length, start + 1) }
    : { start, end };

const marksPlugin = ViewPlugin.fromClass(
  class {
    drawn: Drawn;

    constructor(view: EditorView) {
      this.drawn = draw(view.state);
    }

    update(update: ViewUpdate): void {
      const other = update.startState.facet(writingFacet) !== update.state.facet(writingFacet);
      if (update.docChanged || other) this.drawn = draw(update.state);
    }
  },
  { decorations: (plugin) => plugin.drawn.all },
);

export const drawnMarks: Extension = [
  marksPlugin,
  EditorView.atomicRanges.of((view) => view.plugin(marksPlugin)?.drawn.atoms ?? Decoration.none),
];
