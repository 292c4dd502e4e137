/** Owns the rows of published editions. */
import { Injectable } from '@nestjs/common';
import type { Edition } from '@yimen/config';
import type { Transaction } from '../database/unit-of-work.js';
import { EditionVersionEntity } from './edition-version.entity.js';
import type { EditionVersion } from './edition-version.js';

type Documents = Edition['documents'];

@Injectable()
export class EditionVersionRepository {
  /** The newest version of every edition, sorted by id. */
  async newest(transaction: Transaction): Promise<EditionVersion[]> {
    const rows = await transaction.find(EditionVersionEntity, {
      select: { edition: true, version: true, hash: true, publishedAt: true, effectiveFrom: true },
      order: { edition: 'ASC', version: 'ASC' },
    });
    return [...new Map(rows.map((row) => [row.edition, versionOf(row)])).values()];
  }

  /** How many versions there are of all editions together. */
  async count(transaction: Transaction): Promise<number> {
    return transaction.count(EditionVersionEntity);
  }

  /** The newest version with this content, with its documents. */
  async pinned(
    transaction: Transaction,
    id: string,
    hash: string,
  ): Promise<{ readonly version: EditionVersion; readonly documents: Documents } | undefined> {
    const row = await transaction.findOne(EditionVersionEntity, {
      where: { edition: String(id), hash: String(hash) },
      order: { version: 'DESC' },
    });
    return row ? { version: versionOf(row), documents: JSON.parse(row.documents) as Documents } : undefined;
  }

  /** Stores a version. Nothing ever changes one. */
  async insert(transaction: Transaction, version: EditionVersion, documents: Documents): Promise<void> {
    const { id, ...rest } = version;
    await transaction.insert(EditionVersionEntity, { edition: id, ...rest, documents: JSON.stringify(documents) });
  }
}

const versionOf = ({ edition, version, hash, publishedAt, effectiveFrom }: EditionVersionEntity): EditionVersion => ({
  id: edition,
  version,
  hash,
  publishedAt,
  effectiveFrom,
});
