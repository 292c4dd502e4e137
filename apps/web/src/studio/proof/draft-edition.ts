/** Owns loading a draft as pages need an edition: its forms, their validators, its evaluator, as it is stored. */
import { keepPreviousData, type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EditionDetail, FormDetail } from '@yimen/contracts';
import type { EditionReady, LoadedEdition, LoadedForm } from '../../form/use-forms';
import { type Language, useLanguage } from '../../language';
import { call } from '../../server/client';
import { evaluatorQuery, validatorQuery } from '../../server/modules';
import { useDraft } from '../draft/draft-context';

/** The draft on screen as it was last stored: what is typed follows a moment later. */
export function useDraftReady(): LoadedEdition {
  const { language } = useLanguage();
  const { draft, version } = useDraft();
  const loaded = useQuery({
    ...readyQuery(useQueryClient(), draft.id, version, language),
    placeholderData: keepPreviousData,
  });
  if (loaded.isError) return { state: 'failed', error: loaded.error, retry: loaded.refetch };
  if (loaded.data) return { state: 'ready', ...loaded.data };
  return { state: 'loading' };
}

const readyQuery = (client: QueryClient, id: string, version: number, language: Language) =>
  queryOptions({
    queryKey: ['studio', 'ready', id, version, language],
    queryFn: async (): Promise<EditionReady> => {
      const path = `/api/v1/studio/drafts/${encodeURIComponent(id)}`;
      const edition = await call<EditionDetail>(`${path}/edition`);
      const load = async (form: string): Promise<LoadedForm> => {
        const loaded = await call<FormDetail>(`${path}/forms/${form}?lang=${language}`);
        return { form: loaded, validator: await client.fetchQuery(validatorQuery(loaded)) };
      };
      const [forms, evaluator] = await Promise.all([
        Promise.all(edition.forms.map((form) => load(form.id))),
        client.fetchQuery(evaluatorQuery(edition.evaluator)),
      ]);
      return { edition, forms, evaluator };
    },
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });
