/** Owns the form of a draft as people will get it: drawn and checked by the server, as it was last stored. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormDetail } from '@yimen/contracts';
import { useRef } from 'react';
import type { LoadedForm } from '../../form/use-forms';
import { useLanguage } from '../../language';
import { call, ProblemError } from '../../server/client';
import { validatorQuery } from '../../server/modules';
import { useDraft } from '../draft/draft-context';

export interface Preview {
  /** The form as it could last be drawn. */
  readonly loaded: LoadedForm | undefined;
  /** Why it is not that of the newest version. */
  readonly trouble: 'none' | 'broken' | 'unreachable';
  /** Whether something newer is on its way. */
  readonly pending: boolean;
}

export function usePreview(form: string): Preview {
  const client = useQueryClient();
  const { language } = useLanguage();
  const { draft, version, saving } = useDraft();
  const asked = useQuery({
    queryKey: ['studio-preview', draft.id, form, language, version],
    queryFn: async (): Promise<LoadedForm> => {
      const path = `/api/v1/studio/drafts/${encodeURIComponent(draft.id)}/forms/${encodeURIComponent(form)}`;
      const detail = await call<FormDetail>(`${path}?lang=${language}`);
      return { form: detail, validator: await client.fetchQuery(validatorQuery(detail)) };
    },
    enabled: saving === 'saved' && form !== '',
    placeholderData: keepPreviousData,
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    gcTime: 60_000,
  });
  const last = useRef<LoadedForm>(undefined);
  if (asked.data && asked.data.form.id === form) last.current = asked.data;
  const refused = asked.error instanceof ProblemError && asked.error.status >= 400 && asked.error.status < 500;
  return {
    loaded: last.current?.form.id === form ? last.current : undefined,
    trouble: asked.isError ? (refused ? 'broken' : 'unreachable') : 'none',
    pending: asked.isFetching || saving === 'waiting' || saving === 'saving',
  };
}
