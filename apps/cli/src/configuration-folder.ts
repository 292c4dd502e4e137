/** Owns finding and reading configuration on disk: a folder with `rules/` and `forms/`, or a bundle file. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type EditionResult,
  editionFromDocuments,
  type Issue,
  locateIssues,
  type Parsed,
  parseEdition,
  type SourceFiles,
} from '@yimen/config';

/** Where editions come from. */
export interface Configuration {
  /** The folder or file, as it is named in messages. */
  readonly place: string;
  readonly paths: readonly string[];
  readonly edition: (id: string) => EditionResult;
  /** The issues with line and column where the text is at hand. */
  readonly locate: (id: string, issues: readonly Issue[]) => readonly Issue[];
}

/** The configuration at a place, or, without one, nearest above the current folder, else the one shipped here. */
export function openConfiguration(place: string | undefined): Configuration | undefined {
  if (place === undefined) return openFolder(nearestRoot(process.cwd()) ?? shippedRoot());
  if (!existsSync(place)) return undefined;
  return statSync(place).isDirectory() ? openFolder(nearestRoot(resolve(place)) ?? resolve(place)) : openBundle(place);
}

const isRoot = (folder: string): boolean => existsSync(join(folder, 'rules')) && existsSync(join(folder, 'forms'));

function nearestRoot(folder: string): string | undefined {
  if (isRoot(folder)) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestRoot(parent);
}

const shippedRoot = (): string => fileURLToPath(new URL('../../..', import.meta.url));

function openFolder(root: string): Configuration {
  const files = readFiles(root);
  return {
    place: root,
    paths: Object.keys(files),
    edition: (id) => parseEdition(id, files),
    locate: (id, issues) => locateIssues(id, files, issues),
  };
}

function readFiles(root: string): SourceFiles {
  const paths = ['rules', 'forms']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.jsonl?$/u.test(entry.name))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
    );
  return Object.fromEntries(
    paths.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/** A bundle is one edition's documents in one file: `{ "edition", "hash", "documents" }`. */
function openBundle(path: string): Configuration {
  const read = parseBundle(readFileSync(path, 'utf8'), path);
  const bundle = read.ok ? (read.value as { edition?: string; documents?: Record<string, unknown> }) : {};
  const documents = bundle.documents ?? {};
  return {
    place: path,
    paths: Object.keys(documents),
    edition: (id) => (read.ok ? editionFromDocuments(id, documents) : read),
    locate: (_, issues) => issues,
  };
}

function parseBundle(text: string, document: string): Parsed<unknown> {
  try {
    return { ok: true, value: JSON.parse(text), issues: [] };
  } catch {
    const message = { zh: '文件不是有效的配置包，请重新导出', en: 'The file is not a valid bundle; export it again' };
    return { ok: false, issues: [{ code: 'bad-json', severity: 'error', document, pointer: '', message }] };
  }
}
