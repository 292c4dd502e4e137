/** Owns how a line is scored: its items, one under the other, and adding another. */
import { PlusOutlined } from '@ant-design/icons';
import { contextOf, type MethodContext, readLine } from '@yimen/engine/editing';
import { Button } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useLanguage } from '../../../language';
import { useDraft } from '../../draft/draft-context';
import { PlaceIssues } from '../../draft/PlaceIssues';
import { useNamesOfAnswers } from '../../draft/use-names-of-answers';
import type { LinePart } from '../parts';
import { ItemCard } from './ItemCard';
import { NewItem } from './NewItem';

export function MethodList({ part }: { readonly part: LinePart }) {
  const { t } = useLanguage();
  const id = useId();
  const { documents, edition, editable } = useDraft();
  const areas = useNamesOfAnswers(documents);
  const [adding, setAdding] = useState(false);
  const context = useMemo(
    (): MethodContext | undefined => edition && contextOf(documents, edition, part.value, areas),
    [documents, edition, part.value, areas],
  );
  const items = useMemo(() => (context ? readLine(part.value, context) : []), [part.value, context]);
  if (!context) return <p className="note note-warn">{t('table.method.unreadable')}</p>;
  const starts = items.map((_, at) => items.slice(0, at).reduce((sum, { rules }) => sum + rules.length, 0));
  return (
    <section className="line-section" aria-labelledby={id}>
      <h3 id={id}>{t('table.method.title')}</h3>
      {items.length === 0 && !adding && <p className="quiet">{t('table.method.none')}</p>}
      <ol className="method-items">
        {items.map((item, index) => (
          <ItemCard
            key={item.rules[0]?.id ?? index}
            {...{ part, item, index, context }}
            firstRule={starts[index] ?? 0}
            count={items.length}
          />
        ))}
      </ol>
      {adding && <NewItem part={part} context={context} onClose={() => setAdding(false)} />}
      {editable && !adding && (
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('table.method.add')}
        </Button>
      )}
      <PlaceIssues document={part.document} pointer={`${part.pointer}/needs`} />
    </section>
  );
}
