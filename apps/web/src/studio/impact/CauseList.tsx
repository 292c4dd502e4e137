/** Owns the lines or rules that cause what changes; pressing one lists its units, for whoever is shown them. */
import type { ImpactResult } from '@yimen/contracts';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import type { UnitChoice } from '../proof/impact-units';

export interface CauseListProps {
  readonly result: ImpactResult;
  readonly choice: UnitChoice;
  /** None where the units are not for who is signed in. */
  readonly onChoose: ((choice: UnitChoice) => void) | undefined;
}

export function CauseList({ result, choice, onChoose }: CauseListProps) {
  const { t, say } = useLanguage();
  const { draft } = useDraft();
  const scored = draft.kind === 'standard';
  return (
    <section className="card" aria-labelledby="impact-causes">
      <h2 id="impact-causes">{t(`impact.causes.${draft.kind}`)}</h2>
      {onChoose && <p className="quiet">{t('impact.causes.lead')}</p>}
      <table className="plain-table causes">
        <thead>
          <tr>
            <th scope="col">{t(`impact.causes.name.${draft.kind}`)}</th>
            <th scope="col">{t('impact.causes.units')}</th>
            <th scope="col">{t('impact.causes.open')}</th>
            {scored && <th scope="col">{t('impact.causes.points')}</th>}
          </tr>
        </thead>
        <tbody>
          {result.lines.map(({ id, title, units, points, open }) => {
            const chosen = choice.line === id;
            return (
              <tr key={id}>
                <th scope="row">
                  {onChoose ? (
                    <button
                      type="button"
                      className="text-button"
                      aria-pressed={chosen}
                      onClick={() => onChoose(chosen ? {} : { line: id })}
                    >
                      {say(title)}
                    </button>
                  ) : (
                    say(title)
                  )}
                </th>
                <td>{units}</td>
                <td>{open}</td>
                {scored && <td className={points < 0 ? 'down' : points > 0 ? 'up' : ''}>{signed(points)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** To hundredths, with its sign. */
export const signed = (points: number): string => {
  const rounded = Math.round(points * 100) / 100;
  return rounded > 0 ? `+${rounded}` : String(rounded).replace('-', '−');
};
