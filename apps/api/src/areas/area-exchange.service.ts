/** Owns exchanging the whole tree as a table: all of it or nothing. */
import { Inject, Injectable } from '@nestjs/common';
import type { Area, AreaImport } from '@yimen/contracts';
import { UnitOfWork } from '../database/unit-of-work.js';
import { dayInChina } from '../local-day.js';
import { Refusal } from '../refusal.js';
import { AreaRepository } from './area.repository.js';
import { type Changed, kindOfChange } from './area-change.js';
import { readCsv, writeCsv } from './area-csv.js';
import type { AreaScope } from './area-scope.js';
import { type AreaTable, joined } from './area-table.js';
import { readAreaWorkbook, writeAreaWorkbook } from './area-workbook.js';
import { AreaWriter } from './area-writer.service.js';

export interface ImportOptions {
  readonly scope: AreaScope;
  /** Only tell what would change. */
  readonly dryRun: boolean;
}

@Injectable()
export class AreaExchange {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AreaRepository) private readonly areas: AreaRepository,
    @Inject(AreaWriter) private readonly writer: AreaWriter,
  ) {}

  async csv(): Promise<string> {
    return writeCsv(await this.all());
  }

  async workbook(lang: 'zh' | 'en'): Promise<Uint8Array> {
    return writeAreaWorkbook(await this.all(), lang);
  }

  async importCsv(text: string, options: ImportOptions): Promise<AreaImport> {
    return this.take(readCsv(text), options);
  }

  /** Several tables, as texts by their names, all or none: what one names another may have made. */
  async importCsvs(texts: ReadonlyMap<string, string>, options: ImportOptions): Promise<AreaImport> {
    return this.take(joined([...texts].map(([name, text]) => readCsv(text, name))), options);
  }

  async importWorkbook(bytes: Uint8Array, options: ImportOptions): Promise<AreaImport> {
    return this.take(await readAreaWorkbook(bytes), options);
  }

  /** Areas that the table does not name stay; rows that change nothing may be anybody's. */
  private take({ areas, issues, place }: AreaTable, { scope, dryRun }: ImportOptions): Promise<AreaImport> {
    if (issues.length > 0) throw badTable(issues);
    return this.unitOfWork.run(async (transaction) => {
      await this.areas.hold(transaction);
      const known = new Map((await this.areas.all(transaction)).map(({ area }) => [area.id, area]));
      const changed = areas.flatMap((area): Changed[] => {
        const before = known.get(area.id);
        const kind = before ? kindOfChange(before, area) : 'created';
        return kind ? [{ area, kind }] : [];
      });
      const changes = { changed, on: dayInChina(new Date()), place, scope };
      await (dryRun ? this.writer.check(transaction, changes) : this.writer.store(transaction, changes));
      const told = changed.map(({ area, kind }) => {
        const { id, name } = area;
        return { id, name, kind, line: place(area, 'id').line ?? 1 };
      });
      return { changes: told, same: areas.length - changed.length, stored: !dryRun };
    });
  }

  private async all(): Promise<Area[]> {
    const all = await this.unitOfWork.read((transaction) => this.areas.all(transaction));
    return all.map(({ area }) => area);
  }
}

const badTable = (issues: AreaTable['issues']): Refusal =>
  new Refusal(
    'unacceptable',
    'bad-table',
    { zh: '表格有误，没有保存，请按提示修改', en: 'The table is not in order; nothing was stored; see the issues' },
    issues,
  );
