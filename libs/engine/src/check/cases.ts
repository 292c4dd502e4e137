/** Owns the check that the edition's own cases give what they expect. */
import type { Issue } from '@yimen/config';
import { caseResultOf } from '../coverage/case-results.js';
import { finding, type Part, type Proof } from './subject.js';

export const checkCases: Proof = ({ edition, evaluator }) =>
  edition.cases.map(
    (each): Part =>
      () =>
        caseResultOf(edition, evaluator, each).differences.map(({ what, expected, got }): Issue => {
          const [want, have] = [JSON.stringify(expected), JSON.stringify(got) ?? 'null'];
          return finding(
            'error',
            'case-fails',
            { document: each.document, pointer: `${each.pointer}/expect/${what}` },
            `案例“${each.id}”应为 ${want}，实为 ${have}`,
            `The case "${each.id}" expects ${want} but gives ${have}`,
            each.facts,
          );
        }),
  );
