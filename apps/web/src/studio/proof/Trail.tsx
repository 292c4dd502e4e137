/** Owns showing where a place is: the titles on the way to it. */
import { useMemo } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import type { Place } from '../draft/place';
import { Mixed } from './Mixed';
import { type Crumb, trailOf } from './trail';
import './words';

/** The words of a place, from the outermost to the innermost. */
export function useTrail(): (place: Place) => readonly string[] {
  const { documents } = useDraft();
  const { t, say } = useLanguage();
  return useMemo(() => {
    const wordsOf = (crumb: Crumb): string => {
      if ('title' in crumb) return say(crumb.title);
      if ('room' in crumb) return t(`proof.place.${crumb.room}`);
      const { part, number } = crumb;
      return number === undefined ? t(`proof.part.${part}`) : t(`proof.item.${part}`, { number });
    };
    return (place: Place) => trailOf(place, documents).map(wordsOf);
  }, [documents, t, say]);
}

/** A place as one text. */
export function Trail(place: Place) {
  const trail = useTrail();
  return <Mixed text={trail(place).join(' › ')} />;
}
