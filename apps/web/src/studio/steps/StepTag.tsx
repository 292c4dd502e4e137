/** Owns showing where something stands in a roll-over, and confirming it. */
import { Button } from 'antd';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { type StepState, useSteps } from './use-steps';
import './steps.css';
import './words';

export function StepTag({ state }: { readonly state: StepState }) {
  const { t } = useLanguage();
  return <span className={`step-tag step-tag-${state}`}>{t(`steps.state.${state}`)}</span>;
}

export interface ConfirmProps {
  readonly step: string;
  /** What is confirmed, for who does not see it. */
  readonly name: string;
  /** Whether what stands in it is not worth counting. */
  readonly alone?: boolean;
  /** Called with the keys that were confirmed. */
  readonly onConfirm?: (keys: readonly string[]) => void;
}

/** A button that confirms an item with all that stands in it; nothing where all of it is decided. */
export function Confirm({ step, name, alone = false, onConfirm }: ConfirmProps) {
  const { t } = useLanguage();
  const { editable, confirm } = useDraft();
  const open = useSteps()?.openBelow(step) ?? [];
  if (!editable || open.length === 0) return null;
  const many = open.length > 1 && !alone;
  const label = many ? t('steps.confirmMany', { count: open.length }) : t('steps.confirm');
  const take = () => {
    confirm(open, true);
    onConfirm?.(open);
  };
  return (
    <Button size="small" className="step-confirm" data-confirm={step} aria-label={`${label} ${name}`} onClick={take}>
      {label}
    </Button>
  );
}
