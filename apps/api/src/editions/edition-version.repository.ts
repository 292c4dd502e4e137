/** Owns the rows of published editions. */
import { Injectable } from '@nestjs/common';
import type { Edition } from '@yimen/config';
import type { Person } from '@yimen/contracts';
import { In, IsNull } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.js';
import { EditionVersionEntity } from './edition-version.entity.js';
import type { EditionVersion } from './edition-version.js';

type Documents = Edition['documents'];

/** Everything but the documents, which are large. */
const told = {
  edition: true,
  version: true,
  hash: true,
  publishedAt: true,
  effectiveFrom: true,
  draft: true,
  approvedBy: true,
  withdrawnAt: true,
} as const;

@Injectable()
export class EditionVersionRepository {
  /** All versions, sorted by edition and version. */
  async all(transaction: Transaction): Promise<EditionVersion[]> {
    const rows = await transaction.find(EditionVersionEntity, {
      select: told,
      order: { edition: 'ASC', version: 'ASC' },
    });
    return rows.map(versionOf);
  }

  /** The versions of one edition, oldest first. */
  async of(transaction: Transaction, id: string): Promise<EditionVersion[]> {
    const rows = await transaction.find(EditionVersionEntity, {
      select: told,
      where: { edition: String(id) },
      order: { version: 'ASC' },
    });
    return rows.map(versionOf);
  }

  /** The versions of some editions, oldest first, by the edition's id. */
  async ofAll(transaction: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, EditionVersion[]>> {
    const found = new Map<string, EditionVersion[]>(ids.map((id) => [id, []]));
    if (ids.length === 0) return found;
    const rows = await transaction.find(EditionVersionEntity, {
      select: told,
      where: { edition: In(ids.map(String)) },
      order: { edition: 'ASC', version: 'ASC' },
    });
    for (const version of rows.map(versionOf)) found.get(version.id)?.push(version);
    return found;
  }

  /** What differs whenever a version was added or taken back. */
  async mark(transaction: Transaction): Promise<string> {
    const all = await transaction.count(EditionVersionEntity);
    const standing = await transaction.count(EditionVersionEntity, { where: { withdrawnAt: IsNull() } });
    return `${all} ${standing}`;
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

  /** Stores a version. Nothing ever changes one but its being taken back. */
  async insert(transaction: Transaction, version: EditionVersion, documents: Documents): Promise<void> {
    const { id, approvedBy, ...rest } = version;
    await transaction.insert(EditionVersionEntity, {
      edition: id,
      ...rest,
      approvedBy: approvedBy && JSON.stringify(approvedBy),
      documents: JSON.stringify(documents),
    });
  }

  /** Whether the version stood until now. */
  async withdraw(transaction: Transaction, id: string, version: number, at: string): Promise<boolean> {
    const where = { edition: String(id), version: Number(version), withdrawnAt: IsNull() };
    const { affected } = await transaction.update(EditionVersionEntity, where, { withdrawnAt: at });
    return affected === 1;
  }
}

const versionOf = ({ edition, approvedBy, documents: _, ...rest }: EditionVersionEntity): EditionVersion => ({
  id: edition,
  ...rest,
  approvedBy: approvedBy === null ? null : (JSON.parse(approvedBy) as Person),
});
