import type { PayeeClass } from '../benefit/lines.ts';
import type { RejectionReason } from '../reason-codes.ts';
import type { ActorRef, PointDecision } from './facts.ts';
import type { ClaimPaper, ClaimPerson, PaperVerdict } from './parts.ts';

/** What somebody wants to happen; every one of them can be refused. Shapes are checked at the border, rules in `decide`. */
export type CommandBody =
  | { readonly type: 'attachDocuments'; readonly papers: readonly ClaimPaper[] }
  | { readonly type: 'verifyDocuments'; readonly verdicts: readonly PaperVerdict[] }
  | { readonly type: 'requestCompletion'; readonly papers: readonly { readonly paper: string; readonly reason: string }[] }
  | { readonly type: 'declareComplete' }
  | { readonly type: 'triageCause'; readonly programme: 'jkm' | 'jkk'; readonly reason: string }
  | {
      readonly type: 'resolveHeirs';
      readonly people: readonly ClaimPerson[];
      readonly powerOfAttorneyTo?: string;
      readonly guardianOf?: Readonly<Record<string, { readonly id: string; readonly courtAppointed: boolean }>>;
      readonly dispute?: boolean;
      readonly arrangedFuneral?: string;
    }
  | {
      readonly type: 'confirmPayeeAccount';
      readonly payeeClass: PayeeClass;
      readonly personId: string;
      readonly accountRef: string;
      /** The bank's holder name against the payee's, and whether the account belongs to a partner institution. */
      readonly inquiry: { readonly holder: 'match' | 'ask' | 'differs'; readonly ownedByPartner: boolean };
    }
  | { readonly type: 'recommend'; readonly outcome: 'pay' }
  | { readonly type: 'recommend'; readonly outcome: 'reject'; readonly reason: RejectionReason; readonly text: string }
  | { readonly type: 'decidePoints'; readonly decisions: readonly PointDecision[] }
  | { readonly type: 'acknowledgeEscalation'; readonly rungKey: string; readonly reason: string };

export type CommandType = CommandBody['type'];
export const COMMAND_TYPES = [
  'attachDocuments',
  'verifyDocuments',
  'requestCompletion',
  'declareComplete',
  'triageCause',
  'resolveHeirs',
  'confirmPayeeAccount',
  'recommend',
  'decidePoints',
  'acknowledgeEscalation',
] as const satisfies readonly CommandType[];

export type Command = CommandBody & {
  /** Made where the person pressed the button; a repeat of it changes nothing and answers the same. */
  readonly commandId: string;
  readonly actor: ActorRef;
};

export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
