/** Owns the part of a draft that decides matters: the rules of a desk as decision tables, one of them open. */
import { useLanguage } from '../../language';
import { documentsOf } from '../draft/documents';
import { useDraft } from '../draft/draft-context';
import { useDictionary } from '../draft/use-dictionary';
import { DispositionNames } from './DispositionNames';
import { RulesCard } from './RulesCard';
import './words';
import './desk.css';

export function Room() {
  const { t } = useLanguage();
  const { documents } = useDraft();
  const dictionary = useDictionary();
  if (!dictionary) return <p className="note">{t('desk.wait')}</p>;
  return (
    <div className="desk">
      {documentsOf(documents, 'desk').map(({ document }) => (
        <div key={document} className="desk">
          <RulesCard document={document} dictionary={dictionary} />
          <DispositionNames document={document} dictionary={dictionary} />
        </div>
      ))}
    </div>
  );
}
