/** Owns typing the points of a category, an indicator or a line, with what does not add up right there. */
import { Button } from 'antd';
import { useRef } from 'react';
import { useLanguage } from '../../language';
import { NumberInput } from '../../layout/NumberInput';
import { useDraft } from '../draft/draft-context';
import { placeAttribute } from '../draft/place';
import type { AnyPart } from './parts';
import { useTable } from './table-context';
import { titleOf } from './titles';

export function PointsField({ part }: { readonly part: AnyPart }) {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const { setPoints } = useTable();
  const { document, pointer } = part;
  const before = useRef<AnyPart['value']>(undefined);
  return (
    <div className="points" {...placeAttribute({ document, pointer: `${pointer}/points` })}>
      <span className="points-line">
        <NumberInput
          aria-label={t('table.pointsOf', { name: say(titleOf(part.value)) })}
          value={part.points}
          min={0}
          size="small"
          controls={false}
          readOnly={!editable}
          onFocus={() => {
            before.current = part.value;
          }}
          onBlur={() => {
            before.current = undefined;
          }}
          onChange={(next) => next !== null && Number(next) > 0 && setPoints(part, Number(next), before.current)}
        />
        <span aria-hidden="true">{t('table.pointsUnit')}</span>
      </span>
      <Misfit part={part} />
    </div>
  );
}

/** That what stands in a part does not add up to it, and the one thing that would help. */
function Misfit({ part }: { readonly part: AnyPart }) {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const table = useTable();
  const found = table.mismatches.get(part.key);
  if (!found) return null;
  const { sum, points, repair } = found;
  const label = repair && t('table.repair', { name: say(titleOf(repair.part.value)), points: repair.points });
  return (
    <div className="misfit" role="status">
      {t('table.misfit', { sum, points })}
      {repair && editable && (
        <Button type="link" size="small" onClick={() => table.setPoints(repair.part, repair.points)}>
          {label}
        </Button>
      )}
    </div>
  );
}
