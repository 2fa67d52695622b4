import type { BankProfile } from '#domain/money/payout/bank-profile.ts';
import { LATEST_STATUS } from '#schemas/bank/transfer-status.ts';

const SNAP: BankProfile = {
  id: 'snap',
  referenceLimit: 64,
  latestStatus: {
    [LATEST_STATUS.success]: 'paid',
    [LATEST_STATUS.initiated]: 'on-its-way',
    [LATEST_STATUS.paying]: 'on-its-way',
    [LATEST_STATUS.pending]: 'on-its-way',
    [LATEST_STATUS.refunded]: 'given-back',
    [LATEST_STATUS.cancelled]: 'not-paid',
    [LATEST_STATUS.failed]: 'not-paid',
    [LATEST_STATUS.notFound]: 'not-found',
  },
  firstInquiryMs: 60_000,
  remembersMs: 20 * 3_600_000,
};

/** One row per kind of bank; `SANTUN_BANK_PROFILE` names the one in use. A new bank is a new row, from its own documents (docs/runbook.md). */
export const BANK_PROFILES = {
  /** The standard, and the sandbox. */
  snap: SNAP,
  /** The standard in all but the reference, of which at least one large bank takes twenty characters. */
  'snap-20': { ...SNAP, id: 'snap-20', referenceLimit: 20 },
} as const satisfies Readonly<Record<string, BankProfile>>;
