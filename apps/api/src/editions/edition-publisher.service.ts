/** Owns publishing the editions of the configuration folder at boot. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Edition, editionIds, type Issue, locateIssues, parseEdition, type SourceFiles } from '@yimen/config';
import { compile } from '@yimen/engine';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { isDuplicate } from '../database/driver-error.js';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.js';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { readConfigurationFolder } from './edition-folder.js';
import { fromFolder } from './edition-version.js';
import { EditionVersionRepository } from './edition-version.repository.js';

@Injectable()
export class EditionPublisher {
  private readonly logger = new Logger('Editions');

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionVersionRepository) private readonly versions: EditionVersionRepository,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Publishes what changed in the folder since it was last published; a faulty edition is logged and left out. */
  async publishFolder(): Promise<void> {
    const files = await readConfigurationFolder(this.environment.configuration);
    for (const id of editionIds(Object.keys(files))) {
      const edition = this.readable(id, files);
      if (edition) await this.publish(edition);
    }
  }

  private readable(id: string, files: SourceFiles): Edition | undefined {
    const parsed = parseEdition(id, files);
    const compiled = parsed.ok ? compile(parsed.edition) : parsed;
    if (parsed.ok && compiled.ok) return parsed.edition;
    const issues = parsed.ok ? locateIssues(id, files, compiled.issues) : parsed.issues;
    const lines = issues.filter((issue) => issue.severity === 'error').map(describeIssue);
    this.logger.error(
      `版本“${id}”有错误，未发布 / the edition "${id}" has errors and was not published\n${lines.join('\n')}`,
    );
    return undefined;
  }

  /** Of several servers starting at once, one publishes and the others find it published. */
  private async publish(edition: Edition): Promise<void> {
    try {
      await this.unitOfWork.run((transaction) => this.insertIfNew(transaction, edition));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  private async insertIfNew(transaction: Transaction, edition: Edition): Promise<void> {
    const { id, hash, effectiveFrom, documents } = edition;
    const known = await this.versions.of(transaction, id);
    // What the folder published last may have been replaced in the Studio since: it does not come back by a restart.
    if (known.filter(({ draft }) => draft === null).at(-1)?.hash === hash) return;
    const version = (known.at(-1)?.version ?? 0) + 1;
    const publishedAt = new Date().toISOString();
    await this.versions.insert(
      transaction,
      { id, version, hash, publishedAt, effectiveFrom, ...fromFolder },
      documents,
    );
    const details = { version, hash };
    this.audit.record(transaction, null, { action: 'edition-published', subject: { kind: 'edition', id }, details });
    this.logger.log(`已发布“${id}”第 ${version} 版 / published "${id}", version ${version} (${hash.slice(0, 12)})`);
  }
}

const describeIssue = ({ document, pointer, line, column, message, code }: Issue): string =>
  `  ${document}${line === undefined ? pointer : `:${line}:${column ?? 1}`} ${message.zh} / ${message.en} [${code}]`;
