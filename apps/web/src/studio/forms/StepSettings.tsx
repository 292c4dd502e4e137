/** Owns the settings of a step: its name, its place among the steps, and taking it away. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { pointerTo } from '@yimen/config';
import { Button } from 'antd';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { LocalizedField } from '../draft/fields';
import { stepsIn } from '../draft/question-places';
import { moveStep, removeStep } from '../draft/question-steps';
import { useForm } from './forms-context';

export function StepSettings({ step }: { readonly step: number }) {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const { document, form, open, attempt } = useForm();
  const steps = stepsIn(form);
  const nameOf = (at: number): string => {
    const { zh = '', en = zh } = steps[at]?.title ?? {};
    return say({ zh, en });
  };
  const move = (by: -1 | 1) => {
    if (attempt((all) => moveStep(all, document, step, step + by)).ok) open({ kind: 'step', step: step + by });
  };
  const remove = () => {
    if (attempt((all) => removeStep(all, document, step)).ok) open({ kind: 'form' });
  };
  const host = step === 0 ? 1 : step - 1;
  return (
    <>
      <h2>{t('studioForms.step', { number: step + 1 })}</h2>
      <LocalizedField
        document={document}
        pointer={pointerTo('', 'steps', step, 'title')}
        label={t('studioForms.stepName')}
        wide
      />
      {editable && (
        <>
          <div className="actions">
            <Button
              icon={<ArrowUpOutlined />}
              aria-label={t('studioForms.stepUp', { name: nameOf(step) })}
              disabled={step === 0}
              onClick={() => move(-1)}
            />
            <Button
              icon={<ArrowDownOutlined />}
              aria-label={t('studioForms.stepDown', { name: nameOf(step) })}
              disabled={step === steps.length - 1}
              onClick={() => move(1)}
            />
            <Button danger icon={<DeleteOutlined aria-hidden="true" />} disabled={steps.length < 2} onClick={remove}>
              {t('studioForms.stepRemove')}
            </Button>
          </div>
          <p className="quiet">
            {steps.length < 2 ? t('studioForms.stepOnly') : t('studioForms.stepRemoveHelp', { name: nameOf(host) })}
          </p>
        </>
      )}
    </>
  );
}
