/** Owns making a case of a stored record: choosing one that the last impact names, looking at it, keeping it. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ImpactUnit } from '@yimen/contracts';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../language';
import { shortTime } from '../../layout/dates';
import { Empty, Failure, Loading } from '../../layout/states';
import { useDraft } from '../draft/draft-context';
import { tracesQuery, unitsQuery } from './impact-units';
import { RecordTrial } from './RecordTrial';

export function RecordPicker({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  return (
    <div className="proof">
      <div className="block-head">
        <div>
          <h2>{t('proof.record.title')}</h2>
          <p className="quiet">{t('proof.record.lead')}</p>
        </div>
        <Button onClick={chosen === undefined ? onClose : () => setChosen(undefined)}>
          {t(chosen === undefined ? 'proof.cases.back' : 'proof.record.back')}
        </Button>
      </div>
      {chosen === undefined ? <Records onChoose={setChosen} /> : <ChosenRecord id={chosen} onSaved={onClose} />}
    </div>
  );
}

function Records({ onChoose }: { readonly onChoose: (id: string) => void }) {
  const { t } = useLanguage();
  const { draft } = useDraft();
  const units = useInfiniteQuery({ ...unitsQuery(draft.id, 'record', {}), staleTime: 0 });
  if (units.isPending) return <Loading />;
  if (units.isError) return <Failure error={units.error} retry={units.refetch} within />;
  const items = units.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <Empty title={t('proof.record.none')}>
        <p>{t('proof.record.noneHelp')}</p>
        <Link to={`/studio/drafts/${draft.id}/impact`}>{t('proof.record.toImpact')}</Link>
      </Empty>
    );
  return (
    <div className="card">
      <ul className="record-choice">
        {items.map((unit) => (
          <UnitRow key={unit.submission} unit={unit} onChoose={() => onChoose(unit.submission)} />
        ))}
      </ul>
      {units.hasNextPage && (
        <div className="more">
          <Button loading={units.isFetchingNextPage} onClick={() => void units.fetchNextPage()}>
            {t('records.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function UnitRow({ unit, onChoose }: { readonly unit: ImpactUnit; readonly onChoose: () => void }) {
  const { t, say, language } = useLanguage();
  const name = unit.heading.map(say).join(' ') || t('records.unnamed');
  return (
    <li>
      <span>
        <b lang="">{name}</b> <span className="quiet">{shortTime(unit.submittedAt, language)}</span>
      </span>
      <Button onClick={onChoose} aria-label={t('proof.record.chooseOf', { name })}>
        {t('proof.record.choose')}
      </Button>
    </li>
  );
}

/** A record's answers as the draft would have them asked. */
export function ChosenRecord({ id, onSaved }: { readonly id: string; readonly onSaved: () => void }) {
  const { language } = useLanguage();
  const { draft, version } = useDraft();
  const traces = useQuery(tracesQuery(draft.id, version, id, language));
  useEffect(() => scrollTo({ top: 0 }), []);
  if (traces.isPending) return <Loading />;
  if (traces.isError) return <Failure error={traces.error} retry={traces.refetch} within />;
  return <RecordTrial traces={traces.data} onSaved={onSaved} />;
}
