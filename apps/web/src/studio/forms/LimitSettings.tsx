/** Owns the limits of answers: of numbers, of texts, of areas, of files. */
import { type AreaLevel, areaLevels, type FileKind, fileKinds, limits, valueAt } from '@yimen/config';
import { areaLevelTitles } from '@yimen/contracts';
import { Checkbox, Switch } from 'antd';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { NumberField } from '../draft/fields';
import { objectIn } from '../draft/question-places';
import { withSeveralLines } from '../draft/question-texts';
import { useValue } from '../draft/use-value';
import { useForm } from './forms-context';
import { Labelled, type QuestionProps } from './Labelled';
import { WordsField } from './WordsField';

export function NumberSettings({ placed }: QuestionProps) {
  const { t } = useLanguage();
  const { document } = useForm();
  const { id, pointer } = placed;
  const type = useValue({ document, pointer: `${pointer}/type` });
  const at = (key: string) => ({ document, pointer: `${pointer}/${key}`, label: t(`studioForms.${key}`) });
  return (
    <>
      <WordsField pointer={pointer} wordKey={id} word="unit" label={t('studioForms.unit')} />
      <NumberField {...at('minimum')} optional />
      <NumberField {...at('maximum')} optional />
      <NumberField {...at('multipleOf')} optional min={0.000001} />
      <Labelled label={t('studioForms.decimals')}>
        {(field) => (
          <span>
            <Switch
              id={field}
              checked={type.value === 'number'}
              disabled={!type.editable}
              checkedChildren={t('studioForms.yes')}
              unCheckedChildren={t('studioForms.no')}
              onChange={(decimals) => type.change(decimals ? 'number' : 'integer')}
            />
          </span>
        )}
      </Labelled>
    </>
  );
}

export function TextSettings({ placed }: QuestionProps) {
  const { t } = useLanguage();
  const { editable, edit } = useDraft();
  const { document, form } = useForm();
  const { id, pointer } = placed;
  const at = (key: string) => ({ document, pointer: `${pointer}/${key}`, label: t(`studioForms.${key}`) });
  const several = valueAt(form, `/uiSchema/${id}/ui:widget`) === 'textarea';
  return (
    <>
      <NumberField {...at('minLength')} optional min={0} max={limits.text} step={1} />
      <NumberField {...at('maxLength')} optional min={1} max={limits.text} step={1} />
      <Labelled label={t('studioForms.severalLines')}>
        {(field) => (
          <span>
            <Switch
              id={field}
              checked={several}
              disabled={!editable}
              checkedChildren={t('studioForms.yes')}
              unCheckedChildren={t('studioForms.no')}
              onChange={(next) =>
                edit((all) => ({ ...all, [document]: withSeveralLines(objectIn(all[document]), id, next) }))
              }
            />
          </span>
        )}
      </Labelled>
    </>
  );
}

export function AreaSettings({ placed }: QuestionProps) {
  const { t, say } = useLanguage();
  const { document } = useForm();
  const { value, editable, change } = useValue({ document, pointer: `${placed.pointer}/x-area-levels` });
  const asked = (Array.isArray(value) ? value : areaLevels) as readonly AreaLevel[];
  // All levels are what a question asks for that names none.
  const choose = (levels: readonly AreaLevel[]) => change(levels.length === areaLevels.length ? undefined : levels);
  return (
    <OneAtLeast
      legend={t('studioForms.areaLevels')}
      all={areaLevels}
      chosen={asked}
      disabled={!editable}
      nameOf={(level) => say(areaLevelTitles[level])}
      onChange={choose}
    />
  );
}

export function FileSettings({ placed }: QuestionProps) {
  const { t } = useLanguage();
  const { document } = useForm();
  const { pointer, question } = placed;
  const { value, editable, change } = useValue({ document, pointer: `${pointer}/x-accept` });
  const accepted = (Array.isArray(value) ? value : fileKinds) as readonly FileKind[];
  const at = (key: string) => ({ document, pointer: `${pointer}/${key}`, label: t(`studioForms.${key}`) });
  const most = typeof question.maxItems === 'number' ? question.maxItems : limits.files;
  const least = typeof question.minItems === 'number' ? question.minItems : 1;
  return (
    <>
      <NumberField {...at('maxItems')} min={Math.max(1, least)} max={limits.files} step={1} />
      <NumberField {...at('minItems')} optional min={0} max={most} step={1} />
      <OneAtLeast
        legend={t('studioForms.accept')}
        all={fileKinds}
        chosen={accepted}
        disabled={!editable}
        nameOf={(kind) => t(`studioForms.${kind}`)}
        onChange={change}
      />
    </>
  );
}

interface OneAtLeastProps<T extends string> {
  readonly legend: string;
  readonly all: readonly T[];
  readonly chosen: readonly T[];
  readonly disabled: boolean;
  readonly nameOf: (each: T) => string;
  readonly onChange: (chosen: readonly T[]) => void;
}

/** Boxes of which the last one that is ticked stays so. */
function OneAtLeast<T extends string>({ legend, all, chosen, disabled, nameOf, onChange }: OneAtLeastProps<T>) {
  return (
    <fieldset className="draft-field settings-accept">
      <legend>{legend}</legend>
      {all.map((each) => (
        <Checkbox
          key={each}
          checked={chosen.includes(each)}
          disabled={disabled || (chosen.length === 1 && chosen.includes(each))}
          onChange={({ target }) =>
            onChange(all.filter((other) => (other === each ? target.checked : chosen.includes(other))))
          }
        >
          {nameOf(each)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
