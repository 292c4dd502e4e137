/** Owns the derived facts of a draft: each by its name, its formula, and how often it is used. */
import { PlusOutlined } from '@ant-design/icons';
import { insertedAt, pointerTo } from '@yimen/config';
import { readersIn } from '@yimen/engine/editing';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useLanguage } from '../../language';
import { documentsOf, listed } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { freeId } from '../draft/free-id';
import { useSoughtPlace } from '../draft/place';
import { useDictionary } from '../draft/use-dictionary';
import { FactRow } from './FactRow';

export function FactTable() {
  const { t } = useLanguage();
  const { draft, documents, editable, edit } = useDraft();
  const dictionary = useDictionary();
  const sought = useSoughtPlace();
  const [opened, setOpened] = useState<string>();
  const used = useMemo(() => usesIn(documents), [documents]);
  const found = documentsOf(documents, 'facts');
  const facts = found.flatMap(({ document, value }) =>
    listed(value.facts).map((fact, index) => ({ document, pointer: pointerTo('', 'facts', index), id: fact.id })),
  );
  const wanted = facts.find(
    ({ document, pointer }) => sought?.document === document && `${sought.pointer}/`.startsWith(`${pointer}/`),
  );
  const open = opened ?? (wanted && `${wanted.document}#${wanted.pointer}`);
  const add = () => {
    const document = found[0]?.document ?? `rules/${draft.edition}/facts.json`;
    const id = freeId('calculation', [...facts.map((fact) => fact.id), ...(dictionary?.facts.keys() ?? [])]);
    const title = { zh: t('formulas.newFact', { lng: 'zh' }), en: t('formulas.newFact', { lng: 'en' }) };
    const made = { id, title, formula: '0' };
    edit((all) => ({ ...all, [document]: insertedAt(all[document] ?? { facts: [] }, '/facts', facts.length, made) }));
    setOpened(`${document}#${pointerTo('', 'facts', listed(found[0]?.value.facts).length)}`);
  };
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{t('formulas.facts')}</h2>
      <p className="quiet">{t('formulas.factsHelp')}</p>
      {facts.length === 0 && <p className="quiet">{t('formulas.noFacts')}</p>}
      <ul className="calculations">
        {facts.map(({ document, pointer, id }) => (
          <FactRow
            key={`${document}#${pointer}`}
            document={document}
            pointer={pointer}
            uses={used.get(id) ?? 0}
            open={open === `${document}#${pointer}`}
            onOpen={(yes) => setOpened(yes ? `${document}#${pointer}` : '')}
          />
        ))}
      </ul>
      {editable && (
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
          {t('formulas.addFact')}
        </Button>
      )}
    </section>
  );
}

/** How often each fact is read. */
function usesIn(documents: Parameters<typeof readersIn>[0]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { fact } of readersIn(documents)) uses.set(fact, (uses.get(fact) ?? 0) + 1);
  return uses;
}
