/** Owns telling what the cases reach: which rules, lines and results no case shows. */
import type { Coverage } from '@yimen/contracts';
import { ruleSentence } from '@yimen/engine/editing';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { addressOf, type Place } from '../draft/place';
import { useDictionary } from '../draft/use-dictionary';
import { Mixed } from './Mixed';
import { useTrail } from './Trail';
import { placedRules } from './trace-parts';

export function CoverageReport({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useLanguage();
  const { proving } = useDraft();
  const { shares, cases, uncovered, lines, dispositions } = coverage;
  const shown = [
    ['rules', shares.rules],
    ['bothWays', shares.bothWays],
    ...(lines.length > 0 ? ([['lines', shares.lines]] as const) : []),
    ...(dispositions.length > 0 ? ([['dispositions', shares.dispositions]] as const) : []),
  ] as const;
  return (
    <section className={`card coverage ${proving ? 'coverage-old' : ''}`} aria-labelledby="coverage">
      <h2 id="coverage">{t('proof.coverage.title')}</h2>
      <p className="quiet">{t('proof.coverage.lead', { count: cases })}</p>
      <dl className="coverage-shares">
        {shown.map(([what, share]) => (
          <div key={what}>
            <dt>{t(`proof.coverage.${what}`)}</dt>
            <dd>
              <progress aria-label={t(`proof.coverage.${what}`)} max={share.total || 1} value={share.covered} />
              {t('proof.coverage.of', { covered: share.covered, total: share.total })}
            </dd>
          </div>
        ))}
      </dl>
      <UncoveredRules uncovered={uncovered} />
      <UncoveredLines lines={lines} />
    </section>
  );
}

function UncoveredRules({ uncovered }: Pick<Coverage, 'uncovered'>) {
  const { t, say } = useLanguage();
  const { edition } = useDraft();
  const dictionary = useDictionary();
  const rules = useMemo(() => edition && placedRules(edition), [edition]);
  if (uncovered.length === 0) return <p className="note note-good">{t('proof.coverage.allRules')}</p>;
  const sentenceOf = (id: string): string | undefined => {
    const placed = rules?.get(id);
    return placed && dictionary && say(ruleSentence(placed.rule, dictionary, placed.place));
  };
  return (
    <details className="coverage-list">
      <summary>{t('proof.coverage.uncovered', { count: uncovered.length })}</summary>
      <ul>
        {uncovered.map((each) => (
          <Missing
            key={each.rule}
            place={each}
            what={sentenceOf(each.rule)}
            why={t(`proof.coverage.lacks.${each.lacks}`)}
          />
        ))}
      </ul>
    </details>
  );
}

function UncoveredLines({ lines }: Pick<Coverage, 'lines'>) {
  const { t } = useLanguage();
  const lacking = lines.flatMap((line) => {
    const lacks = lacksOf(line);
    return lacks.length > 0 ? [{ line, lacks }] : [];
  });
  if (lacking.length === 0) return null;
  return (
    <details className="coverage-list">
      <summary>{t('proof.coverage.uncoveredLines', { count: lacking.length })}</summary>
      <ul>
        {lacking.map(({ line, lacks }) => (
          <Missing
            key={line.line}
            place={line}
            what={undefined}
            why={lacks.map((lack) => t(`proof.coverage.line.${lack}`)).join(t('form.semicolon'))}
          />
        ))}
      </ul>
    </details>
  );
}

/** What no case shows of a line. */
const lacksOf = (line: Coverage['lines'][number]): string[] => [
  ...(line.full.length === 0 ? ['full'] : []),
  ...(line.partial.length + line.zero.length === 0 ? ['less'] : []),
  ...(line.conditional && line.notApplicable.length === 0 ? ['notApplicable'] : []),
];

interface MissingProps {
  readonly place: Place;
  /** The rule in words. */
  readonly what: string | undefined;
  readonly why: string;
}

function Missing({ place, what, why }: MissingProps) {
  const { draft, documents } = useDraft();
  const trail = useTrail()(place).slice(1);
  return (
    <li>
      <Link to={addressOf(draft.id, place, documents)}>
        <Mixed text={trail.join(' › ')} />
      </Link>
      {what && <span>{what}</span>}
      <span className="quiet">{why}</span>
    </li>
  );
}
