/** Owns the units whose result changes: before and after, as far as they are chosen, and the way into each. */
import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import type { ImpactResult, ImpactRun, ImpactUnit } from '@yimen/contracts';
import { Button, Tag } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../language';
import { shortTime } from '../../layout/dates';
import { Failure, Loading } from '../../layout/states';
import { areaQuery } from '../../server/queries';
import { useDraft } from '../draft/draft-context';
import { type UnitChoice, unitsQuery } from '../proof/impact-units';
import { useResultWords } from './ImpactSentence';
import { TraceComparison } from './TraceComparison';

export interface UnitListProps {
  readonly run: ImpactRun;
  readonly result: ImpactResult;
  readonly choice: UnitChoice;
  readonly onChoose: (choice: UnitChoice) => void;
}

export function UnitList({ run, result, choice, onChoose }: UnitListProps) {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const units = useInfiniteQuery(unitsQuery(draft.id, run.startedAt, choice));
  const top = useShowWhenChosen(choice);
  const items = units.data?.pages.flatMap((page) => page.items) ?? [];
  const areas = useAreaNames(items);
  return (
    <section className="card" aria-labelledby="impact-units" ref={top}>
      <h2 id="impact-units">{t('impact.units.title')}</h2>
      <Chosen result={result} choice={choice} onChoose={onChoose} />
      {units.isPending && <Loading />}
      {units.isError && <Failure error={units.error} retry={units.refetch} within />}
      {units.isSuccess && <p role="status">{t('impact.units.count', { count: units.data.pages[0]?.total ?? 0 })}</p>}
      <ul className="units">
        {items.map((unit) => (
          <Unit
            key={unit.submission}
            unit={unit}
            result={result}
            area={unit.area === null ? undefined : areas(unit.area)}
          />
        ))}
      </ul>
      {units.hasNextPage && (
        <div className="more">
          <Button loading={units.isFetchingNextPage} onClick={() => void units.fetchNextPage()}>
            {t('records.more')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The list comes into view when a number or a line above is pressed. */
function useShowWhenChosen(choice: UnitChoice) {
  const top = useRef<HTMLElement>(null);
  const first = useRef(choice);
  useEffect(() => {
    if (choice !== first.current && Object.keys(choice).length > 0) top.current?.scrollIntoView({ block: 'start' });
    first.current = choice;
  }, [choice]);
  return top;
}

function useAreaNames(items: readonly ImpactUnit[]): (id: string) => string | undefined {
  const { say } = useLanguage();
  const ids = [...new Set(items.flatMap(({ area }) => area ?? []))];
  const loaded = useQueries({ queries: ids.map((id) => areaQuery(id)) });
  const names = new Map(loaded.flatMap(({ data }) => (data ? [[data.id, say(data.name)] as const] : [])));
  return (id) => names.get(id);
}

function Chosen({ result, choice, onChoose }: Omit<UnitListProps, 'run'>) {
  const { t, say } = useLanguage();
  const words = useResultWords(result);
  const resultOf = (id: string): string => words(id === 'open' ? null : id);
  const { before, after, line } = choice;
  const title = result.lines.find(({ id }) => id === line)?.title;
  const told =
    before !== undefined && after !== undefined
      ? t('impact.units.between', { before: resultOf(before), after: resultOf(after) })
      : title && say(title);
  if (!told) return <p className="quiet">{t('impact.units.all')}</p>;
  return (
    <p className="units-chosen">
      <span>{t('impact.units.only', { told })}</span>
      <Button size="small" onClick={() => onChoose({})}>
        {t('impact.units.clear')}
      </Button>
    </p>
  );
}

interface UnitProps {
  readonly unit: ImpactUnit;
  readonly result: ImpactResult;
  readonly area: string | undefined;
}

function Unit({ unit, result, area }: UnitProps) {
  const { t, say, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const name = unit.heading.map(say).join(' ') || area || t('records.unnamed');
  return (
    <li>
      <div className="unit">
        <div className="unit-name">
          <b>{name}</b>
          <span className="quiet">
            {area && area !== name && `${area} · `}
            {shortTime(unit.submittedAt, language)}
          </span>
        </div>
        <div className="unit-move">
          <Verdict verdict={unit.before} result={result} />
          <span aria-label={t('impact.becomes')} role="img">
            →
          </span>
          <Verdict verdict={unit.after} result={result} />
        </div>
        <Button
          aria-expanded={open}
          aria-label={t(open ? 'impact.units.closeOf' : 'impact.units.compareOf', { name })}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'impact.units.close' : 'impact.units.compare')}
        </Button>
      </div>
      {open && <TraceComparison submission={unit.submission} />}
    </li>
  );
}

interface VerdictProps {
  readonly verdict: ImpactUnit['before'];
  readonly result: ImpactResult;
}

function Verdict({ verdict, result }: VerdictProps) {
  const words = useResultWords(result);
  const { low, high } = verdict;
  return (
    <span className="verdict-short">
      {low !== null && high !== null && <b>{low === high ? low : `${low}–${high}`}</b>}
      <Tag>{words(verdict.result)}</Tag>
    </span>
  );
}
