/** Owns what no draft may hold, however unfinished it is: what could not be read again, or is too much. */
import { editionFromDocuments, type Issue } from '@yimen/config';
import { Refusal } from '../refusal.js';
import type { Documents } from './draft.js';
import { foreignPaths } from './draft-origin.js';

/** Most documents of an edition, and most bytes of all of them as JSON. */
const MOST_DOCUMENTS = 100;
const MOST_BYTES = 8 * 1024 * 1024;

/** What is refused at once; whatever else is wrong is told by the checks while somebody works on it. */
const REFUSED = new Set(['too-large', 'too-deep', 'hostile-key', 'not-finite']);

/** Refuses documents that are not an edition's own, too many, too large, too deep, or of hostile keys. */
export function checkDocuments(edition: string, documents: Documents): void {
  const paths = Object.keys(documents);
  const foreign = foreignPaths(edition, paths);
  const issues = [
    ...foreign.map((path) =>
      issueAt(path, 'unexpected-document', '这个文件不属于本版本', 'Not a document of this edition'),
    ),
    ...(paths.length > MOST_DOCUMENTS ? [issueAt('', 'too-many', '文件过多', 'Too many documents')] : []),
    ...(JSON.stringify(documents).length > MOST_BYTES ? [issueAt('', 'too-large', '内容过大', 'Too large')] : []),
    ...editionFromDocuments(edition, documents).issues.filter(({ code }) => REFUSED.has(code)),
  ];
  if (issues.length === 0) return;
  throw new Refusal(
    'unacceptable',
    'unacceptable-documents',
    { zh: '内容不能保存，请按提示修改', en: 'The documents cannot be stored; see the issues' },
    issues,
  );
}

const issueAt = (document: string, code: string, zh: string, en: string): Issue => ({
  code,
  severity: 'error',
  document,
  pointer: '',
  message: { zh, en },
});
