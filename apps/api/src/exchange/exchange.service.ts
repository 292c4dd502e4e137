/** Owns taking editions out of the configuration and back in: of published versions, and of drafts. */
import { Inject, Injectable } from '@nestjs/common';
import type { Edition, Issue } from '@yimen/config';
import type { FolderImport, WorkbookEdits } from '@yimen/contracts';
import type { AreaNames } from '@yimen/engine/editing';
import { AreasService } from '../areas/areas.service.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import { newestStanding } from '../editions/edition-version.js';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';
import { openDraft } from '../studio/draft-preview.service.js';
import { DraftsService } from '../studio/drafts.service.js';
import { EditionAreas } from '../studio/edition-areas.service.js';
import { standardDocx } from './annex-document.js';
import { readStandardWorkbook } from './annex-reading.js';
import { isStandard, type StandardEdition } from './annex-rows.js';
import { standardWorkbook } from './annex-workbook.js';
import type { Documents, Lang } from './documents.js';
import { readFolderZip } from './folder-reading.js';
import { folderZip } from './folder-zip.js';
import { readListWorkbook } from './list-reading.js';
import { type ListTable, listTable, withRows } from './list-table.js';
import { listWorkbook } from './list-workbook.js';

@Injectable()
export class ExchangeService {
  constructor(
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(AreasService) private readonly areas: AreasService,
    @Inject(EditionAreas) private readonly editionAreas: EditionAreas,
  ) {}

  /** The edition of a published version, whose table is to be written. */
  async version(id: string, hash?: string): Promise<Edition> {
    return (await this.catalogue.open(id, hash)).edition;
  }

  /** The edition of a draft; refused while the draft makes none. */
  async draft(actor: Actor, id: string): Promise<Edition> {
    return openDraft(await this.drafts.get(actor, id)).edition;
  }

  async word(edition: Edition, lang: Lang): Promise<Uint8Array> {
    return standardDocx(demandStandard(edition), lang, await this.namesFor(edition));
  }

  async workbook(edition: Edition, lang: Lang): Promise<Uint8Array> {
    return standardWorkbook(demandStandard(edition), lang, await this.namesFor(edition));
  }

  /** The names of areas, where rules may compare an answer with one. */
  private async namesFor(edition: Edition): Promise<AreaNames | undefined> {
    return asksForAreas(edition) ? this.areas.names() : undefined;
  }

  async folder(actor: Actor, id: string): Promise<Uint8Array> {
    return folderZip((await this.drafts.get(actor, id)).documents);
  }

  async readWorkbook(actor: Actor, id: string, bytes: Uint8Array): Promise<WorkbookEdits> {
    const { documents } = await this.drafts.get(actor, id, 'edit-editions');
    const read = await readStandardWorkbook(bytes, documents);
    if (!read.ok) throw badFile(read.issues);
    return toEdits(documents, read.value.documents, read.value.edits, read.issues);
  }

  async list(actor: Actor, id: string, list: string, lang: Lang): Promise<Uint8Array> {
    const { documents } = await this.drafts.get(actor, id);
    return listWorkbook(demandList(documents, list), lang);
  }

  async readList(actor: Actor, id: string, list: string, bytes: Uint8Array): Promise<WorkbookEdits> {
    const { documents } = await this.drafts.get(actor, id, 'edit-editions');
    const table = demandList(documents, list);
    const read = await readListWorkbook(bytes, table);
    if (!read.ok) throw badFile(read.issues);
    return toEdits(documents, withRows(documents, table, read.value.rows), read.value.edits, read.issues);
  }

  /** What a folder holds beside what is published; a draft of it unless it is only tried. */
  async importFolder(actor: Actor, bytes: Uint8Array, dryRun: boolean): Promise<FolderImport> {
    const read = readFolderZip(bytes);
    if (!read.ok) throw badFile(read.issues);
    const { id, edition } = read.value;
    await this.editionAreas.check(actor, 'edit-editions', id);
    const documents = { ...edition.documents };
    const newest = newestStanding(this.catalogue.history().get(id) ?? []);
    const base = newest ? { ...(await this.version(id, newest.hash)).documents } : null;
    const told = { edition: id, documents, base, issues: [...read.issues] };
    if (dryRun) return { ...told, draft: null };
    const origin = { kind: 'import', edition: id, hash: newest?.hash ?? null } as const;
    const draft = await this.drafts.begin(actor, { edition: id, origin, documents, base });
    return { ...told, draft: draft.id };
  }
}

const asksForAreas = ({ facts }: Edition): boolean =>
  [...facts.values()].some(({ type }) => type.kind === 'text' && type.areas !== undefined);

/** The documents that differ, with what was left out. */
const toEdits = (before: Documents, after: Documents, edits: number, issues: readonly Issue[]): WorkbookEdits => ({
  documents: Object.fromEntries(Object.entries(after).filter(([path, document]) => before[path] !== document)),
  edits,
  issues: [...issues],
});

function demandStandard(edition: Edition): StandardEdition {
  if (isStandard(edition)) return edition;
  throw new Refusal('not-found', 'no-standard', {
    zh: '办理规则没有标准表',
    en: 'A desk has no table of a standard',
  });
}

function demandList(documents: Documents, id: string): ListTable {
  const table = listTable(documents, id);
  if (table) return table;
  throw new Refusal('not-found', 'unknown-list', { zh: '没有这个清单', en: 'There is no such list' });
}

const badFile = (issues: readonly Issue[]): Refusal =>
  new Refusal(
    'unacceptable',
    'bad-file',
    {
      zh: '文件有问题，没有导入任何内容，请按提示修改',
      en: 'There is something wrong with the file; nothing was taken',
    },
    issues,
  );
