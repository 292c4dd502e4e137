/** Owns which files make up an edition. */

const manifest = /^rules\/([^/]+\/[^/]+\/[^/]+)\/edition\.json$/;

/** The editions found among paths, sorted. */
export const editionIds = (paths: Iterable<string>): string[] =>
  [...paths]
    .map((path) => manifest.exec(path)?.[1])
    .filter((id) => id !== undefined)
    .sort();

/** The paths that belong to an edition, calendars among them, sorted. */
export const editionPaths = (id: string, paths: Iterable<string>): string[] =>
  [...paths].filter((path) => isOwnPath(id, path) || isCalendarPath(path)).sort();

export const calendarPath = (calendar: string): string => `rules/calendars/${calendar}.json`;

const isCalendarPath = (path: string): boolean => /^rules\/calendars\/[^/]+\.json$/.test(path);

function isOwnPath(id: string, path: string): boolean {
  const own = path.startsWith(`rules/${id}/`) ? path.slice(`rules/${id}/`.length) : undefined;
  if (own !== undefined) return /^[^/]+\.json$/.test(own) || /^cases\/[^/]+\.jsonl$/.test(own);
  return path.startsWith(`forms/${id}/`) && /^[^/]+\.json$/.test(path.slice(`forms/${id}/`.length));
}
