/** Owns checking the audit trail, entry by entry. */
import { Inject, Injectable } from '@nestjs/common';
import type { AuditEntry, AuditReport } from '@yimen/contracts';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AuditRepository } from './audit.repository.js';
import { type AuditHead, hashOf } from './audit-entry.js';

/** Entries read at once. */
const CHUNK = 1000;

/** Faults told; the first is what matters. */
const MOST_FAULTS = 20;

const START: AuditHead = { sequence: 0, hash: '0'.repeat(64) };

type Fault = AuditReport['faults'][number];

@Injectable()
export class AuditVerification {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AuditRepository) private readonly entries: AuditRepository,
  ) {}

  /** Checks everything that was written before it began; `told` hears how many entries are done. */
  async run(told: (entries: number, of: number) => void = () => {}): Promise<AuditReport> {
    const head = await this.unitOfWork.run((transaction) => this.entries.head(transaction));
    const faults: Fault[] = [];
    let last = START;
    let entries = 0;
    for (;;) {
      const chunk = await this.unitOfWork.read((transaction) => this.entries.after(transaction, last.sequence, CHUNK));
      const due = chunk.filter(({ sequence }) => sequence <= head.sequence);
      for (const entry of due) {
        faults.push(...faultsOf(last, entry));
        last = entry;
      }
      entries += due.length;
      told(entries, head.sequence);
      if (due.length < CHUNK) break;
    }
    if (last.sequence !== head.sequence || last.hash !== head.hash)
      faults.push({ sequence: head.sequence, kind: 'cut-off' });
    return { entries, head: { sequence: head.sequence, hash: head.hash }, faults: faults.slice(0, MOST_FAULTS) };
  }
}

/** What is wrong with an entry that stands behind another. */
function faultsOf(last: AuditHead, entry: AuditEntry): Fault[] {
  const { sequence } = entry;
  if (hashOf(entry) !== entry.hash) return [{ sequence, kind: 'changed' }];
  if (sequence !== last.sequence + 1) return [{ sequence: last.sequence + 1, kind: 'missing' }];
  return entry.previous === last.hash ? [] : [{ sequence, kind: 'unbound' }];
}
