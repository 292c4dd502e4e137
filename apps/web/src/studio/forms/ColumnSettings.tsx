/** Owns the columns of a question that is answered by rows. */
import { ArrowLeftOutlined, ArrowRightOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { choiceSource, kindOfQuestion } from '../draft/question-kinds';
import {
  addColumn,
  changeColumnKind,
  columnKinds,
  columnsOf,
  moveColumn,
  removeColumn,
  setColumnRequired,
  type WrittenColumn,
} from '../draft/question-parts';
import { useForm } from './forms-context';
import type { QuestionProps } from './Labelled';
import { useListOptions } from './lists-of';
import { useWords } from './WordsField';

export function ColumnSettings({ placed }: QuestionProps) {
  const { t } = useLanguage();
  const { editable } = useDraft();
  const { document, attempt } = useForm();
  const columns = columnsOf(placed);
  const title = { zh: t('studioForms.newColumn', { lng: 'zh' }) };
  return (
    <fieldset className="draft-field draft-field-wide columns">
      <legend>{t('studioForms.columns')}</legend>
      {columns.map((column, index) => (
        <Column key={column.id} placed={placed} column={column} index={index} count={columns.length} />
      ))}
      {editable && (
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => attempt((all) => addColumn(all, document, placed.id, { kind: 'text', title }))}
        >
          {t('studioForms.addColumn')}
        </Button>
      )}
    </fieldset>
  );
}

interface ColumnProps extends QuestionProps {
  readonly column: WrittenColumn;
  readonly index: number;
  readonly count: number;
}

function Column({ placed, column, index, count }: ColumnProps) {
  const { t } = useLanguage();
  const { editable } = useDraft();
  const { document, attempt } = useForm();
  const key = `${placed.id}.${column.id}`;
  const title = useWords(column.pointer, key, 'title');
  const number = index + 1;
  const shown = { readOnly: !editable, maxLength: 100 };
  const on = [document, placed.id, column.id] as const;
  return (
    <div className="column">
      <Input
        {...shown}
        aria-label={t('studioForms.columnTitle', { number })}
        value={title.zh}
        onChange={({ target }) => title.put('zh', target.value)}
      />
      <Input
        {...shown}
        lang="en"
        aria-label={t('studioForms.columnEnglish', { number })}
        placeholder={t('studioForms.english')}
        value={title.en}
        onChange={({ target }) => title.put('en', target.value)}
      />
      <ColumnKindFields placed={placed} column={column} number={number} />
      <Checkbox
        checked={column.required}
        disabled={!editable}
        aria-label={t('studioForms.columnRequired', { number })}
        onChange={({ target }) => attempt((all) => setColumnRequired(all, ...on, target.checked))}
      >
        {t('studioForms.mustFill')}
      </Checkbox>
      {editable && (
        <span className="column-tools">
          <Button
            type="text"
            icon={<ArrowLeftOutlined />}
            aria-label={t('studioForms.columnLeft', { number })}
            disabled={index === 0}
            onClick={() => attempt((all) => moveColumn(all, ...on, -1))}
          />
          <Button
            type="text"
            icon={<ArrowRightOutlined />}
            aria-label={t('studioForms.columnRight', { number })}
            disabled={index === count - 1}
            onClick={() => attempt((all) => moveColumn(all, ...on, 1))}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('studioForms.columnRemove', { number })}
            onClick={() => attempt((all) => removeColumn(all, ...on))}
          />
        </span>
      )}
    </div>
  );
}

/** What a column holds: its kind, the list of its choices, its unit. */
function ColumnKindFields({
  placed,
  column,
  number,
}: Pick<ColumnProps, 'placed' | 'column'> & { readonly number: number }) {
  const { t } = useLanguage();
  const { editable } = useDraft();
  const { document, attempt } = useForm();
  const lists = useListOptions();
  const unit = useWords(column.pointer, `${placed.id}.${column.id}`, 'unit');
  const kind = kindOfQuestion(column.cell);
  const change = (next: { readonly kind: (typeof columnKinds)[number]; readonly list?: string }) =>
    attempt((all) => changeColumnKind(all, document, placed.id, column.id, next));
  return (
    <>
      <Select
        aria-label={t('studioForms.columnKind', { number })}
        value={kind}
        disabled={!editable}
        options={columnKinds
          .filter((each) => each !== 'choice' || lists.length > 0)
          .map((each) => ({ value: each, label: t(`studioForms.kind.${each}`) }))}
        onChange={(next) =>
          change(next === 'choice' && lists[0] ? { kind: next, list: lists[0].value } : { kind: next as 'text' })
        }
      />
      {kind === 'choice' && (
        <Select
          aria-label={t('studioForms.columnList', { number })}
          showSearch={{ optionFilterProp: 'label' }}
          value={choiceSource(column.cell).list}
          disabled={!editable}
          options={lists.map(({ value, label }) => ({ value, label }))}
          onChange={(list) => change({ kind: 'choice', list })}
        />
      )}
      {kind === 'number' && (
        <Input
          aria-label={t('studioForms.columnUnit', { number })}
          placeholder={t('studioForms.unit')}
          readOnly={!editable}
          maxLength={20}
          value={unit.zh}
          onChange={({ target }) => unit.put('zh', target.value)}
        />
      )}
    </>
  );
}
