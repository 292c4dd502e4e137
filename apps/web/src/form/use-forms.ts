/** Owns loading everything a page needs to fill an edition's forms: the edition, its forms, validators, evaluator. */

import type { ValidatorType } from '@rjsf/utils';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { EditionDetail, FormDetail } from '@yimen/contracts';
import type { Evaluator } from '@yimen/engine';
import { useLanguage } from '../language';
import { evaluatorQuery, validatorQuery } from '../server/modules';
import { editionQuery, formQuery } from '../server/queries';

export interface LoadedForm {
  readonly form: FormDetail;
  readonly validator: ValidatorType;
}

export type LoadedEdition =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown; readonly retry: () => void }
  | {
      readonly state: 'ready';
      readonly edition: EditionDetail;
      readonly forms: readonly LoadedForm[];
      readonly evaluator: Evaluator;
    };

/** Loads an edition in the current language; a switch of language keeps answers. */
export function useEdition(id: string): LoadedEdition {
  const { language } = useLanguage();
  const edition = useQuery(editionQuery(id));
  const forms = useQueries({
    queries: (edition.data?.forms ?? []).map((form) => formQuery(id, form.id, language, edition.data?.hash ?? '')),
  });
  const validators = useQueries({ queries: forms.flatMap((form) => (form.data ? [validatorQuery(form.data)] : [])) });
  const evaluator = useQuery({ ...evaluatorQuery(edition.data?.evaluator ?? ''), enabled: edition.isSuccess });
  const all = [edition, ...forms, ...validators, evaluator];
  const failed = all.find((query) => query.isError);
  if (failed)
    return {
      state: 'failed',
      error: failed.error,
      retry: () => all.filter((query) => query.isError).forEach((query) => void query.refetch()),
    };
  const loaded = forms.flatMap(({ data: form }, index) => {
    const validator = validators[index]?.data;
    return form && validator ? [{ form, validator }] : [];
  });
  if (!edition.data || !evaluator.data || loaded.length < edition.data.forms.length) return { state: 'loading' };
  return { state: 'ready', edition: edition.data, forms: loaded, evaluator: evaluator.data };
}
