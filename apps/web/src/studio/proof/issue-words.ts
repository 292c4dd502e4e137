/** Owns the words in which issues are told in the Studio: with titles for ids, and nothing of how documents are written. */
import type { Issue } from '@yimen/config';
import { useLanguage } from '../../language';
import { useDraft } from '../draft/draft-context';
import { differenceIn } from './difference-words';
import { named, namesIn } from './names';
import { useDifferenceWords } from './use-difference-words';
import './words';

/** What people who write files are told in the words of the files has words of its own here. */
const speaksOfFiles = /[A-Za-z]{2,}/u;

/** An issue in words; a failing case by what it was to give. */
export function useIssueWords(): (issue: Issue) => string {
  const { t, say } = useLanguage();
  const { documents } = useDraft();
  const words = useDifferenceWords();
  return (issue) => {
    const difference = issue.code === 'case-fails' ? differenceIn(issue, documents) : undefined;
    if (difference) return words(difference);
    const told = named(issue.message, namesIn(documents));
    const plain = speaksOfFiles.test(told.zh) ? t(`proof.code.${issue.code}`, { defaultValue: '' }) : '';
    return plain === '' ? say(told) : plain;
  };
}
