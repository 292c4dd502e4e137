/** Owns the clauses of the source: what each says, how often it is cited, or why it needs no rule. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { insertedAt, pointerTo, removedAt } from '@yimen/config';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useLanguage } from '../../language';
import { listed } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { LocalizedField, TextField } from '../draft/fields';
import { freeId } from '../draft/free-id';
import { placeAttribute } from '../draft/place';
import { citationsIn } from './citations';

export function OutlineTable({ document }: { readonly document: string }) {
  const { t } = useLanguage();
  const { documents, editable, edit } = useDraft();
  const { clauses } = documents[document] as { readonly clauses?: readonly { readonly id: string }[] };
  const cited = useMemo(() => citationsIn(documents), [documents]);
  const change = (make: (outline: unknown) => unknown) => edit((all) => ({ ...all, [document]: make(all[document]) }));
  const ids = listed(clauses).map(({ id }) => id);
  const add = () => {
    const id = freeId(t('basics.newClause', { lng: 'zh' }), ids);
    change((outline) => insertedAt(outline, '/clauses', ids.length, { id, summary: { zh: id } }));
  };
  return (
    <section className="card" aria-labelledby="outline">
      <h2 id="outline">{t('basics.outline')}</h2>
      <p className="quiet">{t('basics.outlineHelp')}</p>
      <ul className="clauses">
        {ids.map((id, index) => {
          const pointer = pointerTo('', 'clauses', index);
          const count = cited.get(id) ?? 0;
          return (
            <li key={pointer} {...placeAttribute({ document, pointer })}>
              <TextField document={document} pointer={`${pointer}/id`} label={t('basics.clause')} />
              <LocalizedField document={document} pointer={`${pointer}/summary`} label={t('basics.summary')} />
              <LocalizedField document={document} pointer={`${pointer}/none`} label={t('basics.none')} optional />
              <span className={count > 0 ? 'quiet' : 'clause-free'}>
                {count > 0 ? t('basics.citedCount', { count }) : t('basics.notCited')}
              </span>
              {editable && count === 0 && (
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={t('basics.removeClause', { name: id })}
                  onClick={() => change((outline) => removedAt(outline, pointer))}
                />
              )}
            </li>
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
