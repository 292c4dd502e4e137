/** Owns the clauses of the source: what each says, how often it is cited, or why it needs no rule. */
import { PlusOutlined } from '@ant-design/icons';
import { insertedAt, pointerTo } from '@yimen/config';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useLanguage } from '../../language';
import { listed } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { freeId } from '../draft/free-id';
import { useSoughtPlace } from '../draft/place';
import { ClauseRow } from './ClauseRow';
import { citationsIn } from './citations';

export function OutlineTable({ document }: { readonly document: string }) {
  const { t } = useLanguage();
  const { documents, editable, edit } = useDraft();
  const sought = useSoughtPlace();
  const [opened, setOpened] = useState<string>();
  const { clauses } = documents[document] as { readonly clauses?: readonly { readonly id: string }[] };
  const cited = useMemo(() => citationsIn(documents), [documents]);
  const ids = listed(clauses).map(({ id }) => id);
  const add = () => {
    const id = freeId(t('basics.newClause', { lng: 'zh' }), ids);
    const made = { id, summary: { zh: id } };
    edit((all) => ({ ...all, [document]: insertedAt(all[document], '/clauses', ids.length, made) }));
    setOpened(pointerTo('', 'clauses', ids.length));
  };
  const wanted = sought?.document === document ? /^\/clauses\/\d+/u.exec(sought.pointer)?.[0] : undefined;
  const open = opened ?? wanted;
  return (
    <section className="card" aria-labelledby="outline">
      <h2 id="outline">{t('basics.outline')}</h2>
      <p className="quiet">{t('basics.outlineHelp')}</p>
      <ul className="clauses">
        {ids.map((id, index) => {
          const pointer = pointerTo('', 'clauses', index);
          return (
            <ClauseRow
              key={pointer}
              document={document}
              pointer={pointer}
              cited={cited.get(id) ?? 0}
              open={open === pointer}
              onOpen={(yes) => setOpened(yes ? pointer : '')}
            />
          );
        })}
      </ul>
      {editable && (
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
          {t('basics.addClause')}
        </Button>
      )}
    </section>
  );
}
