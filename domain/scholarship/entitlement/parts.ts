import type { SharedAccount } from '#domain/money/payout/account-use.ts';
import type { UnknownFinding } from '#domain/money/payout/finding.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import type { WorkKind } from '#domain/scholarship/scholarship-input.ts';
import type { Day } from '#domain/time/calendar/day.ts';

/** Who receives a child's money: the child or whoever has its care. Two people stand for the account. */
export type ScholarshipPayee = {
  readonly guardianId: string;
  readonly accountRef: string;
  readonly maker: string;
  readonly checker: string;
  readonly shared?: SharedAccount;
};

export const PROOF_PAPERS = ['active-study-letter', 'school-report'] as const;
export type ProofPaper = { readonly paper: (typeof PROOF_PAPERS)[number]; readonly documentId: string; readonly sha256: string };

export const CORRECTABLE = ['married', 'working', 'leftSchool'] as const;

export type ChildChange =
  | { readonly type: 'married'; readonly on: Day }
  | { readonly type: 'working'; readonly from: Day; readonly kind?: WorkKind; readonly months?: number }
  /** From this school year on nobody is asked, until a proof arrives. */
  | { readonly type: 'leftSchool'; readonly schoolYear: number }
  /** What was noted by mistake no longer holds. */
  | { readonly type: 'corrected'; readonly what: (typeof CORRECTABLE)[number]; readonly reason: string };

export type ProposedFinding = { readonly finding: UnknownFinding; readonly evidence: string; readonly by: ActorRef };
