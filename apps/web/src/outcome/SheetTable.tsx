/** Owns the official table of a standard with its scores: merged cells as in the notice, reasons under each line. */
import { MinusCircleOutlined, QuestionCircleFilled } from '@ant-design/icons';
import type { EditionDetail, LineOutcome, StandardDetail, StandardLine } from '@yimen/contracts';
import { useLanguage } from '../language';
import { Clause } from './ReasonList';
import './sheet.css';

type Category = StandardDetail['categories'][number];
type Indicator = Category['indicators'][number];

export interface SheetTableProps {
  readonly edition: EditionDetail;
  readonly lines: Readonly<Record<string, LineOutcome>>;
  /** How many answers a line still lacks. */
  readonly lacking?: (line: StandardLine) => number;
  /** Called with a line whose questions should be shown. */
  readonly onLine?: (line: StandardLine) => void;
  /** The line being answered now. */
  readonly current?: string | undefined;
}

export function SheetTable(props: SheetTableProps) {
  const { t, say } = useLanguage();
  return (
    <table className="sheet">
      <caption className="visually-hidden">{say(props.edition.title)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sheet.category')}</th>
          <th scope="col">{t('sheet.indicator')}</th>
          <th scope="col">{t('sheet.line')}</th>
          <th scope="col" className="sheet-number">
            {t('sheet.score')}
          </th>
        </tr>
      </thead>
      {props.edition.standard?.categories.map((category) => (
        <tbody key={category.id}>
          {category.indicators.map((indicator, place) => (
            <IndicatorRows
              key={indicator.id}
              {...props}
              category={place === 0 ? category : undefined}
              indicator={indicator}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

const rowsOf = (category: Category): number =>
  category.indicators.reduce((rows, indicator) => rows + indicator.lines.length, 0);

function IndicatorRows({
  category,
  indicator,
  ...props
}: SheetTableProps & { readonly category: Category | undefined; readonly indicator: Indicator }) {
  return indicator.lines.map((line, place) => (
    <tr key={line.id} id={`line-${line.id}`} className={props.current === line.id ? 'sheet-current' : undefined}>
      {place === 0 && category && <Heading level={category} rows={rowsOf(category)} scope="rowgroup" />}
      {place === 0 && <Heading level={indicator} rows={indicator.lines.length} scope="row" />}
      <LineCells line={line} {...props} />
    </tr>
  ));
}

function Heading({
  level,
  rows,
  scope,
}: {
  readonly level: Category | Indicator;
  readonly rows: number;
  readonly scope: 'row' | 'rowgroup';
}) {
  const { t, say } = useLanguage();
  return (
    <th scope={scope} rowSpan={rows}>
      {say(level.title)}
      <small>{t('sheet.points', { points: level.points })}</small>
    </th>
  );
}

function LineCells({ line, lines, lacking, onLine }: SheetTableProps & { readonly line: StandardLine }) {
  const { t, say } = useLanguage();
  const outcome = lines[line.id];
  const name = line.title ? say(line.title) : '';
  return (
    <>
      <td>
        <div className="sheet-line">
          {onLine ? (
            <button type="button" className="text-button" onClick={() => onLine(line)}>
              {name}
            </button>
          ) : (
            <strong>{name}</strong>
          )}
          <p>{say(line.standard)}</p>
          {line.note && <p className="quiet">{say(line.note)}</p>}
          {outcome?.status === 'scored' && outcome.reasons.length > 0 && <Losses outcome={outcome} />}
        </div>
      </td>
      <td className="sheet-number">
        <Score
          outcome={outcome}
          points={line.points}
          lacking={lacking?.(line) ?? 0}
          label={t('sheet.of', { points: line.points })}
        />
      </td>
    </>
  );
}

function Losses({ outcome }: { readonly outcome: LineOutcome }) {
  return (
    <ul className="losses">
      {outcome.reasons.map((reason) => (
        <li key={reason.rule}>
          <b>{(reason.points ?? 0) > 0 ? `+${reason.points}` : `−${Math.abs(reason.points ?? 0)}`}</b>
          <span>
            {reason.text}
            <Clause id={reason.clause} />
          </span>
        </li>
      ))}
    </ul>
  );
}

interface ScoreProps {
  readonly outcome: LineOutcome | undefined;
  readonly points: number;
  readonly lacking: number;
  readonly label: string;
}

function Score({ outcome, points, lacking, label }: ScoreProps) {
  const { t } = useLanguage();
  if (outcome?.status === 'not-applicable') {
    return (
      <span className="score-open">
        <MinusCircleOutlined /> {t('sheet.notApplicable')}
      </span>
    );
  }
  if (outcome?.status !== 'scored') {
    return (
      <span className="score-open">
        <QuestionCircleFilled /> {lacking > 0 ? t('sheet.lacking', { count: lacking }) : t('sheet.incomplete')}
        <small>{label}</small>
      </span>
    );
  }
  const lost = (outcome.score ?? 0) < points;
  return (
    <span className={lost ? 'score score-lost' : 'score'}>
      <b>{outcome.score}</b>
      <small>{label}</small>
    </span>
  );
}
