/** Owns how a desk is built: one document says all of it. */
import type { Desk } from '../edition.js';
import type { Issue } from '../issue.js';
import { pointerTo } from '../json/pointer.js';
import { errorAt } from '../report.js';
import type { Documents, Placed } from './documents.js';
import { byId } from './unique.js';

/** The desk, or undefined where its document is missing. */
export function buildDesk(
  manifest: Placed<'edition'>,
  { desk: [first, ...others] }: Documents,
  issues: Issue[],
): Desk | undefined {
  for (const { document } of others) {
    issues.push(
      errorAt('unexpected-document', document, '', '一个版本只能有一个 desk 文件', 'An edition has one desk document'),
    );
  }
  if (!first) {
    issues.push(
      errorAt('missing-document', manifest.document, '/kind', '缺少 desk 文件', 'The desk document is missing'),
    );
    return undefined;
  }
  const { document, value } = first;
  byId(
    value.rules.map(({ id }, index) => ({ id, document, pointer: pointerTo('', 'rules', index) })),
    issues,
  );
  for (const [index, { event }] of value.rules.entries()) {
    if (event.type === 'require' || value.dispositions[event.type]) continue;
    const pointer = pointerTo('', 'rules', index, 'event', 'type');
    issues.push(
      errorAt(
        'unknown-disposition',
        document,
        pointer,
        `请在 dispositions 中写明“${event.type}”的名称`,
        `Give "${event.type}" its title under dispositions`,
      ),
    );
  }
  return { ...value, dispositions: new Map(Object.entries(value.dispositions)), document, pointer: '' };
}
