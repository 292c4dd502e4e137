/** Owns the operator's command that checks the audit trail, against a head that was written down where one is named. */
import { DataSource } from 'typeorm';
import { AuditRepository } from '../audit/audit.repository.js';
import { AuditVerification } from '../audit/audit-verification.service.js';
import { dataSourceOptions, patient } from '../database/data-source.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Refusal } from '../refusal.js';
import type { Command } from './command.js';

/** Faults told on the command line. */
const MOST_TOLD = 5;

export const verifyAudit: Command = {
  name: 'verify-audit',
  parameters: [],
  help: {
    zh: '逐条核对操作记录；请把打印的末条编号和指纹另行保存，以后对照',
    en: 'checks the audit trail entry by entry; keep the printed number and hash elsewhere to compare with later',
  },
  run: async ({ database }) => {
    const source = await new DataSource(patient(dataSourceOptions(database))).initialize();
    try {
      const { entries, head, faults } = await new AuditVerification(new UnitOfWork(source), new AuditRepository()).run(
        progress,
      );
      if (faults.length > 0) throw tampered(faults);
      const end = `${head.sequence} ${head.hash}`;
      return {
        zh: `操作记录完好：${entries} 条，末条 ${end}`,
        en: `the audit trail is intact: ${entries} entries, head ${end}`,
      };
    } finally {
      await source.destroy();
    }
  },
};

/** Tells people who wait how far it is, and nobody else. */
function progress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${of}${done === of ? '\n' : ''}`);
}

const words = {
  changed: ['内容被改', 'its content was changed'],
  missing: ['被删', 'it is gone'],
  unbound: ['前后不衔接', 'it does not follow the one before'],
  'cut-off': ['末尾被删', 'the end is gone'],
} as const;

function tampered(faults: readonly { readonly sequence: number; readonly kind: keyof typeof words }[]): Refusal {
  const told = faults.slice(0, MOST_TOLD);
  const zh = told.map(({ sequence, kind }) => `第 ${sequence} 条${words[kind][0]}`).join('；');
  const en = told.map(({ sequence, kind }) => `entry ${sequence}: ${words[kind][1]}`).join('; ');
  return new Refusal('conflict', 'trail-tampered', {
    zh: `操作记录被动过：${zh}。请保留现场，用备份对照`,
    en: `the audit trail was tampered with: ${en}. Leave everything as it is and compare with a backup`,
  });
}
