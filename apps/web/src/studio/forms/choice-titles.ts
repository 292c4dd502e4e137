/** Owns the titles of a question's choices as it is written. */
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { choiceSource } from '../draft/question-kinds';
import { objectIn, type PlacedQuestion, wordsOf } from '../draft/question-places';
import { rowsOfList } from '../draft/question-uses';
import { useForm } from './forms-context';

export function useChoiceTitles(placed: PlacedQuestion | undefined): { value: string; label: string }[] {
  const { say } = useLanguage();
  const { documents } = useDraft();
  const { form } = useForm();
  if (!placed) return [];
  const { list, own } = choiceSource(placed.question);
  const rows = (list === undefined ? [] : rowsOfList(documents, list)).map(({ id, title }) => {
    const { zh, en } = objectIn(title);
    return { value: String(id), label: say({ zh: String(zh ?? ''), en: String(en ?? zh ?? '') }) };
  });
  const others = own.map((choice) => ({
    value: choice.const,
    label: say({ zh: choice.title, en: wordsOf(form, `${placed.id}.${choice.const}`, 'title') ?? choice.title }),
  }));
  return [...rows, ...others];
}
