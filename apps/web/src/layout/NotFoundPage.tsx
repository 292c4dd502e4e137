/** Owns the page for addresses that lead nowhere. */
import { CompassOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useLanguage } from '../language';
import { Message } from './states';

export function Page() {
  const { t } = useLanguage();
  return (
    <Message icon={<CompassOutlined />} title={t('state.notFound')}>
      <Link to="/">{t('state.home')}</Link>
    </Message>
  );
}
