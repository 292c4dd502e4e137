/** Owns the name of an area by itself, where the way to it is known or of no account. */
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../language';
import { areaQuery } from '../server/queries';

export function AreaLabel({ id }: { readonly id: string }) {
  const { say } = useLanguage();
  const { data, isError } = useQuery(areaQuery(id));
  if (isError) return <span lang="">{id}</span>;
  return data ? say(data.name) : '…';
}
