/** Owns loading everything a page needs to fill an edition's forms: the edition, its forms, validators, evaluator. */

import type { ValidatorType } from '@rjsf/utils';
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EditionDetail, FormDetail } from '@yimen/contracts';
import type { Evaluator } from '@yimen/engine';
import { useEffect, useRef } from 'react';
import { type Language, useLanguage } from '../language';
import { evaluatorQuery, validatorQuery } from '../server/modules';
import { editionQuery, formQuery } from '../server/queries';

export interface LoadedForm {
  readonly form: FormDetail;
  readonly validator: ValidatorType;
}

/** Everything with which an edition's questions are drawn, checked and judged. */
export interface EditionReady {
  readonly edition: EditionDetail;
  readonly forms: readonly LoadedForm[];
  readonly evaluator: Evaluator;
}

export type LoadedEdition =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown; readonly retry: () => void }
  | ({ readonly state: 'ready' } & EditionReady);

/**
 * Loads an edition in the current language; its newest version where no hash names one. Once it is shown it stays: another
 * language is of the same version, and where that cannot be loaded the one before stands.
 */
export function useEdition(id: string, hash?: string): LoadedEdition {
  const { language } = useLanguage();
  const shown = useRef<{ readonly language: Language; readonly ready: EditionReady }>(undefined);
  const first = shown.current?.ready.edition.id === id ? shown.current : undefined;
  const pinned = first && first.language !== language ? first.ready.edition.hash : undefined;
  const loaded = useQuery(readyQuery(useQueryClient(), id, hash ?? pinned, language));
  useEffect(() => {
    if (!first && loaded.data && !loaded.isPlaceholderData) shown.current = { language, ready: loaded.data };
  }, [first, loaded.data, loaded.isPlaceholderData, language]);
  const ready = loaded.data ?? first?.ready;
  if (ready) return { state: 'ready', ...ready };
  if (loaded.isError) return { state: 'failed', error: loaded.error, retry: loaded.refetch };
  return { state: 'loading' };
}

/**
 * Until another language is loaded the page stays as it is, and a version published meanwhile waits until the page is
 * opened anew: answers are kept through both.
 */
const readyQuery = (client: QueryClient, id: string, hash: string | undefined, language: Language) =>
  queryOptions({
    queryKey: ['ready', id, hash ?? 'current', language],
    queryFn: async (): Promise<EditionReady> => {
      const edition = await client.fetchQuery(editionQuery(id, hash));
      const load = async (form: string): Promise<LoadedForm> => {
        const loaded = await client.fetchQuery(formQuery(id, form, language, edition.hash));
        return { form: loaded, validator: await client.fetchQuery(validatorQuery(loaded)) };
      };
      const [forms, evaluator] = await Promise.all([
        Promise.all(edition.forms.map((form) => load(form.id))),
        client.fetchQuery(evaluatorQuery(edition.evaluator)),
      ]);
      return { edition, forms, evaluator };
    },
    placeholderData: (before: EditionReady | undefined) => (before?.edition.id === id ? before : undefined),
    structuralSharing: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
