/** Owns what a backup says of itself. */
import * as z from 'zod';

/** The form in which backups are written. The first one carried the folder of files as it was, and knew of none missing. */
export const FORMAT = 2;

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const name = z.string().regex(/^\w+$/u);

export const manifest = z.strictObject({
  format: z.int().min(1).max(FORMAT),
  createdAt: z.iso.datetime(),
  /** The version of Yimen that wrote it. */
  yimen: z.string(),
  database: z.enum(['sqlite', 'mysql']),
  /** The migrations that made the schema of the rows, in their order. */
  migrations: z.array(z.string()).min(1),
  /** Every table in an order in which its rows can be stored, with the hash of its rows in the order of their keys. */
  tables: z.array(z.strictObject({ name, rows: z.int().min(0), hash })),
  /** Every stored file by its path, with the hash of its content. */
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int().min(0), hash })),
  /** The files that rows name and that could not be taken along. */
  missing: z.array(z.strictObject({ hash, state: z.enum(['gone', 'damaged']) })).default([]),
});

export type Manifest = z.output<typeof manifest>;
export type TableEntry = Manifest['tables'][number];
export type FileEntry = Manifest['files'][number];
export type MissingFile = Manifest['missing'][number];
