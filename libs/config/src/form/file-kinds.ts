/** Owns the kinds of files that a question may ask for; which media types each holds is known where files are kept. */

export type FileKind = 'image' | 'document';

export const fileKinds: readonly FileKind[] = ['image', 'document'];
