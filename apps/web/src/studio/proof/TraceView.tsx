/** Owns telling why something came out: every rule in words, whether it held, and each of its conditions with the answer. */
import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import type { Edition, Rule } from '@yimen/config';
import type { ConditionTrace, RuleTrace, Traced } from '@yimen/engine';
import { conditionSentence, type Dictionary, type RulePlace, ruleSentence } from '@yimen/engine/editing';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useLanguage } from '../../language';
import { Clause } from '../../outcome/ReasonList';
import { useAnswerWords } from './answer-words';
import { asCondition, isGroup, placedRules } from './trace-parts';
import './words';
import './proof.css';

export interface TraceViewProps {
  readonly edition: Edition;
  readonly dictionary: Dictionary;
  readonly outcome: Traced;
  /** Only the rules of a line. */
  readonly line?: string;
}

type Shown = 'fired' | 'all';

export function TraceView({ edition, dictionary, outcome, line }: TraceViewProps) {
  const { t } = useLanguage();
  const [shown, setShown] = useState<Shown>('fired');
  const rules = useMemo(() => placedRules(edition), [edition]);
  const own = outcome.trace.rules.filter((each) => line === undefined || each.line === line);
  const fired = own.filter((each) => each.fired);
  const listed = shown === 'fired' ? fired : own;
  return (
    <div className="trace card">
      <div className="block-head">
        <h3>{t('proof.trace.title')}</h3>
        <Segmented<Shown>
          value={shown}
          onChange={setShown}
          options={[
            { value: 'fired', label: t('proof.trace.fired', { count: fired.length }) },
            { value: 'all', label: t('proof.trace.all', { count: own.length }) },
          ]}
        />
      </div>
      {listed.length === 0 && <p className="quiet">{t('proof.trace.none')}</p>}
      <ul className="trace-rules">
        {listed.map((each) => {
          const placed = rules.get(each.rule);
          return (
            placed && (
              <RuleRow
                key={each.rule}
                trace={each}
                rule={placed.rule}
                place={placed.place}
                title={placed.title}
                dictionary={dictionary}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}

interface RuleRowProps {
  readonly trace: RuleTrace;
  readonly rule: Rule;
  readonly place: RulePlace;
  /** The line that the rule stands in. */
  readonly title: Rule['reason'] | undefined;
  readonly dictionary: Dictionary;
}

function RuleRow({ trace, rule, place, title, dictionary }: RuleRowProps) {
  const { t, say } = useLanguage();
  return (
    <li>
      <p className="trace-rule">
        <Held result={trace.fired} />
        <span>
          {title && <b>{say(title)}</b>} {say(ruleSentence(rule, dictionary, place))}
          {trace.points !== undefined && trace.points !== 0 && (
            <b className="trace-points">
              {' '}
              {t('proof.trace.points', { points: trace.points > 0 ? `+${trace.points}` : trace.points })}
            </b>
          )}
        </span>
        <Clause id={trace.clause} />
      </p>
      <details>
        <summary>{t('proof.trace.conditions')}</summary>
        <ul className="trace-conditions">
          <ConditionRow trace={trace.conditions} dictionary={dictionary} />
        </ul>
      </details>
    </li>
  );
}

function Held({ result }: { readonly result: boolean }) {
  const { t } = useLanguage();
  const name = t(result ? 'proof.trace.holds' : 'proof.trace.fails');
  return result ? (
    <CheckCircleFilled className="held-yes" aria-label={name} />
  ) : (
    <MinusCircleOutlined className="held-no" aria-label={name} />
  );
}

function ConditionRow({ trace, dictionary }: { readonly trace: ConditionTrace; readonly dictionary: Dictionary }) {
  const { t, say } = useLanguage();
  const words = useAnswerWords(dictionary);
  if (isGroup(trace)) {
    const [kind, inner] = 'all' in trace ? (['all', trace.all] as const) : (['any', trace.any] as const);
    if (inner.length === 1 && inner[0]) return <ConditionRow trace={inner[0]} dictionary={dictionary} />;
    return (
      <li>
        <Held result={trace.result} /> {t(kind === 'all' ? 'proof.trace.all-conditions' : 'proof.trace.any')}
        <ul>
          {inner.map((each) => (
            <ConditionRow key={JSON.stringify(asCondition(each))} trace={each} dictionary={dictionary} />
          ))}
        </ul>
      </li>
    );
  }
  return (
    <li>
      <Held result={trace.result} /> {say(conditionSentence(asCondition(trace), dictionary))}
      {'fact' in trace && (
        <span className="trace-actual">
          {' '}
          {t('proof.trace.actual', { value: words(trace.actual, trace.fact, trace.path) })}
        </span>
      )}
      {'condition' in trace && (
        <ul>
          <ConditionRow trace={trace.is} dictionary={dictionary} />
        </ul>
      )}
    </li>
  );
}
