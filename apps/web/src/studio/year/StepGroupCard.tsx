/** Owns the items of one group, with what is done to each and to all of them. */
import { CheckOutlined } from '@ant-design/icons';
import type { RollOverStep } from '@yimen/config';
import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { addressOf, placeAttribute } from '../draft/place';
import { outermostRetired } from '../steps/restoration';
import { StepTag } from '../steps/StepTag';
import { useRetireWord } from '../steps/use-retirement';
import { useSteps } from '../steps/use-steps';
import { openIn, type StepGroup } from './groups';

export interface StepGroupCardProps {
  readonly group: StepGroup;
  readonly onlyOpen: boolean;
  readonly says: (step: RollOverStep) => readonly string[];
  readonly onConfirm: (keys: readonly string[]) => void;
  readonly onRetire: (step: RollOverStep) => void;
  readonly onRestore: (step: RollOverStep) => void;
}

export function StepGroupCard({ group, onlyOpen, says, ...acts }: StepGroupCardProps) {
  const { t, say } = useLanguage();
  const { editable, confirm } = useDraft();
  const open = openIn(group);
  const title = group.head ? say(group.head.title) : t(`year.group.${group.kind}`);
  const confirmAll = () => {
    confirm(open, true);
    acts.onConfirm(open);
  };
  const steps = onlyOpen ? group.steps.filter(({ step }) => step.state === 'unconfirmed') : group.steps;
  return (
    <section className="card year-group" aria-label={title}>
      <div className="block-head">
        <h2>{title}</h2>
        <span className="quiet">{t('year.groupLeft', { left: open.length, total: group.steps.length })}</span>
        {editable && open.length > 0 && (
          <Button icon={<CheckOutlined aria-hidden="true" />} onClick={confirmAll}>
            {t('year.confirmGroup', { count: open.length })}
          </Button>
        )}
      </div>
      <ul className="year-steps">
        {steps.map(({ step, depth }) => (
          <StepRow key={step.key} step={step} depth={depth} says={says(step)} {...acts} />
        ))}
      </ul>
    </section>
  );
}

interface StepRowProps extends Pick<StepGroupCardProps, 'onConfirm' | 'onRetire' | 'onRestore'> {
  readonly step: RollOverStep;
  readonly depth: number;
  readonly says: readonly string[];
}

function StepRow({ step, depth, says, onConfirm, onRetire, onRestore }: StepRowProps) {
  const { t, say } = useLanguage();
  const gone = step.state === 'retired';
  const name = say(step.title);
  return (
    <li className={`year-step year-step-${step.state} year-depth-${depth}`} {...(gone ? {} : placeAttribute(step))}>
      <div className="year-what">
        <p>
          <span className="year-kind">{t(`year.kind.${step.kind}`)}</span>
          {gone ? <del>{name}</del> : <b>{name}</b>}
        </p>
        {says.map((words) => (
          <p key={words} className="quiet">
            {words}
          </p>
        ))}
      </div>
      <StepTag state={step.state} />
      <StepActs {...{ step, name, onConfirm, onRetire, onRestore }} />
    </li>
  );
}

function StepActs({
  step,
  name,
  onConfirm,
  onRetire,
  onRestore,
}: Omit<StepRowProps, 'depth' | 'says'> & { readonly name: string }) {
  const { t } = useLanguage();
  const { draft, documents, editable, confirm } = useDraft();
  const steps = useSteps();
  const word = useRetireWord()(step.key);
  if (!editable) return null;
  if (step.state === 'retired') {
    if (!outermostRetired(steps?.items ?? []).some(({ key }) => key === step.key)) return <span />;
    return (
      <span className="year-acts">
        <Button size="small" aria-label={t('steps.restoreName', { name })} onClick={() => onRestore(step)}>
          {t('steps.restore')}
        </Button>
      </span>
    );
  }
  const take = (yes: boolean) => {
    confirm([step.key], yes);
    if (yes) onConfirm([step.key]);
  };
  return (
    <span className="year-acts">
      {step.state === 'unconfirmed' && (
        <Button
          size="small"
          data-confirm={step.key}
          aria-label={`${t('steps.confirm')} ${name}`}
          onClick={() => take(true)}
          onKeyDown={between}
        >
          {t('steps.confirm')}
        </Button>
      )}
      {step.state === 'confirmed' && (
        <Button size="small" aria-label={`${t('steps.unconfirm')} ${name}`} onClick={() => take(false)}>
          {t('steps.unconfirm')}
        </Button>
      )}
      <Link to={addressOf(draft.id, step, documents)} aria-label={`${t('year.change')} ${name}`}>
        {t('year.change')}
      </Link>
      <Button size="small" type="text" danger aria-label={`${word} ${name}`} onClick={() => onRetire(step)}>
        {word}
      </Button>
    </span>
  );
}

/** The arrow keys go from one button of confirming to the next. */
function between(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const all = [...document.querySelectorAll<HTMLElement>('.year [data-confirm]')];
  const next = all[all.indexOf(event.currentTarget) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
