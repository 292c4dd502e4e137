/** Owns one row of a list's table. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo } from 'react';
import { useLanguage } from '../../language';
import { placeAttribute } from '../draft/place';
import { CellEditor } from './CellEditor';
import type { TableColumn } from './cells';
import type { CellKey } from './list-edits';
import type { Cell, Choices, ListRow } from './written-list';

export interface RowActions {
  readonly change: (row: string, key: CellKey, value: Cell | undefined) => void;
  readonly move: (from: number, to: number) => void;
  readonly remove: (row: string) => void;
}

export interface RowProps {
  readonly row: ListRow;
  readonly index: number;
  readonly last: boolean;
  readonly columns: readonly TableColumn[];
  readonly choices: Choices;
  readonly editable: boolean;
  readonly document: string;
  readonly pointer: string;
  readonly actions: RowActions;
}

/** Drawn again only when it changes: a list may have a thousand rows. */
export const Row = memo(
  OneRow,
  (before, after) =>
    before.row === after.row &&
    before.index === after.index &&
    before.last === after.last &&
    before.columns === after.columns &&
    before.editable === after.editable &&
    before.pointer === after.pointer &&
    // Choices matter to rows that have some.
    (before.choices === after.choices || after.columns.every(({ list }) => list === undefined)),
);

function cellIn(row: ListRow, key: CellKey): unknown {
  if (key === 'zh' || key === 'en') return row.title?.[key];
  return key === 'required' ? (row.required ?? true) : row[key.column];
}

const placeOf = (pointer: string, key: CellKey): string => {
  if (key === 'zh' || key === 'en') return `${pointer}/title/${key}`;
  return `${pointer}/${key === 'required' ? key : key.column}`;
};

function OneRow({ row, index, last, columns, choices, editable, document, pointer, actions }: RowProps) {
  const { t, say } = useLanguage();
  const number = index + 1;
  return (
    <tr {...placeAttribute({ document, pointer })}>
      <th scope="row" aria-label={t('studioLists.row', { number })}>
        {number}
      </th>
      {columns.map((column, at) => (
        <td
          key={typeof column.key === 'string' ? column.key : column.key.column}
          data-cell={`${index} ${at}`}
          {...placeAttribute({ document, pointer: placeOf(pointer, column.key) })}
        >
          <CellEditor
            column={column}
            choices={choices.get(column.list ?? '') ?? []}
            value={cellIn(row, column.key)}
            label={t('studioLists.cell', { row: number, column: say(column.title) })}
            editable={editable}
            onChange={(value) => actions.change(row.id, column.key, value)}
          />
        </td>
      ))}
      {editable && (
        <td className="list-tools">
          <Button
            type="text"
            icon={<ArrowUpOutlined />}
            aria-label={t('studioLists.up', { number })}
            disabled={index === 0}
            onClick={() => actions.move(index, index - 1)}
          />
          <Button
            type="text"
            icon={<ArrowDownOutlined />}
            aria-label={t('studioLists.down', { number })}
            disabled={last}
            onClick={() => actions.move(index, index + 1)}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('studioLists.removeRow', { number })}
            onClick={() => actions.remove(row.id)}
          />
        </td>
      )}
    </tr>
  );
}
