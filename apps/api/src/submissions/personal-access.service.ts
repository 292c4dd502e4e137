/** Owns looking at personal data: in full for a reason, and finding a person's records. Both are written down. */
import { Inject, Injectable } from '@nestjs/common';
import type { PersonalAnswer, PersonalRequest, PersonSearch, SubmissionPage } from '@yimen/contracts';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from '../editions/edition-catalogue.service.js';
import type { Actor } from '../identity/account.js';
import { Refusal } from '../refusal.js';
import { SubmissionRepository } from './submission.repository.js';
import { SubmissionReader } from './submission-reader.service.js';
import { SubmissionScope } from './submission-scope.service.js';
import { SubmissionVault } from './submission-vault.service.js';

/** Records told of one person; who has more is not looked for, but looked into. */
const MOST_FOUND = 50;

const PERMISSION = 'show-personal-data';

@Injectable()
export class PersonalAccess {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
    @Inject(SubmissionRepository) private readonly submissions: SubmissionRepository,
    @Inject(SubmissionScope) private readonly scope: SubmissionScope,
    @Inject(SubmissionVault) private readonly vault: SubmissionVault,
    @Inject(SubmissionReader) private readonly reader: SubmissionReader,
    @Inject(AuditTrail) private readonly audit: AuditTrail,
  ) {}

  /** Nothing is shown before it is written down who saw it and why. */
  async show(actor: Actor, id: string, { reason }: PersonalRequest): Promise<PersonalAnswer> {
    const stored = await this.reader.find(actor, id, PERMISSION);
    const { edition } = await this.catalogue.open(stored.edition, stored.hash);
    const facts = this.vault.reveal(edition, stored);
    const subject = { kind: 'submission', id } as const;
    await this.unitOfWork.run(async (transaction) =>
      this.audit.record(transaction, actor, {
        action: 'personal-data-shown',
        subject,
        area: stored.area,
        details: { reason },
      }),
    );
    return { facts };
  }

  async search(actor: Actor, { identity }: PersonSearch): Promise<SubmissionPage> {
    const fingerprints = this.vault.fingerprintsOf(identity);
    if (fingerprints.length === 0) throw noIdentity();
    const scope = await this.scope.of(actor, PERMISSION);
    const found = await this.unitOfWork.run(async (transaction) => {
      const found = await this.submissions.list(transaction, { scope, fingerprints, limit: MOST_FOUND });
      const subject = { kind: 'account', id: actor.account.name } as const;
      const details = { found: found.length };
      const { area } = actor.account;
      this.audit.record(transaction, actor, { action: 'personal-data-searched', subject, area, details });
      return found;
    });
    return this.reader.page(found, MOST_FOUND);
  }
}

const noIdentity = (): Refusal =>
  new Refusal('unacceptable', 'no-identity', { zh: '请输入完整的身份证号码', en: 'Enter the whole identity number' }, [
    {
      code: 'wrong-format',
      severity: 'error',
      document: 'input',
      pointer: '/identity',
      message: { zh: '应是完整的身份证号码', en: 'A whole identity number is expected' },
    },
  ]);
