/** Owns the names of the areas that answers and conditions of documents may speak of. */

import type { AreaNames } from '@yimen/engine/editing';
import { useMemo } from 'react';
import { useAreaNames } from '../../areas/area-names';
import type { Documents } from './draft-state';
import { kindOfQuestion } from './question-kinds';
import { everyQuestion } from './question-places';

/** Undefined while they are not known, and where no question is answered by an area: then nobody is asked. */
export function useNamesOfAnswers(...states: readonly Documents[]): AreaNames | undefined {
  const asked = useMemo(
    () =>
      states.some((documents) => everyQuestion(documents).some(({ question }) => kindOfQuestion(question) === 'area')),
    states,
  );
  return useAreaNames(asked ? 'community' : undefined);
}
