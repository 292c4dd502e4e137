/** Owns telling that the checks of a draft could not be done, with the way to ask for them again. */
import { Button } from 'antd';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { Refused } from './Refused';
import './words';

/** Nothing where they were done or still run. */
export function Unproven() {
  const { t } = useLanguage();
  const { unproven } = useDraft();
  if (!unproven) return null;
  return (
    <>
      <Refused error={unproven.error} />
      <p className="actions">
        <Button onClick={unproven.again}>{t('proof.checks.again')}</Button>
      </p>
    </>
  );
}
