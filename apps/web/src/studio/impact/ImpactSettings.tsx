/** Owns choosing the records that a draft is held against: their year, and their area. */
import { useQueries, useQuery } from '@tanstack/react-query';
import type { EditionHistory, ImpactRequest } from '@yimen/contracts';
import { Button, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useAreasFor } from '../../identity/session';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { overviewQuery } from '../draft/drafts';
import { areasUnderQuery } from './impact';

export interface ImpactSettingsProps {
  /** What was chosen the last time. */
  readonly last: ImpactRequest | undefined;
  readonly disabled: boolean;
  readonly pending: boolean;
  readonly again: boolean;
  readonly onStart: (request: ImpactRequest) => void;
}

export function ImpactSettings({ last, disabled, pending, again, onStart }: ImpactSettingsProps) {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const ids = { year: useId(), area: useId() };
  const years = useYears();
  const areas = useAreaOptions();
  const [chosen, setChosen] = useState(last?.edition);
  const [area, setArea] = useState(last?.area);
  const edition = chosen ?? years[0]?.value ?? draft.origin.edition;
  return (
    <div className="impact-settings">
      <label className="field-stack" htmlFor={ids.year}>
        <span>{t('impact.year')}</span>
        <Select id={ids.year} value={edition} options={years} popupMatchSelectWidth={false} onChange={setChosen} />
      </label>
      <label className="field-stack" htmlFor={ids.area}>
        <span>{t('impact.area')}</span>
        <Select
          id={ids.area}
          value={area ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: t('impact.everywhere') }, ...areas]}
          onChange={(next) => setArea(next === '' ? undefined : next)}
        />
      </label>
      <Button
        type="primary"
        loading={pending}
        disabled={disabled}
        onClick={() => onStart({ edition, ...(area === undefined ? {} : { area }) })}
      >
        {t(again ? 'impact.again' : 'impact.start')}
      </Button>
    </div>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const familyOf = (edition: string): string => edition.slice(0, edition.lastIndexOf('/'));

/** Published years of the same authority and subject: that which the draft began with first, then the newest. */
function useYears(): Option[] {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const overview = useQuery(overviewQuery());
  return useMemo(() => {
    const family = (overview.data?.editions ?? []).filter(
      ({ id, versions }) => familyOf(id) === familyOf(draft.edition) && versions.length > 0,
    );
    const first = ({ id }: EditionHistory): number => (id === draft.origin.edition ? 0 : 1);
    return family
      .sort((a, b) => first(a) - first(b) || b.year - a.year)
      .map(({ id, year }) => ({ value: id, label: t('impact.yearOf', { year }) }));
  }, [overview.data, draft.edition, draft.origin.edition, t]);
}

/** The areas for which the account may ask, each with what is above it. */
function useAreaOptions(): Option[] {
  const { t, say } = useLanguage();
  const held = useAreasFor('prove-drafts');
  const loaded = useQueries({ queries: [...new Set(held)].map((area) => areasUnderQuery(area)) });
  const areas = loaded.flatMap(({ data }) => data ?? []);
  const byId = new Map(areas.map((each) => [each.id, each]));
  return [...byId.values()].map((area) => {
    const above = area.parent === null ? undefined : byId.get(area.parent);
    const label = above ? t('impact.areaIn', { area: say(area.name), above: say(above.name) }) : say(area.name);
    return { value: area.id, label };
  });
}
