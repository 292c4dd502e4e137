/** Owns saying which pasted cells do not fit, before anything is taken. */
import { Button } from 'antd';
import { useLanguage } from '../../language';
import { Dialog } from '../../layout/Dialog';
import type { Paste } from './paste';

export interface PasteFaultsProps {
  readonly paste: Paste | undefined;
  /** With the cells that fit, or without any. */
  readonly onSettle: (rest: boolean) => void;
}

/** More faults than anybody mends at once. */
const SHOWN = 20;

export function PasteFaults({ paste, onSettle }: PasteFaultsProps) {
  const { t, say } = useLanguage();
  const faults = paste?.faults ?? [];
  return (
    <Dialog
      open={paste !== undefined}
      title={t('studioLists.paste.title', { count: faults.length })}
      onCancel={() => onSettle(false)}
    >
      <div className="form-stack">
        <p>{t('studioLists.paste.lead')}</p>
        <ul className="paste-faults">
          {faults.slice(0, SHOWN).map(({ row, column, message }) => (
            <li key={`${row} ${column.zh} ${message.zh}`}>
              <strong>{t('studioLists.paste.place', { row, column: say(column) })}</strong> {say(message)}
            </li>
          ))}
        </ul>
        {faults.length > SHOWN && <p>{t('studioLists.paste.more', { count: faults.length - SHOWN })}</p>}
        <div className="actions">
          {paste && paste.changed + paste.added > 0 && (
            <Button onClick={() => onSettle(true)}>{t('studioLists.paste.rest')}</Button>
          )}
          <Button type="primary" onClick={() => onSettle(false)}>
            {t('studioLists.paste.none')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
