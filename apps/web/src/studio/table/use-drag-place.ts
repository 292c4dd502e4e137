/** Owns dragging parts of the table: what is dragged by its handle, and where it may be dropped. */
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { AnyPart, PartKind } from './parts';

/** Where something hovers over a part: before it, behind it, or over what it would go into. */
export type Hover = 'before' | 'behind' | 'inside';

export interface Dragging {
  readonly kind: PartKind;
  readonly key: string;
}

export interface DragPlaceOptions {
  readonly part: AnyPart;
  readonly enabled: boolean;
  readonly onDrop: (dragged: Dragging, onto: AnyPart, hover: Hover) => void;
}

export interface DragPlace<Place extends HTMLElement> {
  readonly place: RefObject<Place | null>;
  readonly handle: RefObject<HTMLButtonElement | null>;
  readonly hover: Hover | undefined;
}

/** What can be put into a part as a whole. */
const inside: Readonly<Record<PartKind, PartKind | undefined>> = {
  category: 'indicator',
  indicator: 'line',
  line: undefined,
};

/** Makes an element a part that can be dragged, and onto which like ones and what goes into it can be dropped. */
export function useDragPlace<Place extends HTMLElement>({ part, enabled, onDrop }: DragPlaceOptions): DragPlace<Place> {
  const place = useRef<Place>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const [hover, setHover] = useState<Hover>();
  const latest = useRef({ part, onDrop });
  latest.current = { part, onDrop };
  const { kind, key } = part;
  useEffect(() => {
    const element = place.current;
    if (!element || !handle.current || !enabled) return undefined;
    const hoverOf = (source: Dragging, data: Record<string | symbol, unknown>): Hover =>
      source.kind !== kind ? 'inside' : extractClosestEdge(data) === 'top' ? 'before' : 'behind';
    return combine(
      draggable({ element, dragHandle: handle.current, getInitialData: () => ({ kind, key }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => canDrop(source.data, { kind, key }),
        getData: ({ input, element: over }) =>
          attachClosestEdge({}, { input, element: over, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ source, self, location }) => {
          const innermost = location.current.dropTargets[0]?.element === element;
          setHover(innermost ? hoverOf(source.data as unknown as Dragging, self.data) : undefined);
        },
        onDragLeave: () => setHover(undefined),
        onDrop: ({ source, self, location }) => {
          setHover(undefined);
          if (location.current.dropTargets[0]?.element !== element) return;
          const dragged = source.data as unknown as Dragging;
          latest.current.onDrop(dragged, latest.current.part, hoverOf(dragged, self.data));
        },
      }),
    );
  }, [enabled, kind, key]);
  return { place, handle, hover };
}

const canDrop = (data: Record<string | symbol, unknown>, onto: Dragging): boolean =>
  (data.kind === onto.kind && data.key !== onto.key) || data.kind === inside[onto.kind];
