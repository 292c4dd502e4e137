/** Owns finding and reading configuration on disk: a folder with `rules/` and `forms/`, or a bundle file. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locateIssues, parseEdition, type SourceFiles } from '@yimen/config';
import { openBundle } from './bundle.js';
import type { Configuration } from './configuration.js';
import { UsageError } from './exit.js';

/**
 * The configuration at a place: a bundle, a folder, or the nearest one above it that has `rules/` and `forms/`.
 * Without a place: nearest to the current folder, else the one shipped here.
 */
export function openConfiguration(place?: string): Configuration {
  if (place === undefined) return openFolder(nearestRoot(process.cwd()) ?? shippedRoot());
  if (!existsSync(place)) throw new UsageError({ zh: `找不到“${place}”`, en: `"${place}" does not exist` });
  if (!statSync(place).isDirectory()) return openBundle(place, readFileSync(place, 'utf8'));
  return openFolder(nearestRoot(resolve(place)) ?? resolve(place));
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
        .map((entry) => join(entry.parentPath, entry.name)),
    );
  return Object.fromEntries(paths.map((path) => [pathWithin(root, path), readFileSync(path, 'utf8')]));
}

/** A path relative to a folder, written with `/`. */
export const pathWithin = (folder: string, path: string): string => relative(folder, path).split(sep).join('/');
