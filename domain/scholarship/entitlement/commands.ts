import type { ScholarshipLevel } from '#domain/law/rules/pack.ts';
import type { SharedAccount } from '#domain/money/payout/account-use.ts';
import type { UnknownFinding } from '#domain/money/payout/finding.ts';
import type { ActorRef, Role } from '#domain/people/actor.ts';
import type { ChildChange, ProofPaper } from './parts.ts';

/** What people decide about one child. */
export type EntitlementCommandBody =
  | {
      readonly type: 'submitProof';
      readonly schoolYear: number;
      readonly level: ScholarshipLevel;
      readonly papers: readonly ProofPaper[];
    }
  /** The officer's look at the papers. What is right is proposed for payment, at the level the papers show. */
  | { readonly type: 'verifyProof'; readonly schoolYear: number; readonly verdict: 'ok'; readonly level: ScholarshipLevel }
  | { readonly type: 'verifyProof'; readonly schoolYear: number; readonly verdict: 'refused'; readonly reason: string }
  /** The second person. */
  | { readonly type: 'releaseYear'; readonly schoolYear: number; readonly verdict: 'pay' }
  | { readonly type: 'releaseYear'; readonly schoolYear: number; readonly verdict: 'return'; readonly reason: string }
  /** What the bank's statement says of a payment it is silent about; the second person saying the same settles it. */
  | {
      readonly type: 'resolveUnknownPayment';
      readonly schoolYear: number;
      readonly issue: number;
      readonly finding: UnknownFinding;
      readonly evidence: string;
    }
  | { readonly type: 'changeChild'; readonly change: ChildChange }
  | {
      readonly type: 'proposePayee';
      readonly guardianId: string;
      readonly accountRef: string;
      /** The bank named the holder, and not as somebody else. */
      readonly holderMatches: boolean;
      readonly ownedByPartner: boolean;
      readonly shared?: SharedAccount;
    }
  | { readonly type: 'confirmPayee'; readonly accountRef: string };

export type EntitlementCommandType = EntitlementCommandBody['type'];
export type EntitlementCommand = EntitlementCommandBody & {
  readonly actor: ActorRef;
  readonly commandId: string;
  /** Number of the last fact the person had seen; the door demands it of decisions about money. */
  readonly expectedSeq?: number;
};

/** Decided only on the child as it is. */
export const ENTITLEMENT_MONEY_DECISIONS: readonly EntitlementCommandType[] = ['releaseYear', 'resolveUnknownPayment', 'confirmPayee'];

/**
 * Whoever may propose cannot settle: proposing and settling a payment or an account are different roles, and different people. What the bank
 * did is settled by any two of them of whom one decides.
 */
export const ENTITLEMENT_ROLES = {
  submitProof: ['officer', 'partner-staff', 'partner-head', 'machine'],
  verifyProof: ['officer'],
  releaseYear: ['approver', 'supervisor'],
  resolveUnknownPayment: ['officer', 'approver', 'supervisor'],
  changeChild: ['officer'],
  proposePayee: ['officer'],
  confirmPayee: ['approver', 'supervisor'],
} as const satisfies Record<EntitlementCommandType, readonly Role[]>;
