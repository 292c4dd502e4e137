/** Owns showing the rules of a desk as decision tables: what decides first stands first. */
import { useMemo } from 'react';
import { useLanguage } from '../../language';
import { factWords } from './decisions/cell-words';
import { DecisionRows } from './decisions/DecisionRows';
import type { DecisionTableProps, OneTableProps } from './decisions/decision-props';
import { decisionTables } from './decisions/decision-table';
import './decisions/decisions.css';
import './words';

export type { DecisionTableProps, Disposition } from './decisions/decision-props';

export function DecisionTable(props: DecisionTableProps) {
  const { t } = useLanguage();
  const { deciding, requiring } = useMemo(() => decisionTables(props.rules), [props.rules]);
  return (
    <div className="decisions">
      <OneTable {...props} table={deciding} kind="deciding" />
      {requiring.rows.length > 0 && <OneTable {...props} table={requiring} kind="requiring" />}
      {deciding.rows.length === 0 && <p className="quiet">{t('studioRules.decisions.none')}</p>}
    </div>
  );
}

/** Scrolls inside itself, by keyboard too. */
function OneTable(props: OneTableProps) {
  const { t } = useLanguage();
  const { table, kind } = props;
  if (table.rows.length === 0) return null;
  return (
    <div className="decisions-table">
      <p className="decisions-lead">{t(`studioRules.decisions.${kind}-lead`)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="decisions-scroll" aria-label={t(`studioRules.decisions.${kind}`)} tabIndex={0}>
        <table>
          <Head {...props} />
          <DecisionRows {...props} />
        </table>
      </section>
    </div>
  );
}

function Head({ table, kind, dictionary }: OneTableProps) {
  const { t, language } = useLanguage();
  const key = 'studioRules.decisions.column';
  return (
    <thead>
      <tr>
        <th scope="col" className="decisions-first">
          {t(`${key}.order`)}
        </th>
        {table.hasNamed && <th scope="col">{t(`${key}.named`)}</th>}
        {table.columns.map(({ field, test }) => (
          <th key={field} scope="col">
            {factWords(test, { t, language, dictionary })}
          </th>
        ))}
        {table.hasOthers && <th scope="col">{t(`${key}.others`)}</th>}
        <th scope="col" className="decisions-outcome">
          {t(`${key}.${kind === 'deciding' ? 'outcome' : 'papers'}`)}
        </th>
        {kind === 'deciding' && <th scope="col">{t(`${key}.due`)}</th>}
        {kind === 'deciding' && <th scope="col">{t(`${key}.notice`)}</th>}
      </tr>
    </thead>
  );
}
