/** Owns reading the zip of a configuration folder that nobody vouches for: one edition, or what is wrong with it. */
import { type Edition, editionIds, editionPaths, type Parsed, parseEdition, type SourceFiles } from '@yimen/config';
import { unzipSync } from 'fflate';
import { type FolderLimits, folderLimits, type ListedFile, listArchive } from './folder-archive.js';
import { isClean, type Told, tellingOf } from './located.js';

export interface ReadFolder {
  readonly id: string;
  /** The edition's own files by path, calendars among them. */
  readonly files: SourceFiles;
  readonly edition: Edition;
}

/** What archive-wide issues name as their document. */
const DOCUMENT = 'folder.zip';

/** Reads a zip with `rules/` and `forms/` at its top or inside one folder, and exactly one edition. Never throws. */
export function readFolderZip(bytes: Uint8Array, limits: FolderLimits = folderLimits): Parsed<ReadFolder> {
  const told = tellingOf(DOCUMENT);
  const listed = listArchive(bytes, limits, told);
  const found = listed && oneEdition(listed, told);
  const files = found && unpack(bytes, found.files, told);
  if (!found || !files || !isClean(told.issues)) return { ok: false, issues: told.issues };
  const parsed = parseEdition(found.id, files);
  const issues = [...told.issues, ...parsed.issues];
  return parsed.ok
    ? { ok: true, value: { id: found.id, files, edition: parsed.edition }, issues }
    : { ok: false, issues };
}

/** The only edition of an archive with the files that belong to it; others are told about and left. */
function oneEdition(
  listed: readonly ListedFile[],
  told: Told,
): { readonly id: string; readonly files: readonly ListedFile[] } | undefined {
  const manifests = listed.filter(({ path }) => editionIds([path]).length > 0);
  const [manifest, another] = manifests;
  if (!manifest) {
    told.error(
      'no-edition',
      '压缩包里没有标准或窗口的配置：缺少 rules/…/edition.json',
      'The archive holds no edition: rules/…/edition.json is missing',
    );
    return undefined;
  }
  if (another) {
    const ids = [...new Set(manifests.map(({ path }) => editionIds([path])[0]))];
    told.error(
      'several-editions',
      `一次只能导入一个版本，压缩包里有：${ids.join('、')}`,
      `One edition at a time; the archive holds ${ids.join(', ')}`,
    );
    return undefined;
  }
  const id = editionIds([manifest.path])[0] as string;
  const inside = listed.filter(({ root }) => root === manifest.root);
  const own = new Set(
    editionPaths(
      id,
      inside.map(({ path }) => path),
    ),
  );
  for (const { name, root, path } of listed) {
    if (root === manifest.root && own.has(path)) continue;
    told.warning(
      'not-imported',
      `“${name}”不属于这个版本，没有导入`,
      `"${name}" is no part of the edition and was left out`,
    );
  }
  return { id, files: inside.filter(({ path }) => own.has(path)) };
}

function unpack(bytes: Uint8Array, files: readonly ListedFile[], told: Told): SourceFiles | undefined {
  const wanted = new Set(files.map(({ name }) => name));
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => wanted.has(name) });
    return Object.fromEntries(
      files.map(({ name, path }) => [path, textOf(parts[name] ?? new Uint8Array(), name, told)]),
    );
  } catch {
    told.error(
      'bad-archive',
      '压缩包已损坏，解不开，请重新导出',
      'The archive is damaged and cannot be unpacked: export it again',
    );
    return undefined;
  }
}

function textOf(bytes: Uint8Array, name: string, told: Told): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    told.error(
      'not-utf8',
      `“${name}”不是 UTF-8 编码的文字，请另存为 UTF-8`,
      `"${name}" is not UTF-8 text: save it as UTF-8`,
    );
    return '';
  }
}
