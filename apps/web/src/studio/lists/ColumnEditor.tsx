/** Owns the columns that a list adds to name and need. */
import { ArrowLeftOutlined, ArrowRightOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { pointerTo } from '@yimen/config';
import { Button, Select } from 'antd';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { LocalizedField } from '../draft/fields';
import { addListColumn, moveListColumn, removeListColumn } from './list-edits';
import { useList } from './lists-context';
import { retypeListColumn } from './retype-column';
import { type ColumnType, columnTypes, type ListColumn, listsIn } from './written-list';

export function ColumnEditor() {
  const { t } = useLanguage();
  const { editable } = useDraft();
  const { list, attempt } = useList();
  const title = { zh: t('studioLists.newColumn', { lng: 'zh' }) };
  return (
    <section className="card list-card" aria-label={t('studioLists.columns')}>
      <h3>{t('studioLists.columns')}</h3>
      <p className="quiet">{t('studioLists.columnsHelp')}</p>
      {list.columns.map((column, index) => (
        <Column key={column.id} column={column} index={index} />
      ))}
      {editable && (
        <div>
          <Button
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() => attempt((all) => addListColumn(all, list.id, { title, type: 'text' }))}
          >
            {t('studioLists.addColumn')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Column({ column, index }: { readonly column: ListColumn; readonly index: number }) {
  const { t, say } = useLanguage();
  const { documents, editable } = useDraft();
  const { list, attempt } = useList();
  const number = index + 1;
  const others = listsIn(documents).map(({ id, title }) => ({ value: id, label: say(title) }));
  const retype = (type: ColumnType, of: string | undefined) => {
    const choosing = type === 'choice' || type === 'checklist';
    const source = choosing ? (of ?? others.find(({ value }) => value !== list.id)?.value ?? list.id) : undefined;
    attempt((all) =>
      retypeListColumn(all, list.id, column.id, { type, ...(source === undefined ? {} : { list: source }) }),
    );
  };
  const pointer = pointerTo(list.pointer, 'columns', index);
  return (
    <div className="list-column">
      <LocalizedField
        document={list.document}
        pointer={`${pointer}/title`}
        label={t('studioLists.columnTitle', { number })}
      />
      <Select
        aria-label={t('studioLists.columnType', { number })}
        value={column.type}
        disabled={!editable}
        options={columnTypes.map((type) => ({ value: type, label: t(`studioLists.type.${type}`) }))}
        onChange={(type) => retype(type, column.list)}
      />
      {(column.type === 'choice' || column.type === 'checklist') && (
        <Select
          aria-label={t('studioLists.columnList', { number })}
          showSearch={{ optionFilterProp: 'label' }}
          value={column.list}
          disabled={!editable}
          options={others}
          onChange={(of) => retype(column.type, of)}
        />
      )}
      {editable && (
        <span className="list-tools">
          <Button
            type="text"
            icon={<ArrowLeftOutlined />}
            aria-label={t('studioLists.columnLeft', { number })}
            disabled={index === 0}
            onClick={() => attempt((all) => moveListColumn(all, list.id, index, index - 1))}
          />
          <Button
            type="text"
            icon={<ArrowRightOutlined />}
            aria-label={t('studioLists.columnRight', { number })}
            disabled={index === list.columns.length - 1}
            onClick={() => attempt((all) => moveListColumn(all, list.id, index, index + 1))}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('studioLists.removeColumn', { number })}
            onClick={() => attempt((all) => removeListColumn(all, list.id, column.id))}
          />
        </span>
      )}
    </div>
  );
}
