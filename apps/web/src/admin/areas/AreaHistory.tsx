/** Owns the history of an area on screen, newest first. */
import { type AreaDetail, areaTypeTitles } from '@yimen/contracts';
import type { AreaTree } from '../../areas/area-tree';
import { useLanguage } from '../../language';
import { shortTime } from '../../layout/dates';
import { sentences, type Words } from './area-history';

export interface AreaHistoryProps {
  readonly area: AreaDetail;
  readonly tree: AreaTree;
}

export function AreaHistory({ area, tree }: AreaHistoryProps) {
  const { t, say, language } = useLanguage();
  const words: Words = {
    language,
    area: (id) => {
      const named = tree.nodes.get(id)?.area.name;
      return named ? say(named) : '…';
    },
    type: (type) => say(areaTypeTitles[type]),
  };
  return (
    <section>
      <h3>{t('areas.history')}</h3>
      <ol className="areas-list">
        {[...area.history].reverse().map((event, index) => (
          <li key={area.history.length - index}>
            <span className="figure">{event.on}</span>{' '}
            {sentences(event, words)
              .map(({ key, before, after }) => t(`areas.event.${key}`, { before, after }))
              .join(t('form.semicolon'))}
            <small>{t('areas.recorded', { time: shortTime(event.recordedAt, language) })}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
