/** Owns tiers: of a number by where each begins, of a single choice by what each holds. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ChoiceTier, NumberTier } from '@yimen/engine/editing';
import { Button, Select } from 'antd';
import { useLanguage } from '../../../language';
import { NumberInput } from '../../../layout/NumberInput';
import type { ParameterFieldProps } from './parameter-props';

type Tier = NumberTier & Partial<Pick<ChoiceTier, 'choices'>>;

export function TiersField({ parameter, params, context, readOnly, labelledBy, onChange }: ParameterFieldProps) {
  const { t, say } = useLanguage();
  const entry = context.dictionary.facts.get(String(params.fact));
  if (!entry?.type) return <p className="quiet">{t('table.tiers.factFirst')}</p>;
  const choices = entry.type.kind === 'choice' ? entry.type.choices : undefined;
  const given = params[parameter.name];
  const written: readonly Tier[] = Array.isArray(given) ? given : [];
  // Tiers of a choice are none of a number, and the other way round.
  const tiers = written.every((tier) => (tier.choices !== undefined) === (choices !== undefined)) ? written : [];
  const put = (at: number, next: Tier) => onChange(tiers.map((tier, index) => (index === at ? next : tier)));
  const add = () => onChange([...tiers, choices ? { choices: [], points: 0 } : { ...nextBound(tiers), points: 0 }]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a border of its own
    <div className="tiers" role="group" aria-labelledby={labelledBy}>
      <ul>
        {tiers.map((tier, at) => (
          <li key={at}>
            {choices ? (
              <Select
                mode="multiple"
                aria-label={t('table.tiers.choices', { number: at + 1 })}
                className="tier-choices"
                disabled={readOnly}
                value={[...(tier.choices ?? [])]}
                options={choices.map(({ id, title }) => ({ value: id, label: say(title) }))}
                onChange={(next) => put(at, { ...tier, choices: next })}
              />
            ) : (
              <Bound
                tier={tier}
                first={at === 0}
                number={at + 1}
                unit={say(entry.unit)}
                readOnly={readOnly}
                onChange={(next) => put(at, next)}
              />
            )}
            <NumberInput
              aria-label={t('table.tiers.points', { number: at + 1 })}
              prefix={t('table.tiers.gives')}
              suffix={t('table.pointsUnit')}
              min={0}
              readOnly={readOnly}
              value={tier.points}
              onChange={(next) => put(at, { ...tier, points: next ?? 0 })}
            />
            {!readOnly && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('table.tiers.remove', { number: at + 1 })}
                onClick={() => onChange(withoutTier(tiers, at))}
              />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Button size="small" icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
          {t('table.tiers.add')}
        </Button>
      )}
    </div>
  );
}

interface BoundProps {
  readonly tier: Tier;
  readonly first: boolean;
  readonly number: number;
  readonly unit: string;
  readonly readOnly: boolean;
  readonly onChange: (tier: Tier) => void;
}

function Bound({ tier, first, number, unit, readOnly, onChange }: BoundProps) {
  const { t } = useLanguage();
  if (first) return <span className="tier-first">{t('table.tiers.first')}</span>;
  return (
    <NumberInput
      aria-label={t('table.tiers.from', { number })}
      prefix={t('table.tiers.begins')}
      suffix={unit || undefined}
      readOnly={readOnly}
      value={tier.from ?? null}
      onChange={(next) => onChange({ ...tier, from: next ?? undefined })}
    />
  );
}

/** The first tier of numbers has no lower bound. */
const nextBound = (tiers: readonly Tier[]): { readonly from?: number } =>
  tiers.length === 0 ? {} : { from: (tiers.at(-1)?.from ?? 0) + 1 };

function withoutTier(tiers: readonly Tier[], at: number): Tier[] {
  const [first, ...rest] = tiers.filter((_, index) => index !== at);
  if (!first) return [];
  const { from: _, ...lowest } = first;
  return [at === 0 ? lowest : first, ...rest];
}
