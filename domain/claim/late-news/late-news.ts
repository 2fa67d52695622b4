import type { Registration } from '#domain/claim/events.ts';
import type { ClaimPaper } from '#domain/claim/parts.ts';
import type { ClaimStatus } from '#domain/claim/statuses.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';

/** What came of it. */
export const LATE_OUTCOMES = ['new-claim', 'reopened', 'no-action'] as const;
export type LateOutcome = (typeof LATE_OUTCOMES)[number];

export type LateStep = {
  readonly outcome: LateOutcome;
  /** `no-action` on a report is proposed by one and settled by another. */
  readonly step: 'proposed' | 'settled';
  readonly actor: Pick<Actor, 'id' | 'role'>;
  readonly at: Instant;
  readonly reason: string;
  readonly commandId: string;
};

/** Something told about a claim after it ended. Kept for a person, never dropped; the claim itself does not move. */
export type LateNews = {
  /** Id of the event, so that a repeat is the same row. */
  readonly _id: string;
  readonly claimId: string;
  readonly type: string;
  readonly toldAt: string;
  readonly institutionId: string;
  /** How the claim stood when it came; absent in rows of releases up to 0.2.0, as is what follows. */
  readonly status?: ClaimStatus;
  /** Of a report: what a claim of its own would begin with. */
  readonly registration?: Registration;
  readonly papers?: readonly ClaimPaper[];
  readonly branchId?: string;
  /** Staff of the institution who reported. */
  readonly reporterId?: string;
  /** Only ever added to. */
  readonly steps?: readonly LateStep[];
};

export const LATE_KINDS = ['report-after-withdrawal', 'report-after-end', 'papers-after-end'] as const;
export type LateKind = (typeof LATE_KINDS)[number];

/** `now`: how the claim stands, for rows that do not say how it stood. */
export function lateKindOf({ type, status }: Pick<LateNews, 'type' | 'status'>, now: ClaimStatus | undefined): LateKind {
  if (type.startsWith('documents.')) return 'papers-after-end';
  return (status ?? now) === 'withdrawn' ? 'report-after-withdrawal' : 'report-after-end';
}

export function isSettled({ steps = [] }: Pick<LateNews, 'steps'>): boolean {
  return steps.at(-1)?.step === 'settled';
}
