/** Owns the rows of a decision table. */
import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { conditionSentence } from '@yimen/engine/editing';
import { Button } from 'antd';
import { useLanguage } from '../../../language';
import type { FactDictionary } from '../fact-dictionary';
import { type CellSpeech, cellWords, dueWords, papersWords } from './cell-words';
import type { OneTableProps } from './decision-props';
import type { DecisionRow } from './decision-table';

export function DecisionRows(props: OneTableProps) {
  const { table, current } = props;
  return (
    <tbody>
      {table.rows.map((row, index) => (
        <tr key={row.rule.id} className={row.rule.id === current ? 'decisions-current' : undefined}>
          <FirstCell {...props} row={row} index={index} />
          <TestCells {...props} row={row} />
          <OutcomeCells {...props} row={row} />
        </tr>
      ))}
    </tbody>
  );
}

type RowProps = OneTableProps & { readonly row: DecisionRow };

function useSpeech(dictionary: FactDictionary): CellSpeech {
  const { t, language } = useLanguage();
  return { t, language, dictionary };
}

/** What a rule results in, in the words of the desk. */
function useOutcome({ dispositions, handedIn, kind, row, dictionary }: RowProps): string {
  const speech = useSpeech(dictionary);
  if (kind === 'requiring') return papersWords(row.rule.event, handedIn, speech);
  const title = dispositions[row.rule.event.type]?.title;
  return (speech.language === 'en' ? (title?.en ?? title?.zh) : title?.zh) ?? row.rule.event.type;
}

function FirstCell(props: RowProps & { readonly index: number }) {
  const { t } = useLanguage();
  const { row, index, kind, table, readOnly, onOpen, onMove } = props;
  const outcome = useOutcome(props);
  const number = index + 1;
  const movable = kind === 'deciding' && onMove !== undefined && !readOnly;
  const { id } = row.rule;
  return (
    <th scope="row" className="decisions-first">
      <span className="decisions-order">
        <button
          type="button"
          className="text-button"
          aria-label={t('studioRules.decisions.open', { number, outcome })}
          onClick={() => onOpen(id)}
        >
          {number}
        </button>
        {movable && (
          <>
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              disabled={index === 0}
              aria-label={t('studioRules.decisions.up', { number, outcome })}
              onClick={() => onMove(id, 'up')}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined />}
              disabled={index === table.rows.length - 1}
              aria-label={t('studioRules.decisions.down', { number, outcome })}
              onClick={() => onMove(id, 'down')}
            />
          </>
        )}
      </span>
    </th>
  );
}

function TestCells(props: RowProps) {
  const { row, table } = props;
  const { say } = useLanguage();
  const speech = useSpeech(props.dictionary);
  return (
    <>
      {table.hasNamed && (
        <Cell>
          {row.named.map(({ id, holds }) => {
            const title = props.dictionary.conditions.get(id)?.[speech.language] ?? id;
            return <li key={id}>{holds ? title : speech.t('studioRules.cell.unlike', { title })}</li>;
          })}
        </Cell>
      )}
      {table.columns.map(({ field }) => (
        <Cell key={field}>
          {(row.tests.get(field) ?? []).map((test, index) => (
            <li key={index}>{cellWords(test, speech)}</li>
          ))}
        </Cell>
      ))}
      {table.hasOthers && (
        <Cell>
          {row.others.map((condition, index) => (
            <li key={index}>{say(conditionSentence(condition, props.dictionary))}</li>
          ))}
        </Cell>
      )}
    </>
  );
}

/** A cell of one or more demands; without any, it does not matter. */
function Cell({ children }: { readonly children: readonly React.ReactNode[] }) {
  const { t } = useLanguage();
  if (children.length > 0)
    return (
      <td>
        <ul>{children}</ul>
      </td>
    );
  return (
    <td className="decisions-any">
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{t('studioRules.cell.any')}</span>
    </td>
  );
}

function OutcomeCells(props: RowProps) {
  const { kind, row, dispositions } = props;
  const speech = useSpeech(props.dictionary);
  const outcome = useOutcome(props);
  if (kind === 'requiring') return <td className="decisions-outcome">{outcome}</td>;
  const notice = dispositions[row.rule.event.type]?.notice;
  const due = dueWords(row.rule.event, speech);
  return (
    <>
      <td className="decisions-outcome">{outcome}</td>
      <td>{due ?? <span className="quiet">{speech.t('studioRules.cell.due-none')}</span>}</td>
      <td>
        {notice ? (
          speech.language === 'en' ? (
            (notice.en ?? notice.zh)
          ) : (
            notice.zh
          )
        ) : (
          <span className="quiet">{speech.t('studioRules.cell.none')}</span>
        )}
      </td>
    </>
  );
}
