/** Owns the panel beside the outline: the settings of whatever is chosen there. */
import { useEffect, useRef } from 'react';
import { useLanguage } from '../../language';
import { LocalizedField } from '../draft/fields';
import { PlaceIssues } from '../draft/PlaceIssues';
import { stepsIn } from '../draft/question-places';
import { useForm } from './forms-context';
import { NewStep, Palette } from './Palette';
import { QuestionSettings } from './QuestionSettings';
import { Refused } from './Refused';
import { StepSettings } from './StepSettings';

/** Screens on which the panel stands below the outline. */
const NARROW = '(max-width: 900px)';

export function Settings() {
  const { t } = useLanguage();
  const { opened, refusal } = useForm();
  const panel = useRef<HTMLElement>(null);
  const first = useRef(opened);
  useEffect(() => {
    // Whoever fills in the preview stays in the field that opened this.
    const filling = document.activeElement?.closest('.preview-page');
    if (opened !== first.current && !filling && matchMedia(NARROW).matches)
      panel.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [opened]);
  // Why an edit was refused stands at the head of the panel.
  useEffect(() => {
    if (refusal) panel.current?.scrollTo({ top: 0 });
  }, [refusal]);
  return (
    <section className="card settings" ref={panel} aria-label={t('studioForms.panel')}>
      <Refused />
      <Panel />
    </section>
  );
}

function Panel() {
  const { form, questions, opened } = useForm();
  const placed = opened.kind === 'question' ? questions.get(opened.id) : undefined;
  if (placed) return <QuestionSettings key={placed.id} placed={placed} />;
  const steps = stepsIn(form);
  if (opened.kind === 'step' && steps[opened.step]) return <StepSettings step={opened.step} />;
  const step = opened.kind === 'add' ? steps.find(({ id }) => id === opened.step) : undefined;
  if (step) return <Palette step={step} />;
  return opened.kind === 'add-step' ? <NewStep /> : <FormSettings />;
}

function FormSettings() {
  const { t } = useLanguage();
  const { document } = useForm();
  return (
    <>
      <h2>{t('studioForms.formSettings')}</h2>
      <LocalizedField document={document} pointer="/title" label={t('studioForms.formName')} wide />
      <PlaceIssues document={document} pointer="/steps" />
      <p className="quiet">{t('studioForms.formHelp')}</p>
    </>
  );
}
