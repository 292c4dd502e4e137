/** Owns drawing how totals lie before and after, and telling the same as a table. */
import type { ImpactResult } from '@yimen/contracts';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useLanguage } from '../../language';

export interface DistributionProps {
  readonly histogram: ImpactResult['histogram'];
}

const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

export default function Distribution({ histogram }: DistributionProps) {
  const { t } = useLanguage();
  const shown = occupied(histogram).map(({ from, to, before, after }) => ({ range: `${from}–${to}`, before, after }));
  const [before, after] = [t('impact.before'), t('impact.after')];
  return (
    <>
      <div className="distribution" aria-hidden="true">
        <ResponsiveContainer width="100%" height={260}>
          <BarChart data={shown} margin={{ top: 8, right: 8, bottom: 4, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="#dbe2e6" />
            <XAxis dataKey="range" tick={{ fontSize: 13, fill: '#4c5a61' }} interval="preserveStartEnd" />
            <YAxis allowDecimals={false} width={44} tick={{ fontSize: 13, fill: '#4c5a61' }} />
            <Tooltip cursor={{ fill: '#e6f0f2' }} labelFormatter={(range) => t('impact.points', { range })} />
            <Legend formatter={(name) => <span className="distribution-name">{name}</span>} />
            <Bar dataKey="before" name={before} fill="#9db4bb" isAnimationActive={!still} />
            <Bar dataKey="after" name={after} fill="#0f5566" isAnimationActive={!still} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <details>
        <summary>{t('impact.asTable')}</summary>
        <table className="plain-table">
          <caption className="visually-hidden">{t('impact.distribution')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('impact.total')}</th>
              <th scope="col">{before}</th>
              <th scope="col">{after}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.range}>
                <th scope="row">{t('impact.points', { range: each.range })}</th>
                <td>{each.before}</td>
                <td>{each.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** Without the empty steps at both ends. */
function occupied(histogram: DistributionProps['histogram']): DistributionProps['histogram'] {
  const holds = ({ before, after }: (typeof histogram)[number]): boolean => before + after > 0;
  const first = histogram.findIndex(holds);
  const last = histogram.map(holds).lastIndexOf(true);
  return first < 0 ? histogram : histogram.slice(first, last + 1);
}
