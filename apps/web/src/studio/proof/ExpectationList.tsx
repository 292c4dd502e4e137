/** Owns showing what a case expects, in words. */
import { useLanguage } from '../../language';
import { useExpectationWords } from './use-difference-words';

/** Everything that is expected, a line of the standard each on its own. */
export function ExpectationList({ expect }: { readonly expect: object }) {
  const { t } = useLanguage();
  const { label, value } = useExpectationWords();
  return (
    <dl className="expectation" tabIndex={0} aria-label={t('proof.cases.expected')}>
      {entriesOf(expect).map(([what, given]) => (
        <div key={what}>
          <dt>{label(what)}</dt>
          <dd>{value(what, given)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is expected as pairs; `lines/<line>` for the score of a line. */
const entriesOf = (expect: object): [string, unknown][] =>
  Object.entries(expect).flatMap(([what, value]): [string, unknown][] =>
    what === 'lines' && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([line, score]) => [`lines/${line}`, score])
      : [[what, value]],
  );

/** What a case is about in the first place: these need no name. */
const plain: readonly string[] = ['grade', 'disposition', 'status', 'department', 'dueInWorkingDays'];
const brief: readonly string[] = ['total', ...plain];

/** The few words of a case in the table: how it ends, without papers and single lines. */
export function ShortExpectation({ expect }: { readonly expect: object }) {
  const { label, value } = useExpectationWords();
  const entries = entriesOf(expect);
  const known = entries.filter(([what, given]) => brief.includes(what) && given !== null);
  const shown = known.length > 0 ? known : entries.slice(0, 2);
  const words = shown.map(([what, given]) =>
    plain.includes(what) ? value(what, given) : `${label(what)} ${value(what, given)}`,
  );
  return <>{words.join(' · ')}</>;
}
