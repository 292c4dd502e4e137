/** Owns where the choices of a question come from: a list, its own, or both. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { pointerTo } from '@yimen/config';
import { Button, Input, Select } from 'antd';
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { addressOf } from '../draft/place';
import { choiceSource } from '../draft/question-kinds';
import { addChoice, setChoices } from '../draft/question-parts';
import { listIn, objectIn } from '../draft/question-places';
import { useForm } from './forms-context';
import { Labelled, type QuestionProps } from './Labelled';
import { useListOptions } from './lists-of';
import { useWords } from './WordsField';

/** Stands for no list in the field. */
const OWN = '';

export function ChoiceSettings({ placed }: QuestionProps) {
  const { t } = useLanguage();
  const { draft, documents, editable } = useDraft();
  const { document, attempt } = useForm();
  const { id, question } = placed;
  const source = choiceSource(question);
  const lists = useListOptions();
  const word = t('studioForms.newChoice', { lng: 'zh' });
  const list = lists.find(({ value }) => value === source.list);
  const change = (next: string) => {
    const own = source.own.length > 0 || next !== OWN ? source.own : [{ const: 'choice-1', title: word }];
    attempt((all) => setChoices(all, document, id, { ...(next === OWN ? {} : { list: next }), own }));
  };
  return (
    <>
      <Labelled label={t('studioForms.list')}>
        {(field) => (
          <>
            <Select
              id={field}
              showSearch={{ optionFilterProp: 'label' }}
              value={source.list ?? OWN}
              disabled={!editable}
              options={[
                { value: OWN, label: t('studioForms.ownOnly') },
                ...lists.map(({ value, label }) => ({ value, label })),
              ]}
              onChange={change}
            />
            {list && <Link to={addressOf(draft.id, list.place, documents)}>{t('studioForms.openList')}</Link>}
          </>
        )}
      </Labelled>
      <fieldset className="draft-field draft-field-wide own-choices">
        <legend>{t(source.list === undefined ? 'studioForms.own' : 'studioForms.ownBeside')}</legend>
        {source.own.map((choice, index) => (
          <OwnChoice key={choice.const} placed={placed} id={choice.const} index={index} />
        ))}
        {editable && (
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() => attempt((all) => addChoice(all, document, id, { zh: word }))}
          >
            {t('studioForms.addChoice')}
          </Button>
        )}
      </fieldset>
    </>
  );
}

function OwnChoice({ placed, id, index }: QuestionProps & { readonly id: string; readonly index: number }) {
  const { t, language } = useLanguage();
  const { editable } = useDraft();
  const { document, attempt } = useForm();
  const holder = placed.question.type === 'array' ? pointerTo(placed.pointer, 'items') : placed.pointer;
  const options = listIn(
    placed.question.type === 'array' ? objectIn(placed.question.items).oneOf : placed.question.oneOf,
  );
  const at = options.findIndex((option) => objectIn(option).const === id);
  const { zh, en, put } = useWords(pointerTo(holder, 'oneOf', at), `${placed.id}.${id}`, 'title');
  const source = choiceSource(placed.question);
  const remove = () =>
    attempt((all) =>
      setChoices(all, document, placed.id, { ...source, own: source.own.filter((each) => each.const !== id) }),
    );
  const number = index + 1;
  const shown = { readOnly: !editable, maxLength: 200 };
  return (
    <div className="own-choice">
      <Input
        {...shown}
        aria-label={t('studioForms.choice', { number })}
        value={zh}
        onChange={({ target }) => put('zh', target.value)}
      />
      <Input
        {...shown}
        lang="en"
        aria-label={t('studioForms.choiceEnglish', { number })}
        placeholder={t('studioForms.english')}
        value={en}
        onChange={({ target }) => put('en', target.value)}
      />
      {editable && (
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('studioForms.removeChoice', { name: language === 'en' ? en || zh : zh })}
          onClick={remove}
        />
      )}
    </div>
  );
}
