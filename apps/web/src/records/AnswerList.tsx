/** Owns showing what was answered, form by form, in the words of the form. */
import { LockOutlined } from '@ant-design/icons';
import type { RJSFSchema } from '@rjsf/utils';
import { useQueries } from '@tanstack/react-query';
import type { EditionDetail, FormDetail } from '@yimen/contracts';
import { AreaName } from '../areas/AreaName';
import type { Answers as AllAnswers } from '../form/answers';
import { isMasked } from '../form/masks';
import { isArea, isFile, questionsOf } from '../form/questions';
import { StoredFileLink } from '../form/StoredFileLink';
import { useLanguage } from '../language';
import { formQuery } from '../server/queries';

type Translate = ReturnType<typeof useLanguage>['t'];

export interface AnswerListProps {
  readonly answers: AllAnswers;
  readonly edition: EditionDetail;
  /** Those that are shown masked. */
  readonly masks: AllAnswers;
}

export function AnswerList({ answers, edition, masks }: AnswerListProps) {
  const { language } = useLanguage();
  const forms = useQueries({
    queries: edition.forms.map((form) => formQuery(edition.id, form.id, language, edition.hash)),
  });
  return forms.map(
    ({ data }) => data && <FormAnswers key={data.id} form={data} answers={answers[data.id]} masks={masks[data.id]} />,
  );
}

type Answers = Readonly<Record<string, unknown>>;

interface FormAnswersProps {
  readonly form: FormDetail;
  readonly answers: Answers | undefined;
  readonly masks: Answers | undefined;
}

function FormAnswers({ form, answers = {}, masks = {} }: FormAnswersProps) {
  const { t, say } = useLanguage();
  const schemas = questionsOf(form.schema as RJSFSchema);
  return (
    <section className="answers">
      <h2>
        {t('record.answers')}
        {t('form.colon')}
        {say(form.title)}
      </h2>
      {form.steps.map((step) => {
        const answered = step.questions.filter((question) => answers[question] !== undefined);
        if (answered.length === 0) return null;
        return (
          <div key={step.id}>
            <h3>{say(step.title)}</h3>
            <dl>
              {answered.map((question) => (
                <div key={question}>
                  <dt>{schemas[question]?.title}</dt>
                  {isMasked(question, answers, masks) ? (
                    <Masked answer={answers[question]} />
                  ) : (
                    <Answer answer={answers[question]} schema={schemas[question] ?? {}} />
                  )}
                </div>
              ))}
            </dl>
          </div>
        );
      })}
    </section>
  );
}

function Masked({ answer }: { readonly answer: unknown }) {
  const { t } = useLanguage();
  return (
    <dd title={t('personal.hint')}>
      <LockOutlined aria-label={t('personal.hint')} /> <span lang="">{String(answer)}</span>
    </dd>
  );
}

function Answer({ answer, schema }: { readonly answer: unknown; readonly schema: RJSFSchema }) {
  const { t } = useLanguage();
  if (Array.isArray(answer) && answer.length > 0 && isFile(schema.items as RJSFSchema))
    return <FileAnswer ids={answer} />;
  if (typeof answer === 'string' && isArea(schema))
    return (
      <dd>
        <AreaName id={answer} />
      </dd>
    );
  const words = wordsFor(answer, schema, t);
  // What somebody typed is in a language that nobody was asked for.
  return typeof answer === 'string' && !schema.oneOf ? <dd lang="">{words}</dd> : <dd>{words}</dd>;
}

function FileAnswer({ ids }: { readonly ids: readonly string[] }) {
  return (
    <dd>
      <ul className="answer-files">
        {ids.map((id) => (
          <li key={id}>
            <StoredFileLink id={id} />
          </li>
        ))}
      </ul>
    </dd>
  );
}

/** An answer as people read it: yes or no, amounts with units, titles of choices. */
function wordsFor(answer: unknown, schema: RJSFSchema, t: Translate): string {
  if (typeof answer === 'boolean') return t(answer ? 'yes' : 'no');
  if (Array.isArray(answer)) {
    const items = schema.items as RJSFSchema;
    const words = answer.map((each) => (items.properties ? rowWords(each, items, t) : wordsFor(each, items, t)));
    return words.length === 0 ? t('form.none') : words.join(t(items.properties ? 'form.semicolon' : 'form.comma'));
  }
  const choice = (schema.oneOf as { const: unknown; title: string }[] | undefined)?.find(
    (each) => each.const === answer,
  );
  if (choice) return choice.title;
  const unit = (schema as { 'x-unit'?: string })['x-unit'];
  return unit === undefined ? String(answer) : t('record.amount', { number: answer, unit });
}

const rowWords = (row: Answers, { properties = {} }: RJSFSchema, t: Translate): string =>
  Object.entries(properties)
    .filter(([column]) => row[column] !== undefined)
    .map(([column, cell]) => wordsFor(row[column], cell as RJSFSchema, t))
    .join(' ');
