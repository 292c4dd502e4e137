/** Owns writing one formula. */
import type { List } from '@yimen/config';
import { useMemo } from 'react';
import { useLanguage } from '../../language';
import type { FactDictionary } from './fact-dictionary';
import { FormulaBox } from './formulas/FormulaBox';
import { readFormula } from './formulas/faults';
import { useResultWords } from './formulas/use-words';
import { writingOf } from './formulas/writing';
import './rules.css';
import './words';

export interface FormulaFieldProps {
  readonly value: string;
  readonly dictionary: FactDictionary;
  /** The lists that the formula may name; those of the dictionary where nothing is said. */
  readonly lists?: ReadonlyMap<string, List>;
  readonly onChange: (value: string) => void;
  /** The id of what names it. */
  readonly labelledBy: string;
  /** The id of the derived fact that the formula defines: what is computed from it may not be named. */
  readonly placeOf?: string;
  readonly readOnly?: boolean;
}

export function FormulaField({
  value,
  dictionary,
  lists,
  labelledBy,
  placeOf,
  readOnly = false,
  onChange,
}: FormulaFieldProps) {
  const { t, language } = useLanguage();
  const resultWords = useResultWords();
  const writing = useMemo(
    () => writingOf({ dictionary, lists, language, kind: 'formula', placeOf }),
    [dictionary, lists, language, placeOf],
  );
  const result = useMemo(() => readFormula(value, writing).result, [value, writing]);
  return (
    <FormulaBox {...{ value, writing, labelledBy, readOnly, onChange }} hint={t('studioRules.hint.formula')}>
      {result && <p className="formula-result">{resultWords(result)}</p>}
    </FormulaBox>
  );
}
