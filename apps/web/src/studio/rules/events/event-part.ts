/** Owns what each part of the editor of events is given. */
import type { FactDictionary } from '../fact-dictionary';
import type { EventDraft } from './event-draft';

export interface EventPartProps {
  readonly draft: EventDraft;
  readonly dictionary: FactDictionary;
  readonly onChange: (part: Partial<EventDraft>) => void;
}
