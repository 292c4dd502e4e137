/** Owns what a manifest must agree with: its place, and the kinds of the documents beside it. */
import type { Issue } from '../issue.js';
import { pointerTo } from '../json/pointer.js';
import { errorAt, reportOn } from '../report.js';
import type { Documents, Placed } from './documents.js';
import { calendarPath } from './paths.js';

export const manifestPath = (id: string): string => `rules/${id}/edition.json`;

export const missingManifest = (id: string): Issue =>
  errorAt(
    'missing-manifest',
    manifestPath(id),
    '',
    `没有版本“${id}”：缺少 edition.json`,
    `There is no edition "${id}": edition.json is missing`,
  );

/** The path of the calendar that a manifest, whatever its shape, names. */
export const calendarOf = (manifest: unknown): string | undefined =>
  typeof manifest === 'object' && manifest !== null && 'calendar' in manifest
    ? calendarPath(String(manifest.calendar))
    : undefined;

/** Errors where the manifest is not that of this edition, or documents are of the other kind of edition. */
export function checkManifest(id: string, { document, value }: Placed<'edition'>, documents: Documents): Issue[] {
  const issues: Issue[] = [];
  const report = reportOn(document, issues);
  if (value.id !== id) {
    report('wrong-id', '/id', `标识应与所在文件夹“${id}”相同`, `The id must be that of the folder, "${id}"`);
  }
  if (value.year !== Number(id.split('/')[2])) {
    report('wrong-year', '/year', '年份应与标识中的相同', 'The year must be that of the id');
  }
  for (const key of value.kind === 'desk' ? (['points', 'bands', 'categories'] as const) : []) {
    if (value[key] !== undefined)
      report('unexpected-key', pointerTo('', key), `窗口没有“${key}”，请删去`, `A desk has no "${key}": remove it`);
  }
  for (const other of value.kind === 'standard' ? documents.desk : documents.category) {
    const en = `An edition of kind ${value.kind} has no such document`;
    issues.push(errorAt('unexpected-document', other.document, '', `${value.kind} 版本里没有这种文件`, en));
  }
  return issues;
}
