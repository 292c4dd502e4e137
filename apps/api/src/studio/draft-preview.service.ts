/** Owns showing a draft as if it were published: its forms, validators and evaluator, by the version that is stored. */
import { Inject, Injectable } from '@nestjs/common';
import { editionFromDocuments, type Language } from '@yimen/config';
import type { EditionDetail, FormDetail } from '@yimen/contracts';
import { compile, emitModule } from '@yimen/engine';
import { toDetail, toForm } from '../editions/edition.mapper.js';
import type { OpenedEdition } from '../editions/edition-version.js';
import { formOf } from '../editions/editions.service.js';
import { emitValidatorModule } from '../editions/form-validator.js';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';
import type { WholeDraft } from './draft.js';
import { DraftsService } from './drafts.service.js';

/** Compiled drafts kept: each page asks for the same one several times. */
const MOST_OPENED = 16;

@Injectable()
export class DraftPreview {
  private readonly opened = new Map<string, OpenedEdition>();

  constructor(@Inject(DraftsService) private readonly drafts: DraftsService) {}

  async detail(actor: Actor, id: string): Promise<EditionDetail> {
    return toDetail(await this.open(actor, id), addressOf(id));
  }

  async form(actor: Actor, id: string, form: string, lang: Language): Promise<FormDetail> {
    const opened = await this.open(actor, id);
    return toForm(opened, formOf(opened, form), lang, addressOf(id));
  }

  async evaluatorModule(actor: Actor, id: string, hash: string): Promise<string> {
    return emitModule((await this.open(actor, id, hash)).program);
  }

  async validatorModule(actor: Actor, id: string, form: string, lang: Language, hash: string): Promise<string> {
    const opened = await this.open(actor, id, hash);
    return emitValidatorModule(opened.edition, formOf(opened, form), lang);
  }

  /** The draft compiled; one that cannot be is refused with its issues. A hash may name what it was just before. */
  async open(actor: Actor, id: string, hash?: string): Promise<OpenedEdition> {
    const draft = await this.drafts.get(actor, id);
    const known = hash === undefined ? undefined : this.opened.get(`${id} ${hash}`);
    return known ?? this.compiled(draft);
  }

  private compiled(draft: WholeDraft): OpenedEdition {
    const opened = openDraft(draft);
    const key = `${draft.id} ${opened.hash}`;
    this.opened.delete(key);
    this.opened.set(key, opened);
    for (const oldest of this.opened.keys()) if (this.opened.size > MOST_OPENED) this.opened.delete(oldest);
    return opened;
  }
}

const addressOf = (id: string): string => `/api/v1/studio/drafts/${encodeURIComponent(id)}`;

/** A draft as an edition that runs; refused with its issues where it is none yet. */
export function openDraft(draft: WholeDraft): OpenedEdition {
  const read = editionFromDocuments(draft.edition, draft.documents);
  const compiled = read.ok ? compile(read.edition) : read;
  if (!read.ok || !compiled.ok)
    throw new Refusal(
      'unacceptable',
      'unreadable-draft',
      {
        zh: '草稿有错误，暂时不能预览，请先按检查结果修改',
        en: 'The draft has errors and cannot be shown; see its checks',
      },
      compiled.issues,
    );
  const { evaluator, program } = compiled;
  const { edition } = read;
  return {
    id: edition.id,
    version: draft.version,
    hash: edition.hash,
    publishedAt: draft.updatedAt,
    effectiveFrom: edition.effectiveFrom,
    draft: draft.id,
    approvedBy: null,
    withdrawnAt: null,
    edition,
    evaluator,
    program,
    current: false,
  };
}
