/** Owns what the page of the audit trail asks the server for. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { AuditAction, AuditPage, AuditReport } from '@yimen/contracts';
import { call } from '../server/client';

/** What is looked for, as the page's own address tells it. */
export type AuditFilter = Partial<Record<(typeof filters)[number], string>>;
export const filters = ['action', 'account', 'subject', 'from', 'to'] as const;

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ limit: '50', ...filter, ...(pageParam ? { cursor: pageParam } : {}) });
      return call<AuditPage>(`/api/v1/audit?${query}`);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 0,
  });

export const checkTrail = (): Promise<AuditReport> => call<AuditReport>('/api/v1/audit/report');

/** As much of a hash as one writes down, in groups of four. */
export const fingerprint = (hash: string): string => (hash.slice(0, 16).match(/.{4}/gu) ?? []).join(' ');

/** What an action is about, for choosing among them; a new action has to be given its group. */
export const groupOf = {
  'session-opened': 'sessions',
  'sign-in-failed': 'sessions',
  'account-locked': 'sessions',
  'session-ended': 'sessions',
  'sessions-ended': 'sessions',
  'password-chosen': 'sessions',
  'password-changed': 'sessions',
  'password-refused': 'sessions',
  'account-invited': 'accounts',
  'account-assigned': 'accounts',
  'account-disabled': 'accounts',
  'account-enabled': 'accounts',
  'account-reset': 'accounts',
  'account-linked': 'accounts',
  'submission-stored': 'records',
  'submission-corrected': 'records',
  'file-uploaded': 'records',
  'personal-data-shown': 'personal',
  'personal-data-searched': 'personal',
  'area-created': 'configuration',
  'area-changed': 'configuration',
  'edition-published': 'configuration',
  'edition-withdrawn': 'configuration',
  'draft-created': 'configuration',
  'draft-discarded': 'configuration',
  'draft-rebased': 'configuration',
  'draft-submitted': 'configuration',
  'draft-recalled': 'configuration',
  'draft-returned': 'configuration',
  'draft-approved': 'configuration',
  'keys-rotated': 'configuration',
} as const satisfies Readonly<Record<AuditAction, string>>;
