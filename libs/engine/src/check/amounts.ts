/** Owns the check that amounts and caps fit the line they stand in. */
import type { Issue } from '@yimen/config';
import { finding, type QuickCheck } from './subject.js';

export const checkAmounts: QuickCheck = ({ program }) =>
  program.lines.flatMap(({ line, rules }) =>
    rules.flatMap(({ rule, document, pointer }): Issue[] => {
      if (rule.event.type !== 'award' && rule.event.type !== 'deduct') return [];
      const { params } = rule.event;
      const at = (name: string) => ({ document, pointer: `${pointer}/event/params/${name}` });
      if (params.cap !== undefined && params.cap > line.points) {
        return [
          finding(
            'error',
            'cap-too-large',
            at('cap'),
            `上限 ${params.cap} 分超过本项的 ${line.points} 分`,
            `The cap of ${params.cap} exceeds the line's ${line.points} points`,
          ),
        ];
      }
      if ('points' in params && params.points > line.points) {
        return [
          finding(
            'warning',
            'amount-too-large',
            at('points'),
            `${params.points} 分超过本项的 ${line.points} 分，只会按 ${line.points} 分计`,
            `${params.points} points exceed the line's ${line.points}; only ${line.points} count`,
          ),
        ];
      }
      return [];
    }),
  );
