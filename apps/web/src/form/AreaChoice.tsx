/** Owns choosing the area for which something is filled in, where an account works for several. */
import { useQueries } from '@tanstack/react-query';
import type { Area } from '@yimen/contracts';
import { Select } from 'antd';
import { useLanguage } from '../language';
import { today } from '../layout/dates';
import { areaQuery } from '../server/queries';

export interface AreaChoiceProps {
  readonly areas: readonly string[];
  readonly value: string | undefined;
  readonly onChange: (area: string) => void;
}

export function AreaChoice({ areas, value, onChange }: AreaChoiceProps) {
  const { t, say } = useLanguage();
  const loaded = useQueries({ queries: areas.map((area) => areaQuery(area)) });
  if (areas.length < 2) return null;
  const options = loaded.flatMap(({ data }) =>
    data && isOpen(data) ? [{ value: data.id, label: say(data.name) }] : [],
  );
  return (
    <Select
      className="filter"
      aria-label={t('form.area')}
      placeholder={t('form.area')}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}

/** Whether something can still be stored in an area; the server decides. */
const isOpen = ({ closed }: Area): boolean => closed === null || closed > today();
