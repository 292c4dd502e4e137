/** Owns the two versions of a comparison: the one that a record is pinned to, and the draft, each with its words. */
import { useQuery } from '@tanstack/react-query';
import { type Edition, editionFromDocuments } from '@yimen/config';
import type { EditionDetail, ImpactTraces } from '@yimen/contracts';
import { type Dictionary, dictionaryOf } from '@yimen/engine/editing';
import { useMemo } from 'react';
import { useLanguage } from '../../language';
import { editionQuery } from '../../server/queries';
import { useDraft } from '../draft/draft-context';
import { historyQuery, versionQuery } from '../draft/drafts';
import { useDictionary } from '../draft/use-dictionary';
import { useNamesOfAnswers } from '../draft/use-names-of-answers';
import { useDraftReady } from '../proof/draft-edition';

export interface Side {
  readonly detail: EditionDetail;
  /** With what it takes to word rules; absent where its documents cannot be had. */
  readonly words: { readonly edition: Edition; readonly dictionary: Dictionary } | undefined;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** What both are called: before and after, and the titles where they differ. */
export function useSideNames({ before, after }: Sides): { readonly before: string; readonly after: string } {
  const { t, say } = useLanguage();
  const [one, other] = [before, after].map(({ detail }) => say(detail.title));
  if (one === other) return { before: t('impact.before'), after: t('impact.after') };
  return {
    before: t('impact.side', { side: t('impact.before'), title: one }),
    after: t('impact.side', { side: t('impact.after'), title: other }),
  };
}

const NONE = {};

/** Both sides; undefined until they are loaded. */
export function useSides({ before: { edition: id, hash } }: ImpactTraces): Sides | undefined {
  const { edition } = useDraft();
  const dictionary = useDictionary();
  const ready = useDraftReady();
  const pinned = useQuery(editionQuery(id, hash));
  const history = useQuery(historyQuery(id));
  const version = history.data?.versions.find((each) => each.hash === hash)?.version;
  const documents = useQuery({ ...versionQuery(id, version ?? 0), enabled: version !== undefined });
  const areas = useNamesOfAnswers(documents.data?.documents ?? NONE);
  const words = useMemo(() => {
    if (!documents.data) return undefined;
    const read = editionFromDocuments(id, documents.data.documents);
    return read.ok
      ? { edition: read.edition, dictionary: dictionaryOf(read.edition, read.edition.documents, areas) }
      : undefined;
  }, [documents.data, id, areas]);
  if (!pinned.data || ready.state !== 'ready' || history.isPending || documents.isLoading) return undefined;
  return {
    before: { detail: pinned.data, words },
    after: { detail: ready.edition, words: edition && dictionary && { edition, dictionary } },
  };
}
