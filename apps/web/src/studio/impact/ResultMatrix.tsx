/** Owns the table from old results to new ones; pressing a number lists its units, for whoever is shown them. */
import type { ImpactResult } from '@yimen/contracts';
import { useLanguage } from '../../language';
import type { UnitChoice } from '../proof/impact-units';
import { useResultWords } from './ImpactSentence';
import { matrixOf } from './run-state';

export interface ResultMatrixProps {
  readonly result: ImpactResult;
  readonly choice: UnitChoice;
  /** None where the units are not for who is signed in. */
  readonly onChoose: ((choice: UnitChoice) => void) | undefined;
}

/** How a query names a result. */
const named = (id: string | null): string => id ?? 'open';

export function ResultMatrix({ result, choice, onChoose }: ResultMatrixProps) {
  const { t } = useLanguage();
  const words = useResultWords(result);
  const { columns, rows } = matrixOf(result);
  return (
    <div className="matrix-frame">
      <table className="matrix">
        <caption>{t(onChoose ? 'impact.matrix.caption' : 'impact.matrix.captionOnly')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('impact.matrix.corner')}</th>
            {columns.map((id) => (
              <th key={named(id)} scope="col">
                {words(id)}
              </th>
            ))}
            <th scope="col">{t('impact.matrix.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ before, cells, total }) => (
            <tr key={named(before)}>
              <th scope="row">{words(before)}</th>
              {cells.map((units, index) => {
                const after = columns[index] ?? null;
                const chosen = choice.before === named(before) && choice.after === named(after);
                const name = t('impact.matrix.cell', { before: words(before), after: words(after), units });
                return (
                  <td key={named(after)} className={before === after ? 'matrix-same' : units > 0 ? 'matrix-moved' : ''}>
                    {units === 0 || !onChoose ? (
                      <span className={units === 0 ? 'quiet' : undefined}>{units}</span>
                    ) : (
                      <button
                        type="button"
                        aria-label={name}
                        aria-pressed={chosen}
                        onClick={() => onChoose(chosen ? {} : { before: named(before), after: named(after) })}
                      >
                        {units}
                      </button>
                    )}
                  </td>
                );
              })}
              <td className="matrix-total">{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
