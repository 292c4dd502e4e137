/** Owns the table of a list's rows: each cell edited where it stands, rows ordered, cells pasted from spreadsheets. */
import { PlusOutlined } from '@ant-design/icons';
import { valueAt } from '@yimen/config';
import { Button } from 'antd';
import { type ClipboardEvent, useCallback, useRef, useState } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { PlaceIssues } from '../draft/PlaceIssues';
import { placeAttribute } from '../draft/place';
import { addRow, type CellKey, moveRow, putRows, removeRow, withCell } from './list-edits';
import { useList } from './lists-context';
import { PasteFaults } from './PasteFaults';
import { isSeveralCells, type Paste, pasteInto } from './paste';
import { Row, type RowActions } from './Row';
import { useTableColumns } from './table-columns';
import type { Cell, ListRow } from './written-list';

export function ListTable() {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const { list, choices, attempt } = useList();
  const columns = useTableColumns(list);
  const actions = useRowActions();
  const { paste, told, pasted, settle } = usePaste(columns);
  const words = { zh: t('studioLists.newRow', { lng: 'zh' }) };
  const { avoid } = useList();
  const add = () => attempt((all) => addRow(all, list.id, words, { avoid }));
  const pointer = `${list.pointer}/rows`;
  return (
    <div className="list-rows" {...placeAttribute({ document: list.document, pointer })}>
      <div className="list-scroll" onPaste={paste}>
        <table className="list-table" aria-label={t('studioLists.table', { name: say(list.title) })}>
          <thead>
            <tr>
              <td />
              {columns.map(({ key, title }) => (
                <th key={typeof key === 'string' ? key : key.column} scope="col">
                  {say(title)}
                </th>
              ))}
              {editable && <td />}
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row, index) => (
              <Row
                key={row.id}
                row={row}
                index={index}
                last={index === list.rows.length - 1}
                columns={columns}
                choices={choices}
                editable={editable}
                document={list.document}
                pointer={`${pointer}/${index}`}
                actions={actions}
              />
            ))}
          </tbody>
        </table>
      </div>
      <PlaceIssues document={list.document} pointer={pointer} />
      {editable && (
        <div className="list-foot">
          <Button icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
            {t('studioLists.addRow')}
          </Button>
          <span className="quiet" role="status">
            {told ? t('studioLists.paste.done', { ...told }) : t('studioLists.paste.help')}
          </span>
        </div>
      )}
      <PasteFaults paste={pasted} onSettle={settle} />
    </div>
  );
}

/** What rows do; the same functions as long as the list is the same, so that rows are drawn again only when they change. */
function useRowActions(): RowActions {
  const { edit } = useDraft();
  const { list, attempt } = useList();
  const now = useRef({ edit, attempt, list });
  now.current = { edit, attempt, list };
  const change = useCallback((row: string, key: CellKey, value: Cell | undefined) => {
    const { edit: put, list: of } = now.current;
    put(
      (all) => {
        const rows = valueAt(all[of.document], `${of.pointer}/rows`) as readonly ListRow[];
        const next = rows.map((each) => (each.id === row ? withCell(each, key, value) : each));
        const made = putRows(all, of.id, next);
        return made.ok ? made.documents : all;
      },
      `${of.id} ${row} ${typeof key === 'string' ? key : key.column}`,
    );
  }, []);
  const move = useCallback(
    (from: number, to: number) => void now.current.attempt((all) => moveRow(all, now.current.list.id, from, to)),
    [],
  );
  const remove = useCallback(
    (row: string) => void now.current.attempt((all) => removeRow(all, now.current.list.id, row)),
    [],
  );
  return useRef({ change, move, remove }).current;
}

/** Pasting: what fits is taken at once, where something does not fit somebody is asked first. */
function usePaste(columns: ReturnType<typeof useTableColumns>) {
  const { editable } = useDraft();
  const { list, choices, avoid, attempt } = useList();
  const [told, setTold] = useState<{ changed: number; added: number }>();
  const [pasted, setPasted] = useState<Paste>();
  const take = ({ rows, changed, added }: Paste) => {
    attempt((all) => putRows(all, list.id, rows), `paste ${Date.now()}`);
    setTold({ changed, added });
    setPasted(undefined);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const place = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
    if (!editable || !place || !isSeveralCells(text)) return;
    event.preventDefault();
    const [row = 0, column = 0] = (place.dataset.cell ?? '').split(' ').map(Number);
    const read = pasteInto(text, { rows: list.rows, columns, choices, row, column, avoid });
    if (read.faults.length > 0) setPasted(read);
    else take(read);
  };
  const settle = (rest: boolean) => (rest && pasted ? take(pasted) : setPasted(undefined));
  return { paste, told, pasted, settle };
}
