/** Owns the name of an area of which only the id is known. */
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../language';
import { areaQuery } from '../server/queries';

export function AreaName({ id }: { readonly id: string }) {
  const { say } = useLanguage();
  const { data } = useQuery(areaQuery(id));
  return data ? say(data.name) : '…';
}
