/** Owns the canonical form of JSON (RFC 8785) and the hash of an edition's content. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** One text for one JSON value, whatever the order of its keys. */
export const canonicalJson = (value: unknown): string => canonicalize(value) ?? 'null';

/** SHA-256 (hex) over the documents by path; `$schema` is not part of the content. */
export function contentHash(documents: Readonly<Record<string, unknown>>): string {
  const content = Object.fromEntries(Object.entries(documents).map(([path, value]) => [path, withoutSchema(value)]));
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(content))));
}

/** A document without the `$schema` that editors read. */
export function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, '$schema'))
    return value;
  const { $schema: _, ...content } = value as Record<string, unknown>;
  return content;
}
