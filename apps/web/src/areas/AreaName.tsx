/** Owns showing an area that was answered: the way to it in words, never its id. */
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../language';
import { ProblemError } from '../server/client';
import { areaQuery } from '../server/queries';
import { pathWords } from './area-names';

export function AreaName({ id }: { readonly id: string }) {
  const { t, say } = useLanguage();
  const { data, error } = useQuery(areaQuery(id));
  if (data) return <span className="area-name">{say(pathWords([...data.above, data]))}</span>;
  if (!error) return <span className="quiet">{t('state.loading')}</span>;
  const gone = error instanceof ProblemError && error.status === 404;
  return <span className="quiet">{t(gone ? 'form.areas.unknown' : 'form.areas.unreachable')}</span>;
}
