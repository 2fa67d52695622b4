/** Codes of rules.md section 9. Texts for people live in locales/. */
export const REJECTION_REASONS = [
  'coverage-lapsed',
  'not-a-participant',
  'not-working-at-registration',
  'ill-at-registration',
  'not-work-related',
  'right-lapsed',
  'duplicate-claim',
  'false-paper',
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export const RETURN_REASONS = [
  'calculation',
  'heir-proof',
  'paper-unreadable',
  'paper-inconsistent',
  'account-mismatch',
  'triage-doubt',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

export const REFUSAL_CODES = [
  'not-allowed-in-status',
  'not-your-role',
  'maker-is-checker',
  'lease-lost',
  'conflict-of-interest',
  'point-open',
  'clock-unknown',
  'payee-is-partner',
  'already-paid',
  'calendar-year-missing',
  'invalid-command',
  'command-id-reused',
  'view-required',
  'stale-view',
  'claim-full',
  'document-id-reused',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];
