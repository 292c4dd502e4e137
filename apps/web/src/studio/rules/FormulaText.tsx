/** Owns showing a formula to be read: names by their titles. */
import { useMemo } from 'react';
import { useLanguage } from '../../language';
import type { FactDictionary } from './fact-dictionary';
import { marksIn } from './formulas/marks';
import { writingOf } from './formulas/writing';

export interface FormulaTextProps {
  readonly value: string;
  readonly dictionary: FactDictionary;
}

export function FormulaText({ value, dictionary }: FormulaTextProps) {
  const { language } = useLanguage();
  const parts = useMemo(() => {
    const marks = marksIn(value, writingOf({ dictionary, language, kind: 'formula' }));
    const ends = [...marks, { start: value.length, end: value.length, title: '' }];
    return ends.map(({ start, title }, index) => ({
      start,
      before: value.slice(marks[index - 1]?.end ?? 0, start),
      title,
    }));
  }, [value, dictionary, language]);
  return (
    <span className="formula-read">
      {parts.map(({ start, before, title }) => (
        <span key={start}>
          <code lang="">{before}</code>
          {title && <span className="formula-name">{title}</span>}
        </span>
      ))}
    </span>
  );
}
