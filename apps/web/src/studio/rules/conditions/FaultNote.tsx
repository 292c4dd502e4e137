/** Owns the words of a fault in a condition. */
import { useLanguage } from '../../../language';
import type { Fault } from './faults';

export interface FaultNoteProps {
  readonly fault: Fault;
  /** Whether it is about the condition as a whole. */
  readonly top?: boolean;
}

export function FaultNote({ fault, top = false }: FaultNoteProps) {
  const { t, say } = useLanguage();
  const open = fault.kind === 'unfinished' || fault.kind === 'empty' || fault.kind === 'part-needed';
  return <p className={open ? 'row-fault row-open' : 'row-fault'}>{words()}</p>;

  function words(): string {
    switch (fault.kind) {
      case 'types':
        return say(fault.message);
      case 'untyped-fact':
        return t('studioRules.fault.untyped-fact', { title: say(fault.title) });
      case 'unknown-fact':
      case 'unknown-condition':
        return t(`studioRules.fault.${fault.kind}`, { id: fault.id });
      case 'empty':
        return t(top ? 'studioRules.fault.empty-whole' : 'studioRules.fault.empty');
      default:
        return t(`studioRules.fault.${fault.kind}`);
    }
  }
}
