/** Owns one text box with formulas: the editor, once it is loaded, what is wrong, and a way in without typing. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { useLanguage } from '../../../language';
import type { EditorHandle } from './FormulaEditor';
import { readFormula } from './faults';
import { callAt } from './suggest';
import { useCallWords, useProblemWords, useSuggestionWords } from './use-words';
import type { Writing } from './writing';

const FormulaEditor = lazy(() => import('./FormulaEditor'));

export interface FormulaBoxProps {
  readonly value: string;
  readonly writing: Writing;
  readonly labelledBy: string;
  readonly hint: string;
  readonly readOnly: boolean;
  /** The language of the text, where it is not that of the page. */
  readonly lang?: string | undefined;
  /** What is said below where nothing is wrong. */
  readonly children?: ReactNode;
  readonly onChange: (value: string) => void;
}

export function FormulaBox(props: FormulaBoxProps) {
  const { value, writing, labelledBy, hint, readOnly, lang, children, onChange } = props;
  const { t } = useLanguage();
  const id = useId();
  const below = `${id}below`;
  const editor = useRef<EditorHandle>(null);
  const [cursor, setCursor] = useState<number>();
  const words = useSuggestionWords();
  const shown = useDeferredValue(value);
  const { problems } = useMemo(() => readFormula(shown, writing), [shown, writing]);
  return (
    <div className="formula">
      <div className={readOnly ? undefined : 'formula-line'}>
        <Suspense fallback={<div className="formula-waiting">{value}</div>}>
          <FormulaEditor
            ref={editor}
            {...{ value, writing, words, labelledBy, hint, readOnly, lang, onChange }}
            listLabel={t('studioRules.suggestions')}
            describedBy={below}
            invalid={problems.length > 0}
            onCursor={setCursor}
          />
        </Suspense>
        {!readOnly && (
          <Button
            id={`${id}insert`}
            aria-labelledby={`${id}insert ${labelledBy}`}
            icon={<PlusOutlined aria-hidden />}
            onClick={() => editor.current?.suggest()}
          >
            {t('studioRules.insert')}
          </Button>
        )}
      </div>
      <div id={below} className="formula-below">
        {problems.length > 0 ? <Problems {...{ problems, writing }} /> : children}
        {cursor !== undefined && <CallHelp text={value} cursor={cursor} writing={writing} />}
      </div>
    </div>
  );
}

interface ProblemsProps {
  readonly problems: ReturnType<typeof readFormula>['problems'];
  readonly writing: Writing;
}

function Problems({ problems, writing }: ProblemsProps) {
  const words = useProblemWords(writing.dictionary);
  return (
    <ul className="formula-problems">
      {[...new Set(problems.map(words))].map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}

/** What the function does in whose brackets the cursor is. */
function CallHelp({
  text,
  cursor,
  writing,
}: {
  readonly text: string;
  readonly cursor: number;
  readonly writing: Writing;
}) {
  const words = useCallWords();
  const call = callAt(text, cursor, writing);
  return call ? <p className="formula-help">{words(call.fn.id)}</p> : null;
}
