/** Owns the outline of a form: its steps with their questions, in order; what is chosen is edited beside it. */
import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined, PlusOutlined } from '@ant-design/icons';
import { pointerTo } from '@yimen/config';
import { Button } from 'antd';
import { useLanguage } from '../../language';
import { useDraft, useIssuesAt } from '../draft/draft-context';
import { PlaceIssues } from '../draft/PlaceIssues';
import { placeAttribute } from '../draft/place';
import { kindOfQuestion } from '../draft/question-kinds';
import { stepsIn, titleOf, type WrittenStep } from '../draft/question-places';
import { placeQuestion } from '../draft/question-steps';
import { type Opened, useForm } from './forms-context';
import { KindIcon } from './kind-icons';
import { useDraggedQuestion, useStepAsTarget } from './use-dragging';

export function FormOutline() {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const { form, opened, open } = useForm();
  const { zh = '', en = zh } = (form.title ?? {}) as { zh?: string; en?: string };
  return (
    <nav className="card outline" aria-label={t('studioForms.outline')}>
      <button
        type="button"
        className="outline-form"
        aria-current={opened.kind === 'form' || undefined}
        onClick={() => open({ kind: 'form' })}
      >
        {say({ zh, en })}
      </button>
      <ol className="outline-steps">
        {stepsIn(form).map((step, index) => (
          <Step key={step.id} step={step} index={index} />
        ))}
      </ol>
      {editable && (
        <Button
          icon={<PlusOutlined aria-hidden="true" />}
          type={opened.kind === 'add-step' ? 'primary' : 'default'}
          onClick={() => open({ kind: 'add-step' })}
        >
          {t('studioForms.addStep')}
        </Button>
      )}
    </nav>
  );
}

const isOpen = (opened: Opened, step: number): boolean => opened.kind === 'step' && opened.step === step;

function Step({ step, index }: { readonly step: WrittenStep; readonly index: number }) {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const { document, opened, open } = useForm();
  const { zh, en = zh } = step.title ?? { zh: '' };
  const name = say({ zh, en });
  const pointer = pointerTo('', 'steps', index);
  const [target, over] = useStepAsTarget(index);
  return (
    <li ref={target} className={`outline-step ${over ? 'outline-over' : ''}`}>
      <button
        type="button"
        className="outline-head"
        aria-current={isOpen(opened, index) || undefined}
        onClick={() => open({ kind: 'step', step: index })}
        {...placeAttribute({ document, pointer })}
      >
        <span className="outline-number">{index + 1}</span> {name || t('studioForms.untitled')}
      </button>
      <ol>
        {step.questions.map((id, at) => (
          <Entry key={id} id={id} step={index} index={at} count={step.questions.length} />
        ))}
      </ol>
      {editable && (
        <Button
          type={opened.kind === 'add' && opened.step === step.id ? 'primary' : 'text'}
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          aria-label={t('studioForms.addTo', { step: name })}
          onClick={() => open({ kind: 'add', step: step.id })}
        >
          {t('studioForms.addQuestion')}
        </Button>
      )}
    </li>
  );
}

interface EntryProps {
  readonly id: string;
  readonly step: number;
  readonly index: number;
  readonly count: number;
}

function Entry({ id, step, index, count }: EntryProps) {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const { form, document, questions, opened, open } = useForm();
  const placed = questions.get(id);
  const name = placed ? say(titleOf(form, id, placed.question)) : t('studioForms.untitled');
  const kind = placed && kindOfQuestion(placed.question);
  const pointer = placed?.pointer ?? pointerTo('', 'steps', step, 'questions', index);
  const wrong = useIssuesAt({ document, pointer }).some(({ severity }) => severity === 'error');
  const [item, edge] = useDraggedQuestion({ id, step, index });
  const chosen = opened.kind === 'question' && opened.id === id;
  return (
    <li ref={item} className={`outline-entry ${chosen ? 'outline-chosen' : ''} ${edge ? `outline-edge-${edge}` : ''}`}>
      {editable && (
        <span className="outline-grip" aria-hidden="true">
          <HolderOutlined />
        </span>
      )}
      <button
        type="button"
        className="outline-question"
        aria-current={chosen || undefined}
        onClick={() => open({ kind: 'question', id })}
      >
        <KindIcon kind={kind} />
        <span className={wrong ? 'outline-wrong' : ''}>{name}</span>
        {placed && placed.asked.length > 0 && <small>{t('studioForms.conditional')}</small>}
        {placed && !placed.required && <small>{t('studioForms.optional')}</small>}
      </button>
      {editable && <Arrows id={id} name={name} step={step} index={index} count={count} />}
      {!placed && <PlaceIssues document={document} pointer={pointer} />}
    </li>
  );
}

/** Over the ends of a step it goes on in the next. */
function Arrows({ id, name, step, index, count }: EntryProps & { readonly name: string }) {
  const { t } = useLanguage();
  const { form, document, attempt } = useForm();
  const steps = stepsIn(form);
  const up = index > 0 ? { step, index: index - 1 } : { step: step - 1, index: steps[step - 1]?.questions.length ?? 0 };
  const down = index < count - 1 ? { step, index: index + 1 } : { step: step + 1, index: 0 };
  const arrow = (to: typeof up, key: 'up' | 'down') => (
    <Button
      type="text"
      size="small"
      icon={key === 'up' ? <ArrowUpOutlined /> : <ArrowDownOutlined />}
      aria-label={t(`studioForms.${key}`, { name })}
      disabled={steps[to.step] === undefined}
      onClick={() => attempt((all) => placeQuestion(all, document, id, to))}
    />
  );
  return (
    <span className="outline-arrows">
      {arrow(up, 'up')}
      {arrow(down, 'down')}
    </span>
  );
}
