/** Owns what is typed into an item: written into the draft whenever it is complete, kept on screen while it is not. */
import { canonicalJson } from '@yimen/config';
import {
  findLine,
  initialParams,
  type MethodContext,
  type MethodId,
  type MethodItem,
  type MethodParams,
  methods,
  problemsOf,
  replaceItem,
} from '@yimen/engine/editing';
import { useEffect, useState } from 'react';
import { useDraft } from '../../draft/draft-context';
import type { LinePart } from '../parts';

export interface ItemDraft {
  readonly method: MethodItem['method'];
  readonly params: MethodParams;
  /** Whether something was changed that could not be written. */
  readonly tried: boolean;
  readonly change: (name: string, value: unknown) => void;
  readonly choose: (method: MethodId) => void;
}

export interface ItemDraftOptions {
  readonly part: LinePart;
  readonly item: MethodItem;
  readonly index: number;
  readonly context: MethodContext;
}

interface Shown {
  readonly method: MethodItem['method'];
  readonly params: MethodParams;
  /** The rules as they stood when this was shown or written last. */
  readonly seen: string;
  /** Set between an edit and the rules that come of it. */
  readonly writing: boolean;
  /** Whether what is typed is not written yet. */
  readonly open: boolean;
}

export function useItemDraft({ part, item, index, context }: ItemDraftOptions): ItemDraft {
  const { documents, edition, edit } = useDraft();
  const seen = canonicalJson(item.rules);
  const [kept, setShown] = useState((): Shown => shownOf(item, seen));
  const shown = following(kept, item, seen);
  if (shown !== kept) setShown(shown);
  const put = (next: Pick<ItemDraft, 'method' | 'params'>) => {
    const { method, params } = next;
    const complete = edition !== undefined && problemsOf({ method, params }, context).length === 0;
    setShown({ method, params, seen, open: !complete, writing: complete && write({ method, params }) });
  };
  /** Whether other rules come of it. */
  const write = (next: Pick<ItemDraft, 'method' | 'params'>): boolean => {
    const edited = edition && replaceItem(documents, edition, part.id, index, next);
    if (!edition || !edited?.ok) return false;
    edit((all) => {
      const again = all === documents ? edited : replaceItem(all, edition, part.id, index, next);
      return again.ok ? again.documents : all;
    }, `item ${part.key} ${index}`);
    return (
      canonicalJson(findLine(edited.documents, edition.id, part.id)?.line.rules) !== canonicalJson(part.value.rules)
    );
  };
  // A question that was just added is known a moment later: what waits for it is written then.
  useEffect(() => {
    if (shown.open && problemsOf({ method: shown.method, params: shown.params }, context).length === 0) put(shown);
  }, [context.dictionary]);
  return {
    method: shown.method,
    params: shown.params,
    tried: shown.open,
    change: (name, value) => put({ method: shown.method, params: { ...shown.params, [name]: value } }),
    choose: (method) => put({ method, params: { ...initialParams(method), ...sharedParams(method, shown.params) } }),
  };
}

const shownOf = ({ method, params }: MethodItem, seen: string): Shown => ({
  method,
  params,
  seen,
  writing: false,
  open: false,
});

/** Rules that changed by what was typed here leave it as it is; others replace it. */
function following(kept: Shown, item: MethodItem, seen: string): Shown {
  if (seen === kept.seen) return kept;
  return kept.writing ? { ...kept, seen, writing: false } : shownOf(item, seen);
}

/** What another method asks for by the same name. */
function sharedParams(method: MethodId, params: MethodParams): MethodParams {
  const names = (methods.get(method)?.parameters ?? []).map(({ name }) => name).filter((name) => name !== 'reason');
  return Object.fromEntries(names.flatMap((name) => (params[name] === undefined ? [] : [[name, params[name]]])));
}
