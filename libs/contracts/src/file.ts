/** Owns uploaded files as they travel: which types are taken, how large, what is told of one. */
import type { FileKind } from '@yimen/config';
import * as z from 'zod';
import { areaId } from './area.js';

interface FileType {
  readonly kind: FileKind;
  /** Ends of names that a file of this type may have; the first is the usual one. */
  readonly extensions: readonly [string, ...string[]];
}

/** What may be uploaded, by media type. */
export const fileTypes = {
  'image/jpeg': { kind: 'image', extensions: ['jpg', 'jpeg'] },
  'image/png': { kind: 'image', extensions: ['png'] },
  'image/webp': { kind: 'image', extensions: ['webp'] },
  'image/heic': { kind: 'image', extensions: ['heic', 'heif'] },
  'image/heif': { kind: 'image', extensions: ['heif', 'heic'] },
  'application/pdf': { kind: 'document', extensions: ['pdf'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { kind: 'document', extensions: ['docx'] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { kind: 'document', extensions: ['xlsx'] },
} as const satisfies Readonly<Record<string, FileType>>;
export type MediaType = keyof typeof fileTypes;

/** Most bytes of one file. */
export const mostFileBytes = 10 * 1024 * 1024;

/** Most pixels of an image, whatever its bytes: pages would have to hold all of them. */
export const mostPixels = 50_000_000;

export const fileId = z.string().min(1).max(100).meta({ description: 'One that does not exist is answered 404' });

export const storedFile = z
  .object({
    id: z.uuid(),
    name: z.string().max(200),
    mediaType: z.enum(Object.keys(fileTypes) as [MediaType, ...MediaType[]]),
    size: z.int(),
    sha256: z.string(),
    area: areaId,
    uploadedAt: z.iso.datetime(),
  })
  .meta({ id: 'StoredFile' });

/** The form that carries one file in its part `file`. */
export const fileUpload = z
  .object({ file: z.string().meta({ format: 'binary' }) })
  .meta({ id: 'FileUpload', description: 'One file of at most 10 MB' });

export const uploadQuery = z.object({
  area: areaId.optional().meta({ description: 'Where it is stored; the only area of the account where left out' }),
});

export const contentQuery = z.object({
  inline: z.stringbool().default(false).meta({ type: 'boolean', description: 'Shown where it is an image or a PDF' }),
});

export const fileParams = z.object({ id: fileId });

export type StoredFile = z.output<typeof storedFile>;
export type UploadQuery = z.output<typeof uploadQuery>;
export type ContentQuery = z.output<typeof contentQuery>;
