/** Owns editing one list: its name, its rows and columns, what uses it, and the ways out and in. */
import { DeleteOutlined, ExportOutlined, ImportOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { LocalizedField } from '../draft/fields';
import { placeAttribute } from '../draft/place';
import { UseList } from '../draft/UseList';
import { type Attempts, useAttempt } from '../draft/use-attempt';
import { WorkbookImport } from '../draft/WorkbookImport';
import { Confirm, StepTag } from '../steps/StepTag';
import { useSteps } from '../steps/use-steps';
import { ColumnEditor } from './ColumnEditor';
import { ListTable } from './ListTable';
import { removeList } from './list-edits';
import { usesOfList } from './list-uses';
import { ListContext, useList } from './lists-context';
import { choicesOfLists, findList, type WrittenList } from './written-list';

export interface ListProps {
  readonly list: WrittenList;
  readonly onGone: () => void;
}

export function ListEditing({ list, onGone }: ListProps) {
  const { t } = useLanguage();
  const { base, documents, editable } = useDraft();
  const attempts = useAttempt();
  const choices = useMemo(() => choicesOfLists(documents), [documents]);
  const avoid = useMemo(() => (base && findList(base, list.id)?.rows.map(({ id }) => id)) ?? [], [base, list.id]);
  const { document, pointer } = list;
  return (
    <ListContext value={{ list, choices, avoid, attempt: attempts.attempt }}>
      <div className="list" {...placeAttribute({ document, pointer })}>
        <Refused {...attempts} />
        <section className="card list-card" aria-label={t('studioLists.name')}>
          <Head list={list} />
          <div className="draft-fields">
            <LocalizedField document={document} pointer={`${pointer}/title`} label={t('studioLists.name')} />
            <LocalizedField document={document} pointer={`${pointer}/note`} label={t('studioLists.note')} optional />
          </div>
          <ListTable />
        </section>
        {(editable || list.columns.length > 0) && <ColumnEditor />}
        <Uses list={list} onGone={onGone} />
      </div>
    </ListContext>
  );
}

function Refused({ refusal, forget }: Attempts) {
  const { t, say } = useLanguage();
  if (!refusal) return null;
  return (
    <div className="note note-bad list-refused" role="alert">
      <p>{say(refusal.reason)}</p>
      <UseList uses={refusal.uses} words="studioLists" />
      <Button size="small" onClick={forget}>
        {t('studioLists.close')}
      </Button>
    </div>
  );
}

function Head({ list }: Pick<ListProps, 'list'>) {
  const { t, say, language } = useLanguage();
  const { draft, editable } = useDraft();
  const [importing, setImporting] = useState(false);
  const key = `list:${list.id}`;
  const state = useSteps()?.byKey.get(key)?.state;
  const name = say(list.title);
  return (
    <div className="list-head">
      <h2>{name}</h2>
      {state && <StepTag state={state} />}
      <Confirm step={key} name={name} />
      <span className="actions">
        <Button
          icon={<ExportOutlined aria-hidden="true" />}
          href={`/api/v1/studio/drafts/${draft.id}/lists/${list.id}.xlsx?lang=${language}`}
          download
        >
          {t('studioLists.export')}
        </Button>
        {editable && (
          <Button icon={<ImportOutlined aria-hidden="true" />} onClick={() => setImporting(true)}>
            {t('studioLists.import')}
          </Button>
        )}
      </span>
      <WorkbookImport
        file={`lists/${list.id}.xlsx`}
        title={t('studioLists.import')}
        lead={t('studioLists.importLead')}
        open={importing}
        onClose={() => setImporting(false)}
      />
    </div>
  );
}

function Uses({ list, onGone }: ListProps) {
  const { t, say } = useLanguage();
  const { documents, editable } = useDraft();
  const { attempt } = useList();
  const settled = useDeferredValue(documents);
  const uses = useMemo(() => usesOfList(settled, list.id), [settled, list.id]);
  const remove = () => attempt((all) => removeList(all, list.id)).ok && onGone();
  const button = (onClick?: () => void) => (
    <Button danger icon={<DeleteOutlined aria-hidden="true" />} onClick={onClick}>
      {t('studioLists.removeList')}
    </Button>
  );
  return (
    <section className="card list-card" aria-label={t('studioLists.uses')}>
      <h3>{t('studioLists.uses')}</h3>
      {uses.length === 0 ? (
        <p className="quiet">{t('studioLists.noUses')}</p>
      ) : (
        <UseList uses={uses} words="studioLists" />
      )}
      {editable && uses.length > 0 && <div>{button(remove)}</div>}
      {editable && uses.length === 0 && (
        <div>
          <Popconfirm
            title={t('studioLists.removeListSure', { name: say(list.title) })}
            okText={t('studioLists.removeList')}
            okButtonProps={{ danger: true }}
            cancelText={t('studioLists.cancel')}
            onConfirm={remove}
          >
            {button()}
          </Popconfirm>
        </div>
      )}
    </section>
  );
}
