import type { Role } from '../actor.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CommandType } from './commands.ts';
import type { ActorRef } from './facts.ts';
import type { ClaimState } from './state.ts';
import type { ClaimStatus } from './statuses.ts';
import { ROLE_TERMS, STATUS_TERMS } from './terms.ts';

/** Who may give a command in a status, and on whose authority. */
type Row = { readonly roles: readonly Role[]; readonly source: string };
type Rows = Readonly<Partial<Record<CommandType, Row>>>;

const PARTNER = ['partner-staff', 'partner-head', 'machine'] as const satisfies readonly Role[];
const OFFICER = ['officer'] as const satisfies readonly Role[];

const attach: Row = { roles: [...PARTNER, 'officer'], source: 'Permenaker 1/2025 art. 79; design.md section 7' };
const verify: Row = { roles: OFFICER, source: 'PP 44/2015 art. 40(3): requirements met' };
const request: Row = { roles: OFFICER, source: 'design.md section 3' };
const complete: Row = { roles: OFFICER, source: 'PP 44/2015 arts. 37(2), 40(3): the payment clock starts at completeness' };
const triage: Row = { roles: OFFICER, source: 'PP 44/2015 art. 57-58; law.md section 3' };
const heirs: Row = { roles: OFFICER, source: 'PP 44/2015 arts. 37(4), 40' };
const payee: Row = { roles: OFFICER, source: 'design.md section 5' };
const recommend: Row = { roles: OFFICER, source: 'design.md section 3' };
const decide: Row = { roles: ['approver'], source: 'design.md section 3: four eyes' };
const acknowledge: Row = { roles: ['supervisor'], source: 'rules.md section 7: ladder' };

/** Status → commands allowed. Screens ask the same table which buttons are enabled; a new status is a row here, not an `if`. */
export const ACTIONS = {
  registered: {
    attachDocuments: attach,
    verifyDocuments: verify,
    requestCompletion: request,
    declareComplete: complete,
    acknowledgeEscalation: acknowledge,
  },
  collecting: {
    attachDocuments: attach,
    verifyDocuments: verify,
    requestCompletion: request,
    declareComplete: complete,
    acknowledgeEscalation: acknowledge,
  },
  verifying: {
    attachDocuments: attach,
    verifyDocuments: verify,
    triageCause: triage,
    resolveHeirs: heirs,
    confirmPayeeAccount: payee,
    recommend,
    acknowledgeEscalation: acknowledge,
  },
  recommended: { attachDocuments: attach, decidePoints: decide, acknowledgeEscalation: acknowledge },
  approved: { acknowledgeEscalation: acknowledge },
  paying: { acknowledgeEscalation: acknowledge },
  paid: { acknowledgeEscalation: acknowledge },
  rejected: {},
  withdrawn: {},
  closed: {},
  lapsed: {},
} as const satisfies Record<ClaimStatus, Rows>;

/** Undefined when this actor may give this command now; otherwise the refusal, with the sentence a disabled button shows. */
export function refusalFor(claim: ClaimState, actor: ActorRef, command: CommandType): Refusal | undefined {
  const row = (ACTIONS[claim.status] as Rows)[command];
  if (!row) {
    return refuse(
      'not-allowed-in-status',
      `Tindakan ini tidak tersedia saat klaim berstatus "${STATUS_TERMS[claim.status]}".`,
      'design.md section 3',
    );
  }
  if (!row.roles.includes(actor.role)) {
    return refuse('not-your-role', `Tindakan ini dilakukan oleh ${row.roles.map((role) => ROLE_TERMS[role]).join(' atau ')}.`, row.source);
  }
  const isPartner = (PARTNER as readonly Role[]).includes(actor.role);
  if (isPartner && actor.institution !== claim.institutionId) {
    return refuse('not-your-role', 'Klaim ini dilaporkan lembaga lain.', 'design.md section 12, invariant 12');
  }
  return undefined;
}
