/** Owns listing reasons, each with its clause. */
import type { Reason } from '@yimen/contracts';
import { useLanguage } from '../language';

export function ReasonList({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { t } = useLanguage();
  if (reasons.length === 0) return null;
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason.rule}>
          <span>{reason.text}</span>
          <small>{t('outcome.clause', { clause: reason.clause })}</small>
        </li>
      ))}
    </ul>
  );
}
