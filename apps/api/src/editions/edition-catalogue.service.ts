/** Owns finding editions: the newest version of each, or a pinned one, compiled once and kept by content. */
import { Inject, Injectable } from '@nestjs/common';
import { editionFromDocuments } from '@yimen/config';
import { compile } from '@yimen/engine';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Refusal } from '../refusal.js';
import type { EditionVersion, OpenedEdition } from './edition-version.js';
import { EditionVersionRepository } from './edition-version.repository.js';

/** Compiled versions kept; older ones are compiled again when somebody asks. */
const MOST_OPENED = 64;

type Opened = Omit<OpenedEdition, 'current'>;

@Injectable()
export class EditionCatalogue {
  private newest: ReadonlyMap<string, EditionVersion> = new Map();
  private readonly opened = new Map<string, Promise<Opened | undefined>>();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionVersionRepository) private readonly versions: EditionVersionRepository,
  ) {}

  /** Learns which versions are the newest. They are only ever added: an answer that comes late takes none back. */
  async refresh(): Promise<void> {
    const read = await this.unitOfWork.run((transaction) => this.versions.newest(transaction));
    const newer = (version: EditionVersion): EditionVersion => {
      const known = this.newest.get(version.id);
      return known && known.version > version.version ? known : version;
    };
    this.newest = new Map(read.map((version) => [version.id, newer(version)]));
  }

  /** The newest versions, sorted by id. */
  list(): readonly EditionVersion[] {
    return [...this.newest.values()];
  }

  /** A version by its content, the newest where no hash is given; refuses what does not exist. */
  async open(id: string, hash = this.newest.get(id)?.hash): Promise<OpenedEdition> {
    const opened = hash === undefined ? undefined : await this.openPinned(id, hash);
    if (!opened) throw unknownEdition(id, hash);
    return { ...opened, current: this.newest.get(id)?.hash === opened.hash };
  }

  private openPinned(id: string, hash: string): Promise<Opened | undefined> {
    const key = `${id} ${hash}`;
    const known = this.opened.get(key) ?? this.load(id, hash);
    this.opened.delete(key);
    this.opened.set(key, known);
    const forget = (): boolean => this.opened.delete(key);
    known.then((found) => found ?? forget(), forget);
    for (const oldest of this.opened.keys()) if (this.opened.size > MOST_OPENED) this.opened.delete(oldest);
    return known;
  }

  private async load(id: string, hash: string): Promise<Opened | undefined> {
    const stored = await this.unitOfWork.run((transaction) => this.versions.pinned(transaction, id, hash));
    if (!stored) return undefined;
    const parsed = editionFromDocuments(id, stored.documents);
    const compiled = parsed.ok ? compile(parsed.edition) : parsed;
    if (!parsed.ok || !compiled.ok || parsed.edition.hash !== hash)
      throw new Error(`the stored edition ${id} (${hash}) is damaged or was written by another version`);
    const { evaluator, program } = compiled;
    return { ...stored.version, edition: parsed.edition, evaluator, program };
  }
}

const unknownEdition = (id: string, hash: string | undefined): Refusal =>
  new Refusal('not-found', 'unknown-edition', {
    zh: hash === undefined ? `没有版本“${id}”，请核对编号` : `版本“${id}”没有内容为 ${hash} 的一版`,
    en: hash === undefined ? `There is no edition "${id}"; check its id` : `The edition "${id}" has no version ${hash}`,
  });
