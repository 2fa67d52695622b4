import type { PayeeClass } from '#domain/law/benefit/lines.ts';
import type { Rupiah } from '#domain/money/money.ts';
import type { SharedAccount } from '#domain/money/payout/account-use.ts';
import type { DeceasedSign } from '#domain/money/payout/deceased-account.ts';
import type { PartnerSign } from '#domain/money/payout/partner-account.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import type { SharedNik } from '#domain/people/identity/shared-nik.ts';
import type { RejectionReason } from '#domain/reason-codes.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { PauseGround } from '#domain/time/clock/grounds.ts';
import type {
  ClaimPaper,
  ClaimPerson,
  Injury,
  PaperVerdict,
  PointDecision,
  ReopenGround,
  RequestedPaper,
  TreatmentOutcome,
  UnknownFinding,
} from './parts.ts';

/** What somebody wants to happen; every one of them can be refused. Shapes are checked at the border, rules in `decide`. */
export type CommandBody =
  | { readonly type: 'attachDocuments'; readonly papers: readonly ClaimPaper[] }
  | { readonly type: 'verifyDocuments'; readonly verdicts: readonly PaperVerdict[] }
  | { readonly type: 'requestCompletion'; readonly papers: readonly RequestedPaper[] }
  | { readonly type: 'declareComplete' }
  | {
      readonly type: 'triageCause';
      readonly programme: 'jkm' | 'jkk';
      readonly reason: string;
      /** Monthly wage base as the proof says it, where the claim has none or another; JKK is calculated from it. */
      readonly wageBase?: Rupiah;
    }
  | {
      readonly type: 'resolveHeirs';
      readonly people: readonly ClaimPerson[];
      readonly powerOfAttorneyTo?: string;
      readonly guardianOf?: Readonly<Record<string, { readonly id: string; readonly courtAppointed: boolean }>>;
      readonly dispute?: boolean;
      readonly arrangedFuneral?: string;
      /** Two people of the readiness file under one NIK; found by us, never told by whoever resolves. */
      readonly sharedNiks?: readonly SharedNik[];
    }
  | {
      readonly type: 'confirmPayeeAccount';
      readonly payeeClass: PayeeClass;
      readonly personId: string;
      readonly accountRef: string;
      /** The bank's holder name against the payee's, and whether the account belongs to a partner institution. */
      readonly inquiry: {
        readonly holder: 'match' | 'ask' | 'differs';
        readonly ownedByPartner: boolean;
        /** What is the partner's: the account, or the payee as one of its staff. Absent in commands of releases up to 0.2.0. */
        readonly ofPartner?: PartnerSign;
        /** The account is the participant's own, by its number or its name at the bank. */
        readonly ofDeceased?: DeceasedSign;
        /** Found by us; the reason is the person's. */
        readonly shared?: SharedAccount;
      };
    }
  | { readonly type: 'recommend'; readonly outcome: 'pay' }
  | { readonly type: 'recommend'; readonly outcome: 'reject'; readonly reason: RejectionReason; readonly text: string }
  | { readonly type: 'decidePoints'; readonly decisions: readonly PointDecision[] }
  | { readonly type: 'acknowledgeEscalation'; readonly rungKey: string; readonly reason: string }
  | { readonly type: 'waiveDocument'; readonly paper: string; readonly reason: string }
  | { readonly type: 'revokeCompleteness'; readonly papers: readonly RequestedPaper[]; readonly reason: string }
  /** Days of the event that reports, registry and papers differ about; what is not named stays. */
  | {
      readonly type: 'correctEvent';
      readonly eventOn?: Day;
      /** Of an accident that became a death. */
      readonly diedOn?: Day;
      /** Of the participant, where the file has another than the registry. */
      readonly birthDate?: Day;
      readonly reason: string;
    }
  | { readonly type: 'assessInjury'; readonly injury: Injury }
  | {
      readonly type: 'concludeTreatment';
      readonly outcome: TreatmentOutcome;
      readonly on: Instant;
      /** The family, of a death: who they are, for the heirs. */
      readonly people?: readonly ClaimPerson[];
    }
  /** Holds every running clock that this ground may hold. `from` in the past only where the ground may be retroactive. */
  | { readonly type: 'pauseClock'; readonly ground: PauseGround; readonly from?: Instant; readonly source: string }
  | { readonly type: 'resumeClock'; readonly ground: PauseGround; readonly reason: string }
  /** In units of the promise. */
  | { readonly type: 'extendPromise'; readonly units: number; readonly reason: string }
  | { readonly type: 'releasePayout'; readonly payoutId: string; readonly verdict: 'pay' | 'decline'; readonly reason: string }
  | {
      readonly type: 'resolveUnknownPayout';
      readonly payoutId: string;
      readonly issue: number;
      readonly finding: UnknownFinding;
      readonly evidence: string;
    }
  /** Leaves for the bank although a freeze holds everything else. */
  | { readonly type: 'exemptPayout'; readonly payoutId: string; readonly reason: string }
  | { readonly type: 'withdraw'; readonly reason: string }
  | { readonly type: 'appeal'; readonly reason: string }
  | { readonly type: 'reopen'; readonly ground: Exclude<ReopenGround, 'payment-reversed'>; readonly reason: string };

export type CommandType = CommandBody['type'];
/** Every command there is: one that is missing here does not compile. */
export const COMMAND_TYPES = Object.keys({
  attachDocuments: true,
  verifyDocuments: true,
  requestCompletion: true,
  declareComplete: true,
  triageCause: true,
  resolveHeirs: true,
  confirmPayeeAccount: true,
  recommend: true,
  decidePoints: true,
  acknowledgeEscalation: true,
  waiveDocument: true,
  revokeCompleteness: true,
  correctEvent: true,
  assessInjury: true,
  concludeTreatment: true,
  pauseClock: true,
  resumeClock: true,
  extendPromise: true,
  releasePayout: true,
  resolveUnknownPayout: true,
  exemptPayout: true,
  withdraw: true,
  appeal: true,
  reopen: true,
} satisfies Record<CommandType, true>) as readonly CommandType[];

export type Command = CommandBody & {
  /** Of the person's own name space (domain/cause.ts), from the id made where the button was pressed; a repeat of it changes nothing. */
  readonly commandId: string;
  readonly actor: ActorRef;
  /** Number of the last fact the person had seen; decisions about money are refused without it, and on a claim that has changed since. */
  readonly expectedSeq?: number;
};

export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
