/** Owns the palette of question kinds: picking one adds a question, to a step or as the first of a new one. */
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useLanguage } from '../../language';
import { documentsOf, listed } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { insertQuestion, type QuestionTarget } from '../draft/question-edits';
import { questionIdsOf } from '../draft/question-id';
import { type QuestionKind, questionKinds } from '../draft/question-kinds';
import type { WrittenStep } from '../draft/question-places';
import { useForm } from './forms-context';
import { KindIcon } from './kind-icons';

export function Palette({ step }: { readonly step: WrittenStep }) {
  const { t, say } = useLanguage();
  const { zh, en = zh } = step.title;
  return (
    <>
      <h2>{t('studioForms.addTo', { step: say({ zh, en }) })}</h2>
      <p className="quiet">{t('studioForms.addLead')}</p>
      <Kinds target={{ step: step.id }} />
    </>
  );
}

/** A step has questions: a new one begins with its first. */
export function NewStep() {
  const { t } = useLanguage();
  const id = useId();
  const words = { zh: t('studioForms.newStep', { lng: 'zh' }) };
  const [name, setName] = useState('');
  const title = name.trim() === '' ? words : { zh: name.trim() };
  return (
    <>
      <h2>{t('studioForms.addStep')}</h2>
      <div className="draft-field">
        <label htmlFor={id}>{t('studioForms.stepName')}</label>
        <Input id={id} value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
      </div>
      <p className="quiet">{t('studioForms.addStepLead')}</p>
      <Kinds target={{ newStep: title }} />
    </>
  );
}

function Kinds({ target }: { readonly target: Pick<QuestionTarget, 'step' | 'newStep'> }) {
  const { t } = useLanguage();
  const { base, documents } = useDraft();
  const { document, attempt, open } = useForm();
  const lists = documentsOf(documents, 'lists').flatMap(({ value }) => listed(value.lists));
  const add = (kind: QuestionKind) => {
    const title = { zh: t(`studioForms.new.${kind}`, { lng: 'zh' }) };
    const list = kind === 'checklist' && lists[0] ? { list: lists[0].id } : {};
    const question = { kind, title, ...list };
    const added = attempt((all) => insertQuestion(all, { document, ...target }, question, questionIdsOf(base ?? {})));
    if (added.ok) open({ kind: 'question', id: added.id });
  };
  return (
    <ul className="palette">
      {questionKinds.map((kind) => (
        <li key={kind}>
          <button type="button" onClick={() => add(kind)}>
            <KindIcon kind={kind} />
            <span>
              <strong>{t(`studioForms.kind.${kind}`)}</strong>
              <small>{t(`studioForms.hint.${kind}`)}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
