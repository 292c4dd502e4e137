/** Owns places in a draft: the page that shows each, its address, and finding it on the page. */
import { type DocumentKind, kindOfContent, kindOfPath } from '@yimen/config';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { Documents } from './draft-state';

/** A place in a document, as issues, comments and changes name it. */
export interface Place {
  readonly document: string;
  readonly pointer: string;
}

/** The pages of a draft, by the part of its address. */
export type Room = 'basics' | 'table' | 'desk' | 'forms' | 'lists' | 'formulas' | 'cases' | 'calendar';

/** The page that shows documents of a kind. */
export const roomOfKind: Readonly<Record<DocumentKind, Room>> = {
  edition: 'basics',
  outline: 'basics',
  category: 'table',
  desk: 'desk',
  form: 'forms',
  lists: 'lists',
  facts: 'formulas',
  conditions: 'formulas',
  case: 'cases',
  calendar: 'calendar',
};

/** The page that shows a place; what is of no document is among the basics. */
export function roomOfPlace({ document }: Place, documents: Documents): Room {
  const kind = kindOfPath(document) ?? kindOfContent(documents[document]);
  return kind ? roomOfKind[kind] : 'basics';
}

/** The address of a place in a draft. */
export function addressOf(draft: string, place: Place, documents: Documents): string {
  const at = new URLSearchParams({ at: `${place.document}#${place.pointer}` });
  return `/studio/drafts/${draft}/${roomOfPlace(place, documents)}?${at}`;
}

/** The place that the address asks for. */
export function useSoughtPlace(): Place | undefined {
  const [parameters] = useSearchParams();
  const at = parameters.get('at');
  if (at === null) return undefined;
  const cut = at.indexOf('#');
  return cut < 0 ? { document: at, pointer: '' } : { document: at.slice(0, cut), pointer: at.slice(cut + 1) };
}

/** Whether a place is another or lies inside it. */
export const isWithin = (place: Place, outer: Place): boolean =>
  place.document === outer.document &&
  (place.pointer === outer.pointer || place.pointer.startsWith(`${outer.pointer}/`));

/** What an element says of the place that it shows. */
export const placeAttribute = ({ document, pointer }: Place): { readonly 'data-place': string } => ({
  'data-place': `${document}#${pointer}`,
});

/** Brings the element that shows the sought place, or most of it, into view; it may take a moment to be drawn. */
export function useShowSought(): void {
  const sought = useSoughtPlace();
  const name = sought && `${sought.document}#${sought.pointer}`;
  useEffect(() => {
    if (name === undefined) return undefined;
    let left = 50;
    const timer = setInterval(() => {
      left -= 1;
      const element = nearest(name);
      if (element && (element.dataset.place === name || left < 45)) {
        clearInterval(timer);
        show(element);
      } else if (left === 0) clearInterval(timer);
    }, 100);
    return () => clearInterval(timer);
  }, [name]);
}

/** The element of the longest pointer that leads to a place. */
export function nearest(name: string): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  for (const element of document.querySelectorAll<HTMLElement>('[data-place]')) {
    const place = element.dataset.place ?? '';
    const leads = name === place || name.startsWith(place.endsWith('#') ? place : `${place}/`);
    if (leads && place.length >= (best?.dataset.place?.length ?? 0)) best = element;
  }
  return best;
}

/** Whoever writes in a field already is left there: their next letter would stand in another one. */
function show(element: HTMLElement): void {
  if (!isWriting()) {
    element.scrollIntoView({ block: 'center', behavior: 'smooth' });
    element.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus({ preventScroll: true });
  }
  element.classList.add('sought');
  setTimeout(() => element.classList.remove('sought'), 2500);
}

/** Whether somebody is in a field, whose focus nobody may take. */
export const isWriting = (): boolean =>
  document.activeElement?.matches('input, textarea, [contenteditable="true"]') ?? false;
