/** Owns telling what is wrong with a question where no field of its own says so. */
import { useLanguage } from '../../language';
import { useIssuesAt } from '../draft/draft-context';
import { keyOf } from '../draft/PlaceIssues';
import { useForm } from './forms-context';
import type { QuestionProps } from './Labelled';

/** Fields that tell what is wrong with them themselves. */
const told = ['title', 'description', 'x-unit', 'minimum', 'maximum', 'multipleOf', 'minLength', 'maxLength'].concat([
  'minItems',
  'maxItems',
  'x-personal',
  'x-heading',
]);

export function OtherIssues({ placed: { pointer } }: QuestionProps) {
  const { say } = useLanguage();
  const { document } = useForm();
  const issues = useIssuesAt({ document, pointer }).filter(
    (issue) => issue.severity !== 'info' && !told.includes(issue.pointer.slice(pointer.length + 1)),
  );
  if (issues.length === 0) return null;
  return (
    <ul className="place-issues">
      {issues.map((issue) => (
        <li key={keyOf(issue)} className={`place-issue place-issue-${issue.severity}`}>
          {say(issue.message)}
        </li>
      ))}
    </ul>
  );
}
