/** Owns what can be asked about published editions. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Form, Language } from '@yimen/config';
import type { EditionDetail, EditionPage, FormDetail, PageQuery } from '@yimen/contracts';
import { emitModule } from '@yimen/engine';
import { cursorOf, positionOf } from '../http/cursor.js';
import { Refusal } from '../refusal.js';
import { toDetail, toForm, toSummary } from './edition.mapper.js';
import { EditionCatalogue } from './edition-catalogue.service.js';
import { EditionPublisher } from './edition-publisher.service.js';
import type { OpenedEdition } from './edition-version.js';
import { emitValidatorModule } from './form-validator.js';

/** Modules kept; one is 10 to 100 KB of text. */
const MOST_MODULES = 200;

@Injectable()
export class EditionsService implements OnModuleInit {
  private readonly modules = new Map<string, string>();

  constructor(
    @Inject(EditionPublisher) private readonly publisher: EditionPublisher,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.publisher.publishFolder();
    await this.catalogue.refresh();
  }

  async list({ cursor, limit }: PageQuery): Promise<EditionPage> {
    const after = cursor === undefined ? '' : positionOf(cursor);
    const rest = this.catalogue.list().filter(({ id }) => id > after);
    const page = await Promise.all(rest.slice(0, limit).map(({ id, hash }) => this.catalogue.open(id, hash)));
    const last = page.at(-1);
    return { items: page.map(toSummary), next: last && rest.length > limit ? cursorOf(last.id) : null };
  }

  async detail(id: string, hash?: string): Promise<EditionDetail> {
    return toDetail(await this.catalogue.open(id, hash));
  }

  async form(id: string, form: string, lang: Language, hash?: string): Promise<FormDetail> {
    const opened = await this.catalogue.open(id, hash);
    return toForm(opened, formOf(opened, form), lang);
  }

  async evaluatorModule(id: string, hash: string): Promise<string> {
    const { program } = await this.catalogue.open(id, hash);
    return this.module(`${id} ${hash}`, () => emitModule(program));
  }

  async validatorModule(id: string, form: string, lang: Language, hash: string): Promise<string> {
    const opened = await this.catalogue.open(id, hash);
    const known = formOf(opened, form);
    return this.module(`${id} ${hash} ${form} ${lang}`, () => emitValidatorModule(opened.edition, known, lang));
  }

  private module(key: string, emit: () => string): string {
    const code = this.modules.get(key) ?? emit();
    this.modules.delete(key);
    this.modules.set(key, code);
    for (const oldest of this.modules.keys()) if (this.modules.size > MOST_MODULES) this.modules.delete(oldest);
    return code;
  }
}

/** The form with an id; refuses one that the edition does not have. */
export function formOf({ edition }: OpenedEdition, id: string): Form {
  const form = edition.forms.find((each) => each.id === id);
  if (form) return form;
  throw new Refusal('not-found', 'unknown-form', {
    zh: `版本“${edition.id}”没有表单“${id}”`,
    en: `The edition "${edition.id}" has no form "${id}"`,
  });
}
