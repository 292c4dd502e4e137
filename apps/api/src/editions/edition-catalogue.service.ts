/** Owns finding editions: the version of each that is in effect, or a pinned one, compiled once and kept by content. */
import { Inject, Injectable } from '@nestjs/common';
import { editionFromDocuments } from '@yimen/config';
import { compile } from '@yimen/engine';
import { UnitOfWork } from '../database/unit-of-work.js';
import { dayInChina } from '../local-day.js';
import { Refusal } from '../refusal.js';
import { type EditionVersion, inEffect, type OpenedEdition } from './edition-version.js';
import { EditionVersionRepository } from './edition-version.repository.js';

/** Compiled versions kept; older ones are compiled again when somebody asks. */
const MOST_OPENED = 64;

type Opened = Omit<OpenedEdition, 'current'>;

@Injectable()
export class EditionCatalogue {
  private versionsOf: ReadonlyMap<string, readonly EditionVersion[]> = new Map();
  private readonly opened = new Map<string, Promise<Opened | undefined>>();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionVersionRepository) private readonly versions: EditionVersionRepository,
  ) {}

  /** Learns which versions there are, and which were taken back. An answer that comes late forgets none. */
  async refresh(): Promise<void> {
    const read = await this.unitOfWork.run((transaction) => this.versions.all(transaction));
    const found = new Map<string, EditionVersion[]>();
    for (const version of read) found.set(version.id, [...(found.get(version.id) ?? []), version]);
    const known = [...this.versionsOf].filter(([id, versions]) => versions.length > (found.get(id)?.length ?? 0));
    this.versionsOf = new Map([...found, ...known]);
  }

  /** The versions in effect today, sorted by id. */
  list(): readonly EditionVersion[] {
    const today = dayInChina(new Date());
    return [...this.versionsOf.values()].flatMap((versions) => inEffect(versions, today) ?? []);
  }

  /** Every version of every edition, by the edition's id. */
  history(): ReadonlyMap<string, readonly EditionVersion[]> {
    return this.versionsOf;
  }

  /** A version by its content, the one in effect where no hash is given; refuses what does not exist. */
  async open(id: string, hash?: string): Promise<OpenedEdition> {
    const current = inEffect(this.versionsOf.get(id) ?? [], dayInChina(new Date()))?.hash;
    const wanted = hash ?? current;
    const opened = wanted === undefined ? undefined : await this.openPinned(id, wanted);
    if (!opened) throw hash === undefined && this.versionsOf.has(id) ? notInEffect() : unknownEdition(hash);
    return { ...opened, current: current === opened.hash };
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

const unknownEdition = (hash: string | undefined): Refusal =>
  new Refusal('not-found', 'unknown-edition', {
    zh: hash === undefined ? '没有这套标准或规则，请核对地址' : `这套标准或规则没有内容为 ${hash} 的一版`,
    en: hash === undefined ? 'There is no such edition; check its id' : `This edition has no version ${hash}`,
  });

const notInEffect = (): Refusal =>
  new Refusal('not-found', 'edition-not-in-effect', {
    zh: '这套标准或规则现在没有施行的版本：已经撤回，或者尚未施行。请联系配置管理员',
    en: 'No version of this edition is in effect: withdrawn, or not in effect yet. Ask its administrator',
  });
