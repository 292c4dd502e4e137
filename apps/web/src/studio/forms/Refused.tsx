/** Owns saying why an edit was refused, with the way to each place that stands against it. */
import { Button } from 'antd';
import { useLanguage } from '../../language';
import { UseList } from '../draft/UseList';
import { useForm } from './forms-context';

export function Refused() {
  const { t, say } = useLanguage();
  const { refusal, forget } = useForm();
  if (!refusal) return null;
  return (
    <div className="note note-bad" role="alert">
      <p>{say(refusal.reason)}</p>
      <UseList uses={refusal.uses} words="studioForms" />
      <Button size="small" onClick={forget}>
        {t('studioForms.refusedClose')}
      </Button>
    </div>
  );
}
