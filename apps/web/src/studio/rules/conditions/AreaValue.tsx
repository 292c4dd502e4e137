/** Owns picking the areas with which an answer is compared, by the way to them in words. */
import { useQuery } from '@tanstack/react-query';
import type { AreaLevel } from '@yimen/contracts';
import { Select } from 'antd';
import { useMemo } from 'react';
import { useAreaNames } from '../../../areas/area-names';
import { areaTreeQuery } from '../../../areas/area-tree-query';
import { type OfferedArea, offeredAreas } from '../../../form/area-offer';
import { useLanguage } from '../../../language';
import { today } from '../../../layout/dates';

export interface AreaValueProps {
  readonly 'aria-label': string;
  readonly levels: readonly AreaLevel[];
  readonly value: unknown;
  readonly several?: boolean;
  readonly disabled: boolean;
  readonly status: 'error' | '';
  readonly onChange: (value: unknown) => void;
}

export function AreaValue({ levels, value, several = false, onChange, ...rest }: AreaValueProps) {
  const { t, language, say } = useLanguage();
  // The same tree that names areas everywhere in a draft.
  const { data, isPending } = useQuery(areaTreeQuery());
  const names = useAreaNames('community');
  const options = useMemo(
    () => (data ? offeredAreas(data, { levels, day: today(), language }).flatMap(optionsIn) : []),
    [data, levels, language],
  );
  const labelled = [value].flat().flatMap((id) => {
    if (typeof id !== 'string') return [];
    const name = names?.get(id);
    return [{ value: id, label: name ? say(name) : t(names ? 'form.areas.unknown' : 'state.loading') }];
  });
  const change = (chosen: { value: string } | readonly { value: string }[]) => {
    const ids = [chosen].flat().map((each) => each.value);
    onChange(several ? (ids.length > 0 ? ids : undefined) : ids[0]);
  };
  return (
    <Select<Labelled | Labelled[]>
      {...rest}
      className={several ? 'row-several' : 'row-choice'}
      {...(several ? { mode: 'multiple' as const } : {})}
      labelInValue
      popupMatchSelectWidth={false}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('studioRules.pick.choice')}
      value={several ? labelled : (labelled[0] ?? null)}
      options={options}
      onChange={change}
    />
  );
}

interface Labelled {
  readonly value: string;
  readonly label: string;
}

const optionsIn = ({ id, path, allowed, children = [] }: OfferedArea): Labelled[] => [
  ...(allowed ? [{ value: id, label: path }] : []),
  ...children.flatMap(optionsIn),
];
