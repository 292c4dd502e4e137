/** Owns the conditions of a question: the answers to other questions because of which it is asked at all. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { areaLevels } from '@yimen/config';
import { Button, Input, Select } from 'antd';
import { useLanguage } from '../../language';
import { NumberInput } from '../../layout/NumberInput';
import { useDraft } from '../draft/draft-context';
import { askWhen, leadsBack } from '../draft/question-asking';
import { kindOfQuestion, type QuestionKind } from '../draft/question-kinds';
import { type Asking, type PlacedQuestion, stepsIn, type TestKey, titleOf } from '../draft/question-places';
import { choicesIn } from '../draft/question-uses';
import { AreaValue } from '../rules/conditions/AreaValue';
import { useChoiceTitles } from './choice-titles';
import { useForm } from './forms-context';
import type { QuestionProps } from './Labelled';

const numberTests = ['const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const;

const testsOf = (kind: QuestionKind | undefined): readonly TestKey[] => {
  if (kind === 'number') return numberTests;
  return kind === 'choice' ? ['const', 'enum'] : ['const'];
};

/** Kinds that are offered: whether a text is exactly another is rarely what decides. */
const offered: ReadonlySet<QuestionKind | undefined> = new Set(['boolean', 'choice', 'number']);

export function AskingSettings({ placed }: QuestionProps) {
  const { t } = useLanguage();
  const { documents, editable } = useDraft();
  const { document, attempt } = useForm();
  const { id, asked } = placed;
  const candidates = useCandidates(placed);
  const change = (next: readonly Asking[]) => attempt((all) => askWhen(all, document, id, next), `asking ${id}`);
  const free = candidates.find(({ id: fact }) => !asked.some((each) => each.fact === fact)) ?? candidates[0];
  return (
    <section className="settings-part" aria-label={t('studioForms.asking')}>
      <h3>{t('studioForms.asking')}</h3>
      <p className="quiet">{t(asked.length === 0 ? 'studioForms.always' : 'studioForms.onlyWhen')}</p>
      {asked.map((asking, index) => (
        <AskingRow
          key={index}
          asking={asking}
          number={index + 1}
          candidates={candidates}
          onChange={(next) => change(asked.flatMap((each, at) => (at === index ? (next ?? []) : [each])))}
        />
      ))}
      {editable && free && (
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => change([...asked, firstAsking(free, choicesIn(documents, free.question))])}
        >
          {t(asked.length === 0 ? 'studioForms.addAsking' : 'studioForms.addAnother')}
        </Button>
      )}
      {editable && !free && <p className="quiet">{t('studioForms.noTestable')}</p>}
    </section>
  );
}

/** The questions that may decide, those before it first, the nearest at the head. */
function useCandidates({ id }: PlacedQuestion): PlacedQuestion[] {
  const { form, questions } = useForm();
  const order = stepsIn(form).flatMap((step) => step.questions);
  const at = order.indexOf(id);
  const sorted = [...order.slice(0, Math.max(0, at)).reverse(), ...order.slice(at + 1)];
  return sorted.flatMap((each) => {
    const placed = questions.get(each);
    if (!placed || !offered.has(kindOfQuestion(placed.question))) return [];
    return leadsBack(id, [{ fact: each, test: 'const', value: '' }], questions) ? [] : [placed];
  });
}

/** A condition to begin with. */
function firstAsking({ id, question }: PlacedQuestion, choices: readonly string[]): Asking {
  const kind = kindOfQuestion(question);
  if (kind === 'boolean') return { fact: id, test: 'const', value: true };
  if (kind === 'number') return { fact: id, test: 'exclusiveMinimum', value: 0 };
  return { fact: id, test: 'const', value: choices[0] ?? '' };
}

interface RowProps {
  readonly asking: Asking;
  readonly number: number;
  readonly candidates: readonly PlacedQuestion[];
  /** Nothing takes the condition away. */
  readonly onChange: (next: readonly Asking[] | undefined) => void;
}

function AskingRow({ asking, number, candidates, onChange }: RowProps) {
  const { t, say } = useLanguage();
  const { documents, editable } = useDraft();
  const { form, questions } = useForm();
  const tested = questions.get(asking.fact);
  const kind = tested && kindOfQuestion(tested.question);
  const known = tested && !candidates.includes(tested) ? [tested, ...candidates] : candidates;
  const title = (each: PlacedQuestion) => say(titleOf(form, each.id, each.question));
  const pick = (fact: string) => {
    const next = questions.get(fact);
    if (next) onChange([firstAsking(next, choicesIn(documents, next.question))]);
  };
  const compare = (test: TestKey) => {
    const value = test === 'enum' ? [asking.value].flat() : [asking.value].flat()[0];
    onChange([{ ...asking, test, value }]);
  };
  return (
    <div className="asking">
      <Select
        aria-label={t('studioForms.askingFact', { number })}
        showSearch={{ optionFilterProp: 'label' }}
        value={tested ? asking.fact : undefined}
        disabled={!editable}
        options={known.map((each) => ({ value: each.id, label: title(each) }))}
        onChange={pick}
      />
      <Select
        aria-label={t('studioForms.askingTest', { number })}
        value={asking.test}
        disabled={!editable}
        options={testsOf(kind).map((test) => ({ value: test, label: t(`studioForms.test.${test}`) }))}
        onChange={compare}
      />
      <AskingValue
        asking={asking}
        number={number}
        tested={tested}
        onChange={(value) => onChange([{ ...asking, value }])}
      />
      {editable && (
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('studioForms.removeAsking', { number })}
          onClick={() => onChange(undefined)}
        />
      )}
    </div>
  );
}

interface ValueProps {
  readonly asking: Asking;
  readonly number: number;
  readonly tested: PlacedQuestion | undefined;
  readonly onChange: (value: unknown) => void;
}

function AskingValue({ asking, number, tested, onChange }: ValueProps) {
  const { t } = useLanguage();
  const { editable } = useDraft();
  const titles = useChoiceTitles(tested);
  const kind = tested && kindOfQuestion(tested.question);
  const label = t('studioForms.askingValue', { number });
  if (kind === 'number')
    return (
      <NumberInput
        aria-label={label}
        value={typeof asking.value === 'number' ? asking.value : null}
        readOnly={!editable}
        onChange={(next) => next !== null && onChange(Number(next))}
      />
    );
  if (kind === 'boolean')
    return (
      <Select
        aria-label={label}
        value={asking.value === true ? 'yes' : 'no'}
        disabled={!editable}
        options={(['yes', 'no'] as const).map((each) => ({ value: each, label: t(`studioForms.${each}`) }))}
        onChange={(next) => onChange(next === 'yes')}
      />
    );
  if (kind === 'choice') {
    const several = asking.test === 'enum';
    return (
      <Select
        aria-label={label}
        mode={several ? 'multiple' : undefined}
        showSearch={{ optionFilterProp: 'label' }}
        value={asking.value as string}
        disabled={!editable}
        options={titles}
        onChange={(next: string | string[]) => (!Array.isArray(next) || next.length > 0) && onChange(next)}
      />
    );
  }
  if (kind === 'area')
    return (
      <AreaValue
        aria-label={label}
        levels={areaLevels}
        value={asking.value}
        several={asking.test === 'enum'}
        disabled={!editable}
        status=""
        onChange={(next) => next !== undefined && onChange(next)}
      />
    );
  return (
    <Input
      aria-label={label}
      value={String(asking.value)}
      readOnly={!editable}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
