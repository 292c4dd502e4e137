/** Owns the row of a line: what it asks, what it is worth, how it is scored. */
import type { ReactNode } from 'react';
import { useLanguage } from '../../language';
import { useDraft, useIssuesAt } from '../draft/draft-context';
import { placeAttribute } from '../draft/place';
import { Confirm, StepTag } from '../steps/StepTag';
import { PartTools } from './PartTools';
import { PointsField } from './PointsField';
import type { LinePart } from './parts';
import { useTable } from './table-context';
import { langOf, titleOf } from './titles';
import { useDragPlace } from './use-drag-place';

export interface LineCellsProps {
  readonly line: LinePart;
  readonly first: boolean;
  readonly last: boolean;
  /** The merged cells that begin in this row. */
  readonly children: ReactNode;
}

export function LineCells({ line, first, last, children }: LineCellsProps) {
  const { t, language, say } = useLanguage();
  const { editable } = useDraft();
  const { drop, openLine, steps } = useTable();
  const { place, handle, hover } = useDragPlace<HTMLTableRowElement>({ part: line, enabled: editable, onDrop: drop });
  const name = say(titleOf(line.value));
  const { standard, clause } = line.value;
  const asked = say({ zh: standard?.zh ?? '', en: standard?.en ?? standard?.zh ?? '' });
  return (
    <tr ref={place} className={`standard-row hover-${hover}`} {...placeAttribute(line)}>
      {children}
      <td className="standard-line">
        <div className="part-head">
          <button
            type="button"
            className="line-open text-button"
            {...langOf(name, language)}
            title={t('table.open')}
            onClick={() => openLine(line.id)}
          >
            {name}
          </button>
          <PartTools part={line} first={first} last={last} handle={handle} />
        </div>
        {steps && (
          <div className="part-step">
            <StepTag state={steps.whole(line.key)} />
            <Confirm step={line.key} name={name} alone />
          </div>
        )}
        <Faults line={line} />
      </td>
      <td className="standard-points" data-label={t('table.column.points')}>
        <PointsField part={line} />
      </td>
      <td className="standard-standard" data-label={t('table.column.standard')}>
        <span {...langOf(asked, language)}>{asked}</span>
      </td>
      <td className="standard-method" data-label={t('table.column.method')}>
        <Sentences line={line.id} />
      </td>
      <td className="standard-clause" data-label={t('table.column.clause')}>
        <span lang="zh-CN">{clause}</span>
      </td>
    </tr>
  );
}

function Sentences({ line }: { readonly line: string }) {
  const { t, say } = useLanguage();
  const sentences = useTable().sentencesOf(line);
  if (sentences.length === 0) return <span className="quiet">{t('table.noMethod')}</span>;
  if (sentences.length === 1) return <>{sentences.map(say)}</>;
  return (
    <ul>
      {sentences.map((sentence, at) => (
        <li key={`${at} ${sentence.zh}`}>{say(sentence)}</li>
      ))}
    </ul>
  );
}

/** How much is wrong in a line; what exactly stands in its drawer. */
function Faults({ line }: { readonly line: LinePart }) {
  const { t } = useLanguage();
  const { openLine } = useTable();
  const issues = useIssuesAt(line).filter(({ severity }) => severity !== 'info');
  if (issues.length === 0) return null;
  const bad = issues.some(({ severity }) => severity === 'error');
  return (
    <button type="button" className={`line-faults ${bad ? 'line-faults-bad' : ''}`} onClick={() => openLine(line.id)}>
      {t('studio.issues.here', { count: issues.length })}
    </button>
  );
}
