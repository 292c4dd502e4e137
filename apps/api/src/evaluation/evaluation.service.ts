/** Owns evaluating facts without storing them, as the command line does. */
import { Inject, Injectable } from '@nestjs/common';
import type { EvaluateAnswer, EvaluateQuery, EvaluateRequest, ResultAnswer, ResultRequest } from '@yimen/contracts';
import { type Answer, countyResult, evaluateInput } from '@yimen/engine';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import { Refusal } from '../refusal.js';
import { dueOn } from './due-date.js';

@Injectable()
export class EvaluationService {
  constructor(@Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue) {}

  /** The outcome; facts that are not valid are refused with it. */
  async evaluate(request: EvaluateRequest, query: EvaluateQuery): Promise<EvaluateAnswer> {
    const { edition, evaluator } = await this.catalogue.open(request.edition, request.hash);
    const answer = accepted(evaluateInput(edition, evaluator, request.facts, query));
    if (request.acceptedOn === undefined) return answer;
    return { ...answer, dueOn: dueOn(answer, edition.calendar, request.acceptedOn) };
  }

  async result({ edition: id, ...input }: ResultRequest): Promise<ResultAnswer> {
    const { edition } = await this.catalogue.open(id);
    const result = countyResult(edition, input);
    if ('mean' in result) return result;
    throw invalid({ ...result });
  }
}

/** The answer, or a refusal where its status is invalid. */
export function accepted(answer: Answer): Answer {
  if (answer.status !== 'invalid') return answer;
  throw invalid(answer);
}

/** Answers that are not valid, each with its place. */
export const invalid = (answer: { readonly issues: Answer['issues'] }): Refusal =>
  new Refusal(
    'unacceptable',
    'invalid-facts',
    { zh: '内容有误，请按提示修改', en: 'The facts are not valid; see the issues' },
    answer.issues,
    { ...answer },
  );
