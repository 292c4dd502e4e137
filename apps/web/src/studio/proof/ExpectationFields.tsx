/** Owns editing what a case expects, one thing after the other; what is not ticked may be anything. */
import type { EditionDetail } from '@yimen/contracts';
import { Checkbox, Select } from 'antd';
import { useLanguage } from '../../language';
import { NumberInput } from '../../layout/NumberInput';
import { useDraft } from '../draft/draft-context';
import { ruleReason } from './trace-parts';
import { useExpectationWords } from './use-difference-words';

type Expect = Readonly<Record<string, unknown>>;

export interface ExpectationFieldsProps {
  readonly expect: Expect;
  readonly edition: EditionDetail;
  readonly onChange: (expect: Expect) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** How a thing is answered: a number, one or several of some. */
type Kind = { readonly kind: 'number' } | { readonly kind: 'one' | 'several'; readonly options: readonly Option[] };

export function ExpectationFields({ expect, edition, onChange }: ExpectationFieldsProps) {
  const kinds = useKinds(edition);
  const lines = (expect.lines ?? {}) as Expect;
  const put = (what: string, value: unknown) => onChange(without({ ...expect, [what]: value }));
  const putLine = (line: string, value: unknown) => {
    const next = without({ ...lines, [line]: value });
    put('lines', Object.keys(next).length > 0 ? next : undefined);
  };
  const all = (edition.standard?.categories ?? []).flatMap(({ indicators }) =>
    indicators.flatMap((each) => each.lines),
  );
  return (
    <ul className="expectation-fields">
      {Object.entries(kinds).map(([what, kind]) => (
        <Field key={what} what={what} kind={kind} value={expect[what]} onChange={(value) => put(what, value)} />
      ))}
      {all.map(({ id }) => (
        <Field
          key={id}
          what={`lines/${id}`}
          kind={{ kind: 'number' }}
          value={lines[id]}
          onChange={(value) => putLine(id, value)}
        />
      ))}
    </ul>
  );
}

/** What is undefined is not expected. */
const without = (expect: Expect): Expect =>
  Object.fromEntries(Object.entries(expect).filter(([, value]) => value !== undefined));

function useKinds(edition: EditionDetail): Readonly<Record<string, Kind>> {
  const { t, say } = useLanguage();
  const { edition: read } = useDraft();
  const titled = (all: readonly { readonly id: string; readonly title: { zh: string; en: string } }[]): Option[] =>
    all.map(({ id, title }) => ({ value: id, label: say(title) }));
  const statuses = ['complete', 'incomplete', 'invalid'].map((value) => ({ value, label: t(`proof.status.${value}`) }));
  const status: Kind = { kind: 'one', options: statuses };
  if (edition.standard)
    return { status, total: { kind: 'number' }, grade: { kind: 'one', options: titled(edition.standard.bands) } };
  const rules = (read?.desk?.rules ?? []).filter(({ event }) => event.type !== 'require');
  return {
    status,
    disposition: { kind: 'one', options: titled(edition.desk?.dispositions ?? []) },
    rule: { kind: 'one', options: rules.map((rule) => ({ value: rule.id, label: say(ruleReason(rule)) })) },
    department: { kind: 'one', options: titled(edition.desk?.departments ?? []) },
    dueInWorkingDays: { kind: 'number' },
    missing: { kind: 'several', options: titled(edition.desk?.papers ?? []) },
  };
}

interface FieldProps {
  readonly what: string;
  readonly kind: Kind;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function Field({ what, kind, value, onChange }: FieldProps) {
  const { label, value: words } = useExpectationWords();
  const expected = value !== undefined;
  const name = label(what);
  return (
    <li>
      <Checkbox
        checked={expected}
        onChange={({ target }) => onChange(target.checked ? emptyOf(kind, what) : undefined)}
      >
        {name}
      </Checkbox>
      {expected && kind.kind === 'number' && (
        <NumberInput
          aria-label={name}
          value={typeof value === 'number' ? value : null}
          placeholder={words(what, null)}
          onChange={(next) => onChange(next)}
        />
      )}
      {expected && kind.kind === 'one' && (
        <Select
          aria-label={name}
          value={typeof value === 'string' ? value : null}
          placeholder={words(what, null)}
          allowClear={what !== 'status'}
          options={[...kind.options]}
          popupMatchSelectWidth={false}
          onChange={(next: string | undefined) => onChange(next ?? null)}
        />
      )}
      {expected && kind.kind === 'several' && (
        <Select
          mode="multiple"
          aria-label={name}
          value={Array.isArray(value) ? (value as string[]) : []}
          placeholder={words(what, [])}
          options={[...kind.options]}
          onChange={(next) => onChange([...next].sort())}
        />
      )}
    </li>
  );
}

const emptyOf = ({ kind }: Kind, what: string): unknown => {
  if (kind === 'several') return [];
  return what === 'status' ? 'complete' : null;
};
