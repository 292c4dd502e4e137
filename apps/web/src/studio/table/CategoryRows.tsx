/** Owns the rows of one category: its own cell, those of its indicators, and a row for each line. */
import { PlusOutlined } from '@ant-design/icons';
import type { RollOverStep } from '@yimen/config';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { placeAttribute } from '../draft/place';
import { Confirm, StepTag } from '../steps/StepTag';
import { GoneCells } from './GoneRows';
import { LineCells } from './LineCells';
import { PartTools } from './PartTools';
import { PointsField } from './PointsField';
import type { CategoryPart, IndicatorPart, LinePart } from './parts';
import { TextInPlace } from './TextInPlace';
import { useTable } from './table-context';
import { titleOf } from './titles';
import { useDragPlace } from './use-drag-place';

type Row =
  | { readonly kind: 'line'; readonly line: LinePart; readonly first: boolean; readonly last: boolean }
  | { readonly kind: 'gone'; readonly step: RollOverStep }
  | { readonly kind: 'empty' };

interface Block {
  readonly indicator: IndicatorPart | undefined;
  readonly rows: readonly Row[];
}

interface CategoryRowsProps {
  readonly category: CategoryPart;
  readonly first: boolean;
  readonly last: boolean;
}

export function CategoryRows({ category, first, last }: CategoryRowsProps) {
  const blocks = useBlocks(category);
  const span = blocks.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <tbody>
      {blocks.flatMap(({ indicator, rows }, place) =>
        rows.map((row, at) => (
          <Rows key={keyOf(row, indicator)} row={row}>
            {place === 0 && at === 0 && <CategoryCell category={category} span={span} first={first} last={last} />}
            {at === 0 && indicator && <IndicatorCell category={category} indicator={indicator} span={rows.length} />}
          </Rows>
        )),
      )}
    </tbody>
  );
}

const keyOf = (row: Row, indicator: IndicatorPart | undefined): string =>
  row.kind === 'line' ? row.line.key : row.kind === 'gone' ? row.step.key : `empty ${indicator?.key}`;

/** The indicators with their lines; what was retired stands behind what is left. */
function useBlocks(category: CategoryPart): Block[] {
  const { steps } = useTable();
  const goneIn = (key: string): Row[] =>
    (steps?.items ?? [])
      .filter(({ state, parent, kind }) => state === 'retired' && parent === key && kind !== 'rule')
      .map((step) => ({ kind: 'gone', step }));
  const blocks = category.indicators.map((indicator): Block => {
    const { lines } = indicator;
    const rows = lines.map((line, at): Row => ({ kind: 'line', line, first: at === 0, last: at === lines.length - 1 }));
    const all = [...rows, ...goneIn(indicator.key)];
    return { indicator, rows: all.length > 0 ? all : [{ kind: 'empty' }] };
  });
  const gone = goneIn(category.key);
  const all = gone.length > 0 ? [...blocks, { indicator: undefined, rows: gone }] : blocks;
  return all.length > 0 ? all : [{ indicator: undefined, rows: [{ kind: 'empty' }] }];
}

/** One row, with the merged cells that begin in it. */
function Rows({ row, children }: { readonly row: Row; readonly children: ReactNode }) {
  const { t } = useLanguage();
  if (row.kind === 'line')
    return (
      <LineCells line={row.line} first={row.first} last={row.last}>
        {children}
      </LineCells>
    );
  if (row.kind === 'gone')
    return (
      <tr className="standard-gone">
        {children}
        <GoneCells step={row.step} span={row.step.kind === 'indicator' ? 6 : 5} />
      </tr>
    );
  return (
    <tr>
      {children}
      <td colSpan={5} className="quiet">
        {t('table.empty')}
      </td>
    </tr>
  );
}

function CategoryCell({ category, span, first, last }: CategoryRowsProps & { readonly span: number }) {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const { drop, add, steps } = useTable();
  const { place, handle, hover } = useDragPlace<HTMLTableCellElement>({
    part: category,
    enabled: editable,
    onDrop: drop,
  });
  const name = say(titleOf(category.value));
  return (
    <th
      ref={place}
      scope="rowgroup"
      rowSpan={span}
      className={`standard-category hover-${hover}`}
      {...placeAttribute(category)}
    >
      <div className="part-head">
        <TextInPlace part={category} label={t('table.titleOf.category')} />
        <PartTools part={category} first={first} last={last} handle={handle} />
      </div>
      <PointsField part={category} />
      {steps && (
        <div className="part-step">
          <StepTag state={steps.byKey.get(category.key)?.state ?? 'added'} />
          <Confirm step={category.key} name={name} />
        </div>
      )}
      {editable && (
        <Button
          type="link"
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          aria-label={t('table.addTo.indicator', { name })}
          onClick={() => add({ kind: 'indicator', to: category })}
        >
          {t('table.add.indicator')}
        </Button>
      )}
    </th>
  );
}

interface IndicatorCellProps {
  readonly category: CategoryPart;
  readonly indicator: IndicatorPart;
  readonly span: number;
}

function IndicatorCell({ category, indicator, span }: IndicatorCellProps) {
  const { t, say } = useLanguage();
  const { editable } = useDraft();
  const { drop, add, steps } = useTable();
  const { place, handle, hover } = useDragPlace<HTMLTableCellElement>({
    part: indicator,
    enabled: editable,
    onDrop: drop,
  });
  const name = say(titleOf(indicator.value));
  return (
    <th
      ref={place}
      scope="rowgroup"
      rowSpan={span}
      className={`standard-indicator hover-${hover}`}
      {...placeAttribute(indicator)}
    >
      <div className="part-head">
        <TextInPlace part={indicator} label={t('table.titleOf.indicator')} />
        <PartTools
          part={indicator}
          first={indicator.index === 0}
          last={indicator.index === category.indicators.length - 1}
          handle={handle}
        />
      </div>
      <PointsField part={indicator} />
      {steps && (
        <div className="part-step">
          <StepTag state={steps.byKey.get(indicator.key)?.state ?? 'added'} />
          <Confirm step={indicator.key} name={name} />
        </div>
      )}
      {editable && (
        <Button
          type="link"
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          aria-label={t('table.addTo.line', { name })}
          onClick={() => add({ kind: 'line', to: indicator })}
        >
          {t('table.add.line')}
        </Button>
      )}
    </th>
  );
}
