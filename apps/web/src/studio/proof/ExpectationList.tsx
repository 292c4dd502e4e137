/** Owns showing what a case expects, in words. */
import { useExpectationWords } from './use-difference-words';

/** Everything that is expected, a line of the standard each on its own. */
export function ExpectationList({ expect }: { readonly expect: object }) {
  const { label, value } = useExpectationWords();
  return (
    <dl className="expectation">
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
export const entriesOf = (expect: object): [string, unknown][] =>
  Object.entries(expect).flatMap(([what, value]): [string, unknown][] =>
    what === 'lines' && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([line, score]) => [`lines/${line}`, score])
      : [[what, value]],
  );

/** The few words of a case in the table: how it ends, without the single lines. */
export function ShortExpectation({ expect }: { readonly expect: object }) {
  const { label, value } = useExpectationWords();
  const entries = entriesOf(expect);
  const main = entries.filter(([what]) => ['total', 'grade', 'disposition', 'status'].includes(what));
  const shown = main.length > 0 ? main : entries.slice(0, 2);
  return (
    <>
      {shown
        .map(([what, given]) =>
          what === 'total' || shown.length === 1 || main.length === 0
            ? `${label(what)} ${value(what, given)}`
            : value(what, given),
        )
        .join(' · ')}
    </>
  );
}
