/** Owns the settings of one question: its words, its kind and what goes with that, when it is asked, who uses it. */
import { Select, Switch } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { SwitchField } from '../draft/fields';
import { placeAttribute } from '../draft/place';
import { setRequired } from '../draft/question-edits';
import { kindOfQuestion, type QuestionKind, questionKinds } from '../draft/question-kinds';
import { stepsIn } from '../draft/question-places';
import { addStep, placeInSteps, placeQuestion } from '../draft/question-steps';
import { usesOf } from '../draft/question-uses';
import { AskingSettings } from './AskingSettings';
import { ChoiceSettings } from './ChoiceSettings';
import { ColumnSettings } from './ColumnSettings';
import { useForm } from './forms-context';
import { KindField } from './KindField';
import { Labelled, type QuestionProps } from './Labelled';
import { AreaSettings, FileSettings, NumberSettings, TextSettings } from './LimitSettings';
import { OtherIssues } from './OtherIssues';
import { UseSettings } from './UseSettings';
import { WordsField } from './WordsField';

export function QuestionSettings({ placed }: QuestionProps) {
  const { t } = useLanguage();
  const { documents } = useDraft();
  const { document } = useForm();
  const { id, pointer, question } = placed;
  const uses = useMemo(() => usesOf(documents, id), [documents, id]);
  const kind = kindOfQuestion(question);
  const frame = useTitleChosen(id);
  const words = { pointer, wordKey: id };
  return (
    <div className="settings-question" ref={frame} {...placeAttribute({ document, pointer })}>
      <h2>{t('studioForms.panel')}</h2>
      <div className="draft-fields">
        <WordsField {...words} word="title" label={t('studioForms.title')} wide rows={1} />
        <WordsField {...words} word="description" label={t('studioForms.help')} wide />
        <KindField placed={placed} kind={kind} used={uses.length > 0} />
        <StepField id={id} />
        <RequiredField placed={placed} />
        <OfKind placed={placed} kind={kind} />
      </div>
      <OtherIssues placed={placed} />
      <AskingSettings placed={placed} />
      <UseSettings placed={placed} uses={uses} />
    </div>
  );
}

/** What goes with the kind of a question. */
function OfKind({ placed, kind }: QuestionProps & { readonly kind: QuestionKind | undefined }) {
  const { t } = useLanguage();
  const { document } = useForm();
  const { pointer } = placed;
  const personal = (
    <SwitchField
      document={document}
      pointer={`${pointer}/x-personal`}
      label={t('studioForms.personal')}
      unset={false}
    />
  );
  switch (kind) {
    case 'number':
      return (
        <>
          <NumberSettings placed={placed} />
          {personal}
        </>
      );
    case 'text':
      return (
        <>
          <TextSettings placed={placed} />
          {personal}
        </>
      );
    case 'choice':
      return (
        <>
          <ChoiceSettings placed={placed} />
          <SwitchField
            document={document}
            pointer={`${pointer}/x-heading`}
            label={t('studioForms.heading')}
            unset={false}
          />
          {personal}
        </>
      );
    case 'checklist':
      return <ChoiceSettings placed={placed} />;
    case 'rows':
      return <ColumnSettings placed={placed} />;
    case 'area':
      return (
        <>
          <AreaSettings placed={placed} />
          {personal}
        </>
      );
    case 'files':
      return <FileSettings placed={placed} />;
    case 'boolean':
    case undefined:
      return null;
    default:
      return personal;
  }
}

/** The step that a question stands in; it can also begin one of its own. */
function StepField({ id }: { readonly id: string }) {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const { document, form, attempt } = useForm();
  const steps = stepsIn(form);
  const place = placeInSteps(form, id);
  const words = { zh: t('studioForms.newStep', { lng: 'zh' }) };
  const move = (to: number) =>
    attempt((all) =>
      to < 0
        ? addStep(all, document, { title: words, after: place?.step ?? 0, first: id })
        : placeQuestion(all, document, id, { step: to, index: steps[to]?.questions.length ?? 0 }),
    );
  const named = steps.map(({ title: { zh, en = zh } }, index) => ({
    value: index,
    label: `${index + 1} ${say({ zh, en })}`,
  }));
  return (
    <Labelled label={t('studioForms.inStep')}>
      {(field) => (
        <Select
          id={field}
          value={place?.step}
          disabled={!editable}
          options={[...named, { value: -1, label: t('studioForms.ownStep') }]}
          onChange={(to) => to !== place?.step && move(to)}
        />
      )}
    </Labelled>
  );
}

function RequiredField({ placed }: QuestionProps) {
  const { t } = useLanguage();
  const { editable } = useDraft();
  const { document, attempt } = useForm();
  return (
    <Labelled label={t('studioForms.required')}>
      {(id) => (
        <span>
          <Switch
            id={id}
            checked={placed.required}
            disabled={!editable}
            checkedChildren={t('studioForms.yes')}
            unCheckedChildren={t('studioForms.no')}
            onChange={(required) => attempt((all) => setRequired(all, document, placed.id, required))}
          />
        </span>
      )}
    </Labelled>
  );
}

/** A question that was just added has a title nobody meant: it is chosen, so that typing replaces it. */
function useTitleChosen(id: string) {
  const { t } = useLanguage();
  const { form, questions } = useForm();
  const frame = useRef<HTMLDivElement>(null);
  const title = questions.get(id)?.question.title;
  const isNew = questionKinds.some((kind) => t(`studioForms.new.${kind}`, { lng: 'zh' }) === title);
  const began = useRef(isNew && form !== undefined);
  useEffect(() => {
    if (!began.current) return;
    const field = frame.current?.querySelector('textarea');
    field?.focus();
    field?.select();
  }, []);
  return frame;
}
