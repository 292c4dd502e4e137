/** Owns listing reasons, each with its clause. */
import type { Reason } from '@yimen/contracts';
import { useLanguage } from '../language';

export function ReasonList({ reasons }: { readonly reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason.rule}>
          <span>{reason.text}</span>
          <Clause id={reason.clause} />
        </li>
      ))}
    </ul>
  );
}

/** Where a reason stands in the notice, which has one language. */
export function Clause({ id }: { readonly id: string }) {
  const { t } = useLanguage();
  return (
    <small>
      {t('outcome.clause')}
      <span lang="zh-CN">{id}</span>
    </small>
  );
}
