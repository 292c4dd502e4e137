/** Owns the bundle: one edition's documents in one file, `{ "edition", "hash", "documents" }`. */
import { type Edition, type EditionResult, editionFromDocuments, type Issue } from '@yimen/config';
import type { Configuration } from './configuration.js';
import { UsageError } from './exit.js';

interface Bundle {
  readonly edition: string;
  readonly hash: string;
  readonly documents: Readonly<Record<string, unknown>>;
}

/** The text of an edition's bundle. */
export const printBundle = ({ id, hash, documents }: Edition): string =>
  `${JSON.stringify({ edition: id, hash, documents } satisfies Bundle)}\n`;

/** The edition of a bundle as configuration; its documents must still be those that were hashed. */
export function openBundle(place: string, text: string): Configuration {
  const bundle = readBundle(text);
  if (!bundle)
    throw new UsageError({
      zh: `“${place}”不是配置包，请重新导出`,
      en: `"${place}" is not a bundle; export it again`,
    });
  return {
    place,
    paths: Object.keys(bundle.documents),
    edition: (id) => unchanged(editionFromDocuments(id, bundle.documents), bundle, place),
    locate: (_, issues) => issues,
  };
}

function readBundle(text: string): Bundle | undefined {
  try {
    const value = JSON.parse(text);
    const { documents } = value;
    const fits = typeof value.hash === 'string' && typeof documents === 'object' && !Array.isArray(documents);
    return fits && documents !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function unchanged(result: EditionResult, { hash }: Bundle, place: string): EditionResult {
  if (!result.ok || result.edition.hash === hash) return result;
  const message = {
    zh: '内容与导出时的校验值不符，请重新导出',
    en: 'The content does not match its hash; export it again',
  };
  const issue: Issue = { code: 'hash-mismatch', severity: 'error', document: place, pointer: '/hash', message };
  return { ok: false, issues: [...result.issues, issue] };
}
