/** Owns the part of a draft in which its lists are edited: which there are, and the one that is open. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../../language';
import { Empty } from '../../layout/states';
import { useDraft, useIssuesAt } from '../draft/draft-context';
import { isWithin, useSoughtPlace } from '../draft/place';
import { useAttempt } from '../draft/use-attempt';
import { StepTag } from '../steps/StepTag';
import { useSteps } from '../steps/use-steps';
import { ListEditing } from './ListEditing';
import { addList } from './list-edits';
import { listsIn, type WrittenList } from './written-list';
import './words';
import './lists.css';

export function Room() {
  const { t } = useLanguage();
  const { draft, documents, editable } = useDraft();
  const lists = useMemo(() => listsIn(documents), [documents]);
  const sought = useSoughtPlace();
  const [chosen, setChosen] = useState<string>();
  const { attempt } = useAttempt();
  const name = sought && `${sought.document}#${sought.pointer}`;
  // Only another place that is sought opens another list.
  useEffect(() => {
    const there = sought && lists.find((list) => isWithin(sought, list));
    if (there) setChosen(there.id);
  }, [name]);
  const open = lists.find(({ id }) => id === chosen) ?? lists[0];
  const add = () => {
    const words = (key: string) => ({ zh: t(`studioLists.${key}`, { lng: 'zh' }) });
    const added = attempt((all) => addList(all, draft.edition, words('newList'), words('newRow')));
    if (added.ok) setChosen(added.id);
  };
  const button = editable && (
    <Button icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
      {t('studioLists.add')}
    </Button>
  );
  if (!open) return <Empty title={t('studioLists.none')}>{button}</Empty>;
  return (
    <div className="lists">
      <nav className="card lists-all" aria-label={t('studioLists.all')}>
        <ul>
          {lists.map((list) => (
            <Entry key={list.id} list={list} open={list.id === open.id} onOpen={() => setChosen(list.id)} />
          ))}
        </ul>
        {button}
      </nav>
      <ListEditing key={open.id} list={open} onGone={() => setChosen(undefined)} />
    </div>
  );
}

interface EntryProps {
  readonly list: WrittenList;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function Entry({ list, open, onOpen }: EntryProps) {
  const { t, say } = useLanguage();
  const state = useSteps()?.byKey.get(`list:${list.id}`)?.state;
  const wrong = useIssuesAt(list).some(({ severity }) => severity === 'error');
  return (
    <li>
      <button type="button" className="lists-entry" aria-current={open || undefined} onClick={onOpen}>
        <span className={wrong ? 'lists-wrong' : ''}>{say(list.title)}</span>
        {state && <StepTag state={state} />}
        <small>{t('studioLists.rows', { count: list.rows.length })}</small>
      </button>
    </li>
  );
}
