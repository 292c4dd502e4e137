/** Owns dragging questions in the outline: onto each other, before or behind, and onto a step, to its end. */
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useDraft } from '../draft/draft-context';
import { stepsIn } from '../draft/question-places';
import { placeQuestion, type StepPlace } from '../draft/question-steps';
import { useForm } from './forms-context';

interface Dragged extends StepPlace {
  readonly id: string;
}

const draggedIn = (data: Readonly<Record<string | symbol, unknown>>): Dragged | undefined =>
  data.kind === 'question' ? (data as unknown as Dragged) : undefined;

/** The place that a question has in the end when it is put before another. */
const placeBefore = (from: Dragged, to: StepPlace): StepPlace =>
  from.step === to.step && from.index < to.index ? { ...to, index: to.index - 1 } : to;

/** Makes an entry draggable and something to drop others at; the edge at which one would land. */
export function useDraggedQuestion(place: Dragged): [RefObject<HTMLLIElement | null>, 'top' | 'bottom' | undefined] {
  const ref = useRef<HTMLLIElement>(null);
  const [edge, setEdge] = useState<'top' | 'bottom'>();
  const { editable } = useDraft();
  const { document, attempt } = useForm();
  const { id, step, index } = place;
  const drop = useRef<(from: Dragged, at: 'top' | 'bottom') => void>(() => undefined);
  drop.current = (from, at) => {
    const to = { step, index: at === 'top' ? index : index + 1 };
    attempt((all) => placeQuestion(all, document, from.id, placeBefore(from, to)));
  };
  useEffect(() => {
    const element = ref.current;
    if (!element || !editable) return undefined;
    const edgeOf = (data: Readonly<Record<string | symbol, unknown>>) =>
      extractClosestEdge(data) === 'top' ? 'top' : 'bottom';
    return combine(
      draggable({ element, getInitialData: () => ({ kind: 'question', id, step, index }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => draggedIn(source.data) !== undefined && source.data.id !== id,
        getData: ({ input }) =>
          attachClosestEdge({ kind: 'entry' }, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => setEdge(edgeOf(self.data)),
        onDragLeave: () => setEdge(undefined),
        onDrop: ({ self, source }) => {
          setEdge(undefined);
          const from = draggedIn(source.data);
          if (from) drop.current(from, edgeOf(self.data));
        },
      }),
    );
  }, [editable, id, step, index]);
  return [ref, edge];
}

/** Makes a step something to drop questions at: they go to its end. Whether one is right over it. */
export function useStepAsTarget(step: number): [RefObject<HTMLLIElement | null>, boolean] {
  const ref = useRef<HTMLLIElement>(null);
  const [over, setOver] = useState(false);
  const { editable } = useDraft();
  const { document, form, attempt } = useForm();
  const end = stepsIn(form)[step]?.questions.length ?? 0;
  const drop = useRef<(from: Dragged) => void>(() => undefined);
  drop.current = (from) =>
    attempt((all) => placeQuestion(all, document, from.id, placeBefore(from, { step, index: end })));
  useEffect(() => {
    const element = ref.current;
    if (!element || !editable) return undefined;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => draggedIn(source.data) !== undefined,
      onDropTargetChange: ({ location, self }) => setOver(location.current.dropTargets[0]?.element === self.element),
      onDragLeave: () => setOver(false),
      onDrop: ({ source, location, self }) => {
        setOver(false);
        const from = draggedIn(source.data);
        if (from && location.current.dropTargets[0]?.element === self.element) drop.current(from);
      },
    });
  }, [editable]);
  return [ref, over];
}
