/** Owns holding a step back while chosen files are not with the server. */
import { useState } from 'react';
import { useLanguage } from '../language';
import { useUnsettled } from './unsettled';

interface UploadHold {
  /** Whether going on must wait; says so on the page from then on. */
  readonly holds: () => boolean;
  readonly shown: boolean;
}

export function useUploadHold(): UploadHold {
  const unsettled = useUnsettled();
  const [tried, setTried] = useState(false);
  const holds = (): boolean => {
    setTried(unsettled);
    return unsettled;
  };
  return { holds, shown: tried && unsettled };
}

export function UploadHoldNote({ hold }: { readonly hold: UploadHold }) {
  const { t } = useLanguage();
  if (!hold.shown) return null;
  return (
    <p className="note note-bad" role="alert">
      {t('form.files.unsettled')}
    </p>
  );
}
