/** Owns what areas are called where only their ids are known: the way to each in words, from the top down. */
import { useQuery } from '@tanstack/react-query';
import type { LocalizedText } from '@yimen/config';
import type { AreaLevel, AreaStep } from '@yimen/contracts';
import type { AreaNames } from '@yimen/engine/editing';
import { useMemo } from 'react';
import { type AreaTree, pathTo } from './area-tree';
import { areaTreeQuery } from './area-tree-query';

/** The names of what leads to an area and its own, parted by strokes. */
export const pathWords = (steps: readonly Pick<AreaStep, 'name'>[]): LocalizedText => ({
  zh: steps.map(({ name }) => name.zh).join(' / '),
  en: steps.map(({ name }) => name.en).join(' / '),
});

/** The names of all areas down to a level; undefined while they are not known, or where none is wanted. */
export function useAreaNames(downTo: AreaLevel | undefined): AreaNames | undefined {
  const { data } = useQuery({ ...areaTreeQuery(downTo), enabled: downTo !== undefined });
  return useMemo(() => (data && downTo !== undefined ? namesIn(data) : undefined), [data, downTo]);
}

const namesIn = ({ nodes }: AreaTree): AreaNames =>
  new Map([...nodes].map(([id, node]) => [id, pathWords(pathTo(node))]));
