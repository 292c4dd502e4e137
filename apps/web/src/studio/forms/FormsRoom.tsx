/** Owns the part of a draft in which its forms are edited: outline, settings, and what people will see. */
import { pointerTo } from '@yimen/config';
import { Segmented } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../../language';
import { Empty } from '../../layout/states';
import { documentsOf, listed, manifestOf } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { isWithin, type Place, useSoughtPlace } from '../draft/place';
import { objectIn, questionsIn, stepsIn } from '../draft/question-places';
import { useAttempt } from '../draft/use-attempt';
import { FormOutline } from './FormOutline';
import { FormPreview } from './FormPreview';
import { FormContext, type Opened, type Width } from './forms-context';
import { Settings } from './Settings';
import './words';
import './forms.css';

export function Room() {
  const { t, say } = useLanguage();
  const { draft, documents } = useDraft();
  const order = listed(manifestOf(draft.edition, documents).value.forms);
  const place = (id: unknown) => (order.indexOf(String(id)) + order.length + 1) % (order.length + 1);
  const forms = documentsOf(documents, 'form').sort((one, other) => place(one.value.id) - place(other.value.id));
  const sought = useSoughtPlace();
  const [chosen, setChosen] = useState(sought?.document);
  useEffect(() => setChosen((before) => sought?.document ?? before), [sought?.document]);
  const form = forms.find(({ document }) => document === chosen) ?? forms[0];
  if (!form) return <Empty title={t('studioForms.none')} />;
  const nameOf = ({ value, document }: (typeof forms)[number]) =>
    say({ zh: value.title?.zh || document, en: value.title?.en ?? value.title?.zh ?? document });
  return (
    <div className="forms">
      {forms.length > 1 && (
        <Segmented
          aria-label={t('studioForms.which')}
          value={form.document}
          options={forms.map((each) => ({ value: each.document, label: nameOf(each) }))}
          onChange={setChosen}
        />
      )}
      <FormEditing key={form.document} document={form.document} sought={sought} />
    </div>
  );
}

function FormEditing({ document, sought }: { readonly document: string; readonly sought: Place | undefined }) {
  const { documents } = useDraft();
  const form = objectIn(documents[document]);
  const questions = useMemo(() => new Map(questionsIn(form).map((each) => [each.id, each])), [form]);
  const [opened, setOpened] = useState<Opened>({ kind: 'form' });
  const attempts = useAttempt();
  const name = sought && `${sought.document}#${sought.pointer}`;
  // Only another place that is sought opens something else.
  useEffect(() => {
    const there = sought && openedAt(form, document, sought);
    if (there) setOpened(there);
  }, [name]);
  const open = (next: Opened) => {
    attempts.forget();
    setOpened(next);
  };
  return (
    <FormContext value={{ document, form, questions, opened, open, ...attempts }}>
      <Columns />
    </FormContext>
  );
}

function Columns() {
  const [width, setWidth] = useState<Width>('phone');
  return (
    <div className={`forms-columns forms-${width}`}>
      <FormOutline />
      <Settings />
      <FormPreview width={width} onWidth={setWidth} />
    </div>
  );
}

/** What is to be open so that a place is on the page. */
function openedAt(form: unknown, document: string, sought: Place): Opened | undefined {
  if (sought.document !== document) return undefined;
  const within = (pointer: string) => isWithin(sought, { document, pointer });
  const question = questionsIn(form).find(
    ({ id, pointer }) =>
      within(pointer) ||
      within(pointerTo('', 'texts', id)) ||
      within(pointerTo('', 'uiSchema', id)) ||
      sought.pointer.startsWith(`${pointerTo('', 'texts', id)}.`),
  );
  if (question) return { kind: 'question', id: question.id };
  const [, step, inside] = /^\/steps\/(\d+)(\/questions\/\d+)?/u.exec(sought.pointer) ?? [];
  if (step === undefined) return { kind: 'form' };
  const named = stepsIn(form)[Number(step)]?.questions[Number(inside?.split('/').at(-1))];
  return named ? { kind: 'question', id: named } : { kind: 'step', step: Number(step) };
}
