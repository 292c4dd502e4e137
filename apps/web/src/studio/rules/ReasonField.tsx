/** Owns writing a reason in both languages, with formulas between braces. */
import type { List } from '@yimen/config';
import type { TextDeclaration } from '@yimen/engine/editing';
import { useId, useMemo } from 'react';
import { useLanguage } from '../../language';
import type { FactDictionary } from './fact-dictionary';
import { FormulaBox } from './formulas/FormulaBox';
import { writingOf } from './formulas/writing';
import './rules.css';
import './words';

export interface ReasonFieldProps {
  /** As documents hold it: English may be left out. */
  readonly value: TextDeclaration;
  readonly dictionary: FactDictionary;
  readonly lists?: ReadonlyMap<string, List>;
  readonly onChange: (value: TextDeclaration) => void;
  /** The id of what names it. */
  readonly labelledBy: string;
  readonly readOnly?: boolean;
}

const languages = ['zh', 'en'] as const;

export function ReasonField({ value, dictionary, lists, labelledBy, readOnly = false, onChange }: ReasonFieldProps) {
  const { t, language } = useLanguage();
  const id = useId();
  const writing = useMemo(
    () => writingOf({ dictionary, lists, language, kind: 'template' }),
    [dictionary, lists, language],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a border of its own
    <div className="reason" role="group" aria-labelledby={labelledBy}>
      {languages.map((each) => (
        <div key={each} className="reason-language">
          <span id={`${id}${each}`} className="reason-name">
            {t(`studioRules.language.${each}`)}
          </span>
          <FormulaBox
            value={value[each] ?? ''}
            {...{ writing, readOnly }}
            labelledBy={`${labelledBy} ${id}${each}`}
            hint={t(`studioRules.hint.reason-${each}`)}
            lang={each === 'zh' ? 'zh-CN' : 'en'}
            onChange={(text) => onChange(withText(value, each, text))}
          />
        </div>
      ))}
      {!readOnly && <p className="quiet">{t('studioRules.hint.braces')}</p>}
    </div>
  );
}

/** English that is emptied is left out. */
function withText({ zh, en }: TextDeclaration, language: 'zh' | 'en', text: string): TextDeclaration {
  if (language === 'zh') return { zh: text, ...(en === undefined ? {} : { en }) };
  return text === '' ? { zh } : { zh, en: text };
}
