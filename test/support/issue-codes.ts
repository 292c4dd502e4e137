/** Owns finding the issue codes in the sources of whatever reads, types and checks documents. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './shipped.js';

/** Folders whose issues are about documents; those about answers, dates and county results are elsewhere. */
const folders = [
  'libs/config/src/assemble',
  'libs/config/src/document',
  'libs/config/src/json',
  'libs/engine/src/check',
  'libs/engine/src/formula',
  'libs/engine/src/program',
  'libs/engine/src/reference',
  'libs/engine/src/rule',
];

const code = "'([a-z]+(?:-[a-z]+)+)'";

/** How codes are written: as an argument of what reports, as a property, or in the table of what schemas complain of. */
const written = [
  new RegExp(`(?:report|errorAt|checkKeys)\\(\\s*(?:\\w+,\\s*)?${code}`, 'g'),
  new RegExp(`finding\\(\\s*'(?:error|warning|info)',\\s*${code}`, 'g'),
  new RegExp(`\\)\\(\\s*${code}`, 'g'),
  new RegExp(`\\bcode: ${code}`, 'g'),
  new RegExp(`^ {2}${code}: \\{$`, 'gm'),
  new RegExp(`^ {2}${code}: \\{ zh`, 'gm'),
];

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .map((path) => readFileSync(join(repository, folder, path), 'utf8'));

/** Every code that documents can raise, sorted. */
export function codesInSources(): string[] {
  const found = folders
    .flatMap(sourcesIn)
    .flatMap((source) =>
      written.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] as string)),
    );
  return [...new Set(found)].sort();
}
