import type { SweepCounts } from '#activities/sweep-counts.ts';
import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import type { PayoutDocument } from '#adapters/mongo/payouts-store.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { LedgerView } from '#schemas/bank/sandbox.ts';
import type { Story } from './stories.ts';

/** What is known of one family's claim when everything has come to rest. */
export type ClaimEvidence = {
  readonly story: Story;
  readonly claimId: ClaimId;
  /** What its people could not get done. */
  readonly trouble?: string;
  readonly record?: ClaimState;
  readonly journal: readonly JournalEntry[];
  /** As the workflow itself tells it. */
  readonly held?: ClaimState;
  readonly isRunning: boolean;
  /** Event ids on the topic; each at least once. */
  readonly published: ReadonlySet<string>;
  readonly payouts: readonly PayoutDocument[];
  readonly scholarships: number;
};

export type Evidence = {
  readonly claims: readonly ClaimEvidence[];
  readonly ledger: LedgerView;
  readonly sourceAccount: string;
  /** Claims on record or in Temporal that no story tells of. */
  readonly strangers: readonly string[];
  readonly runningPayouts: readonly string[];
  readonly deadLetters: number;
  readonly sweep: SweepCounts;
  readonly openIncidents: number;
};
