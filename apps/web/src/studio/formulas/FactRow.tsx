/** Owns one derived fact: as a line to read, and as fields once it is opened. */
import { DeleteOutlined } from '@ant-design/icons';
import { removedAt, valueAt } from '@yimen/config';
import { Button } from 'antd';
import { useId } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { LocalizedField, TextField } from '../draft/fields';
import { PlaceIssues } from '../draft/PlaceIssues';
import { type Place, placeAttribute } from '../draft/place';
import { useDictionary } from '../draft/use-dictionary';
import { useValue } from '../draft/use-value';
import { FormulaField } from '../rules/FormulaField';
import { FormulaText } from '../rules/FormulaText';

export interface FactRowProps extends Place {
  readonly uses: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

interface Fact {
  readonly id?: string;
  readonly title?: { readonly zh?: string; readonly en?: string };
  readonly formula?: string;
  readonly unit?: string;
}

export function FactRow({ document, pointer, uses, open, onOpen }: FactRowProps) {
  const { t, language } = useLanguage();
  const { documents, editable } = useDraft();
  const dictionary = useDictionary();
  const fact = (valueAt(documents[document], pointer) ?? {}) as Fact;
  const name = fact.title?.[language] ?? fact.title?.zh ?? '';
  if (open) return <FactFields {...{ document, pointer, uses, name, fact }} onDone={() => onOpen(false)} />;
  return (
    <li {...placeAttribute({ document, pointer })}>
      <b>{name}</b>
      <span>
        {dictionary && <FormulaText value={fact.formula ?? ''} dictionary={dictionary} />}
        <PlaceIssues document={document} pointer={pointer} />
      </span>
      <span className="quiet">{uses > 0 ? t('formulas.used', { count: uses }) : t('formulas.unused')}</span>
      {editable && (
        <Button size="small" aria-label={t('formulas.changeNamed', { name })} onClick={() => onOpen(true)}>
          {t('formulas.change')}
        </Button>
      )}
    </li>
  );
}

interface FactFieldsProps extends Place {
  readonly uses: number;
  readonly name: string;
  readonly fact: Fact;
  readonly onDone: () => void;
}

function FactFields({ document, pointer, uses, name, fact, onDone }: FactFieldsProps) {
  const { t } = useLanguage();
  const { edit } = useDraft();
  const label = useId();
  const dictionary = useDictionary();
  const formula = useValue({ document, pointer: `${pointer}/formula` });
  const remove = () => {
    edit((all) => ({ ...all, [document]: removedAt(all[document], pointer) }));
    onDone();
  };
  return (
    <li className="calculation-open" {...placeAttribute({ document, pointer })}>
      <div className="draft-fields">
        <LocalizedField document={document} pointer={`${pointer}/title`} label={t('formulas.title')} />
        <TextField document={document} pointer={`${pointer}/unit`} label={t('formulas.unit')} optional />
        <div className="draft-field draft-field-wide" {...placeAttribute({ document, pointer: `${pointer}/formula` })}>
          <span id={label} className="draft-field-label">
            {t('formulas.formula')}
          </span>
          {dictionary ? (
            <FormulaField
              value={typeof formula.value === 'string' ? formula.value : ''}
              dictionary={dictionary}
              labelledBy={label}
              {...(fact.id === undefined ? {} : { placeOf: fact.id })}
              onChange={formula.change}
            />
          ) : (
            <p className="note">{t('formulas.wait')}</p>
          )}
        </div>
        <LocalizedField document={document} pointer={`${pointer}/note`} label={t('formulas.note')} optional wide />
      </div>
      <div className="actions">
        <Button onClick={onDone}>{t('formulas.done')}</Button>
        {uses === 0 && (
          <Button icon={<DeleteOutlined aria-hidden="true" />} onClick={remove}>
            {t('formulas.remove', { name })}
          </Button>
        )}
      </div>
    </li>
  );
}
