/** Owns the directory of an archive that nobody vouches for: what it declares is bounded and named before it is unpacked. */
import { unzipSync } from 'fflate';
import type { Told } from './located.js';

/** Bounds on an archive. */
export interface FolderLimits {
  /** Entries, folders among them. */
  readonly parts: number;
  /** Bytes that all entries together unpack to. */
  readonly unpacked: number;
  /** How many times its packed size an entry of more than a megabyte may unpack to. */
  readonly ratio: number;
}

export const folderLimits: FolderLimits = { parts: 500, unpacked: 16 * 1024 * 1024, ratio: 100 };

const RATIO_MATTERS_FROM = 1024 * 1024;

/** A configuration file of an archive. */
export interface ListedFile {
  /** As the archive has it. */
  readonly name: string;
  /** The folder in which `rules/` and `forms/` stand, empty at the top. */
  readonly root: string;
  /** Relative to the root: `rules/…` or `forms/…`. */
  readonly path: string;
}

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly originalSize: number;
}

/** The configuration files of an archive, or undefined where it asks for too much or names places outside of itself. */
export function listArchive(bytes: Uint8Array, limits: FolderLimits, told: Told): readonly ListedFile[] | undefined {
  const entries = entriesOf(bytes, limits);
  if (!entries) {
    told.error('bad-archive', '打不开这个文件，请上传 .zip 压缩包', 'The file cannot be opened: upload a .zip archive');
    return undefined;
  }
  if (asksTooMuch(entries, limits)) {
    told.error(
      'archive-too-large',
      '压缩包的文件过多或展开后过大，不能导入',
      'The archive holds too many files, or unpacks to too much',
    );
    return undefined;
  }
  const outside = entries.find(({ name }) => leadsOutside(name));
  if (outside) {
    told.error(
      'path-outside',
      `压缩包里的“${shown(outside.name)}”指向压缩包之外，不能导入`,
      `"${shown(outside.name)}" in the archive leads outside of it`,
    );
    return undefined;
  }
  const listed = entries.flatMap(({ name }) => listedFile(name) ?? []);
  return twice(listed, told) ? undefined : listed;
}

/** What the directory says; nothing is unpacked for it. Undefined where there is none. */
function entriesOf(bytes: Uint8Array, limits: FolderLimits): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (entries.length <= limits.parts) entries.push({ name, size, originalSize });
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return entries.length > 0 ? entries : undefined;
}

const asksTooMuch = (entries: readonly Entry[], { parts, unpacked, ratio }: FolderLimits): boolean =>
  entries.length > parts ||
  entries.reduce((sum, { originalSize }) => sum + originalSize, 0) > unpacked ||
  entries.some(({ size, originalSize }) => originalSize > RATIO_MATTERS_FROM && originalSize > size * ratio);

/** Names as Windows and Unix write them: absolute, of a drive, upwards, or ended early by a zero. */
const leadsOutside = (name: string): boolean =>
  /^[\\/]|^[A-Za-z]:|\0/u.test(name) || name.split(/[\\/]/u).includes('..');

/** What archivers put in by themselves is no configuration. */
const ADDED = new Set(['__MACOSX', '.DS_Store']);

function listedFile(name: string): ListedFile | undefined {
  const segments = name.split(/[\\/]/u).filter((segment) => segment !== '' && segment !== '.');
  const top = segments.findIndex((segment) => segment === 'rules' || segment === 'forms');
  if (top < 0 || !/\.jsonl?$/u.test(name) || segments.some((segment) => ADDED.has(segment))) return undefined;
  return { name, root: segments.slice(0, top).join('/'), path: segments.slice(top).join('/') };
}

/** Two entries of one place: which of them counts would depend on who unpacks. */
function twice(listed: readonly ListedFile[], told: Told): boolean {
  const seen = new Set<string>();
  for (const { name, root, path } of listed) {
    const place = `${root}/${path}`.toLowerCase();
    if (seen.has(place)) {
      told.error(
        'duplicate-path',
        `压缩包里“${shown(name)}”有两份，请只留一份`,
        `The archive holds "${shown(name)}" twice: keep one`,
      );
      return true;
    }
    seen.add(place);
  }
  return false;
}

/** A name as it can be told to people. */
const shown = (name: string): string => name.replaceAll(/\p{Cc}/gu, '?').slice(0, 200);
