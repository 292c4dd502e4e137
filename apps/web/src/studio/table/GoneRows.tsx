/** Owns showing what was retired, and bringing it back. */
import type { RollOverStep } from '@yimen/config';
import { Button } from 'antd';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { goneWith } from '../steps/restoration';
import { StepTag } from '../steps/StepTag';
import { useTable } from './table-context';

export function GoneCells({ step, span }: { readonly step: RollOverStep; readonly span: number }) {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const { steps, restore } = useTable();
  const inside = goneWith(steps?.items ?? [], step.key).filter(({ kind }) => kind === 'line');
  return (
    <td colSpan={span}>
      <div className="gone">
        <del>{say(step.title)}</del>
        <StepTag state="retired" />
        {inside.length > 0 && <span className="quiet">{t('table.goneLines', { count: inside.length })}</span>}
        {editable && (
          <Button
            size="small"
            aria-label={t('steps.restoreName', { name: say(step.title) })}
            onClick={() => restore(step.key)}
          >
            {t('steps.restore')}
          </Button>
        )}
      </div>
    </td>
  );
}

export function GoneCategories() {
  const { steps } = useTable();
  const gone = (steps?.items ?? []).filter(({ kind, state }) => kind === 'category' && state === 'retired');
  if (gone.length === 0) return null;
  return (
    <tbody>
      {gone.map((step) => (
        <tr key={step.key} className="standard-gone">
          <GoneCells step={step} span={7} />
        </tr>
      ))}
    </tbody>
  );
}
