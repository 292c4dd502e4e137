/** Owns the part of a draft that is the standard as its notice prints it: a table, and a drawer for each line. */
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../../language';
import { manifestOf } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { useSoughtPlace } from '../draft/place';
import { restored } from '../steps/restoration';
import { useRetirement } from '../steps/use-retirement';
import { useSteps } from '../steps/use-steps';
import { AddPart } from './AddPart';
import { dropped, stepped } from './dropped';
import { withPoints } from './edits';
import { LineDrawer } from './line/LineDrawer';
import { allParts, partsOf } from './parts';
import { StandardTable } from './StandardTable';
import { type Adding, TableContext, type TableEditor } from './table-context';
import { titleOf } from './titles';
import { mismatches, type Repair, repairFromLines } from './totals';
import { useSentences } from './use-sentences';
import './table.css';
import './words';

export function Room() {
  const { say } = useLanguage();
  const { draft, base, documents, edition, edit } = useDraft();
  const categories = useMemo(() => partsOf(documents, draft.edition), [documents, draft.edition]);
  const { points = 0 } = manifestOf(draft.edition, documents).value;
  const [line, setLine] = useLine();
  const [adding, setAdding] = useState<Adding>();
  const steps = useSteps();
  const retirement = useRetirement();
  const table: TableEditor = {
    categories,
    mismatches: useMemo(() => mismatches(categories, points), [categories, points]),
    steps,
    sentencesOf: useSentences(),
    openLine: setLine,
    add: setAdding,
    setPoints: (part, next, before) =>
      edit((all) => withPoints(all, edition, part, next, before), `points ${part.key}`),
    drop: (dragged, onto, hover) => edit((all) => dropped(all, draft.edition, dragged, onto, hover)),
    step: (part, by) => edit((all) => stepped(all, draft.edition, part.key, by)),
    retire: (part, then) => retirement.ask(part.key, say(titleOf(part.value)), then),
    restore: (key) => base && edit((all) => restored(base, all, draft.edition, key)),
  };
  return (
    <TableContext value={table}>
      <div className="standard">
        <FromLines repairs={repairFromLines(categories, points)} />
        <StandardTable />
      </div>
      {adding && <AddPart adding={adding} onClose={() => setAdding(undefined)} onAdded={setLine} />}
      <LineDrawer line={line} onClose={() => setLine(undefined)} />
      {retirement.dialog}
    </TableContext>
  );
}

/** The line whose drawer is open: that in which the sought place lies, unless the table shows it. */
function useLine(): [string | undefined, (line: string | undefined) => void] {
  const { draft, documents } = useDraft();
  const sought = useSoughtPlace();
  const [line, setLine] = useState<string>();
  const name = sought && `${sought.document}#${sought.pointer}`;
  useEffect(() => {
    if (!sought) return;
    const found = allParts(partsOf(documents, draft.edition)).find(
      (part) => part.kind === 'line' && isInside(sought, part) && sought.pointer !== `${part.pointer}/points`,
    );
    setLine(found?.id);
  }, [name]);
  return [line, setLine];
}

const isInside = (
  place: { readonly document: string; readonly pointer: string },
  part: { readonly document: string; readonly pointer: string },
): boolean => place.document === part.document && place.pointer.startsWith(`${part.pointer}/`);

/** What would make indicators and categories follow their lines, where these add up to the whole. */
function FromLines({ repairs }: { readonly repairs: readonly Repair[] | undefined }) {
  const { t } = useLanguage();
  const { editable, edit } = useDraft();
  if (!repairs || repairs.length === 0 || !editable) return null;
  const take = () =>
    edit((all) => repairs.reduce((next, { part, points }) => withPoints(next, undefined, part, points), all));
  return (
    <div className="note note-warn from-lines" role="status">
      <span>{t('table.fromLines.says', { count: repairs.length })}</span>
      <Button size="small" onClick={take}>
        {t('table.fromLines.take')}
      </Button>
    </div>
  );
}
