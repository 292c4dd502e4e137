/** Owns how the bytes of a file are handed to a browser: as what they are, able to do nothing. */
import { fileTypes, type StoredFile } from '@yimen/contracts';
import { create } from 'content-disposition';

/** No script, no plugin, no frame, no origin: whatever else the bytes may be as well. */
const POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Offered for saving, unless an image or a PDF is asked to be shown. Counters share computers: nothing is cached. */
export function contentHeaders({ name, mediaType, sha256 }: StoredFile, inline: boolean): Record<string, string> {
  const shown = inline && (fileTypes[mediaType].kind === 'image' || mediaType === 'application/pdf');
  return {
    'content-type': mediaType,
    'content-disposition': create(name, { type: shown ? 'inline' : 'attachment' }),
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    etag: `"${sha256}"`,
  };
}
