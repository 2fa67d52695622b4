import type { ActorRef, Role } from '#domain/people/actor.ts';
import { FOUR_EYES, isSamePerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { CommandType } from './commands.ts';
import { isParty } from './parties.ts';
import { pointsAtStake } from './points.ts';
import type { ClaimState } from './state.ts';
import type { ClaimStatus } from './statuses.ts';
import { ROLE_TERMS, STATUS_TERMS } from './terms.ts';

/**
 * How the person must stand to the claim. `own-institution`: a partner's institution reported it or holds a file of the participant.
 * `not-maker`: somebody else made what is decided here. `two-persons`: the first proposes, the
 * second, who must be another person, makes it so.
 */
export type Relation = 'own-institution' | 'not-maker' | 'two-persons';

/** Who may give a command, standing how to the claim, and on whose authority. */
export type ActionRow = { readonly roles: readonly Role[]; readonly relation?: Relation; readonly source: string };
type Rows = Readonly<Partial<Record<CommandType, ActionRow>>>;

const PARTNER = ['partner-staff', 'partner-head', 'machine'] as const satisfies readonly Role[];
const OFFICER = ['officer'] as const satisfies readonly Role[];
const DECIDERS = ['officer', 'approver', 'supervisor'] as const satisfies readonly Role[];

/** The partner roles in a row act only where their institution stands to the claim (parties.ts); that holds in every row and is not repeated there. */
const attach: ActionRow = {
  roles: [...PARTNER, 'officer'],
  relation: 'own-institution',
  source: 'Permenaker 1/2025 art. 79; design.md section 7',
};
const verify: ActionRow = { roles: OFFICER, source: 'PP 44/2015 art. 40(3): requirements met' };
const waive: ActionRow = { roles: OFFICER, source: 'rules.md section 6: who may waive; seen again with the point completeness' };
const request: ActionRow = { roles: OFFICER, source: 'design.md section 3' };
const complete: ActionRow = { roles: OFFICER, source: 'PP 44/2015 arts. 37(2), 40(3): the payment clock starts at completeness' };
const revoke: ActionRow = { roles: DECIDERS, relation: 'two-persons', source: 'rules.md section 7: completeness-revoked' };
const triage: ActionRow = { roles: OFFICER, source: 'PP 44/2015 art. 57-58; law.md section 3' };
const event: ActionRow = { roles: OFFICER, source: 'rules.md section 1: the day of the event; a point under four eyes' };
const heirs: ActionRow = { roles: OFFICER, source: 'PP 44/2015 arts. 37(4), 40' };
const injury: ActionRow = { roles: OFFICER, source: 'PP 44/2015 art. 25; PP 82/2019 annex III' };
const treatment: ActionRow = { roles: OFFICER, source: 'Permenaker 1/2025 art. 19: stage II' };
const payee: ActionRow = { roles: OFFICER, source: 'design.md section 5' };
const recommend: ActionRow = { roles: OFFICER, source: 'design.md section 3' };
const decide: ActionRow = { roles: ['approver'], relation: 'not-maker', source: FOUR_EYES };
const pause: ActionRow = { roles: ['officer', 'supervisor', 'approver'], source: 'rules.md section 7: pause grounds' };
const extend: ActionRow = { roles: ['supervisor'], source: 'design.md section 4: our own promise, never the law' };
const acknowledge: ActionRow = { roles: ['supervisor'], source: 'rules.md section 7: ladder' };
const release: ActionRow = { roles: DECIDERS, relation: 'two-persons', source: 'design.md section 4: late money after four eyes' };
const resolve: ActionRow = { roles: DECIDERS, relation: 'two-persons', source: 'design.md section 5: unknown payments' };
const exempt: ActionRow = { roles: DECIDERS, relation: 'two-persons', source: 'design.md section 5: freeze periods' };
const withdraw: ActionRow = {
  roles: ['partner-head', 'officer'],
  relation: 'own-institution',
  source: 'design.md section 3; ADR 0028: a head, and whatever several institutions reported, needs a second person',
};
const appeal: ActionRow = { roles: ['partner-head', 'officer'], relation: 'own-institution', source: 'UU 24/2011 art. 48' };
const reopen: ActionRow = { roles: ['supervisor'], source: 'design.md section 3: reopening' };

const HOLDING = { pauseClock: pause, resumeClock: pause, extendPromise: extend, acknowledgeEscalation: acknowledge } as const;
const GATHERING = {
  ...HOLDING,
  attachDocuments: attach,
  verifyDocuments: verify,
  waiveDocument: waive,
  requestCompletion: request,
  declareComplete: complete,
  triageCause: triage,
  correctEvent: event,
  assessInjury: injury,
  concludeTreatment: treatment,
  resolveUnknownPayout: resolve,
  exemptPayout: exempt,
  withdraw,
} as const;

/** Status → commands allowed. Screens ask the same table which buttons are enabled; a new status is a row here, not an `if`. */
export const ACTIONS = {
  registered: GATHERING,
  collecting: GATHERING,
  verifying: {
    ...HOLDING,
    attachDocuments: attach,
    verifyDocuments: verify,
    waiveDocument: waive,
    requestCompletion: request,
    revokeCompleteness: revoke,
    triageCause: triage,
    correctEvent: event,
    resolveHeirs: heirs,
    assessInjury: injury,
    concludeTreatment: treatment,
    confirmPayeeAccount: payee,
    recommend,
    resolveUnknownPayout: resolve,
    exemptPayout: exempt,
    withdraw,
  },
  recommended: {
    ...HOLDING,
    attachDocuments: attach,
    revokeCompleteness: revoke,
    decidePoints: decide,
    resolveUnknownPayout: resolve,
    exemptPayout: exempt,
    withdraw,
  },
  approved: { ...HOLDING, resolveUnknownPayout: resolve, exemptPayout: exempt },
  paying: { ...HOLDING, resolveUnknownPayout: resolve, exemptPayout: exempt },
  paid: {
    acknowledgeEscalation: acknowledge,
    confirmPayeeAccount: payee,
    releasePayout: release,
    resolveUnknownPayout: resolve,
    exemptPayout: exempt,
  },
  rejected: { appeal, reopen },
  lapsed: { appeal, reopen },
  withdrawn: { reopen },
  closed: { reopen },
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
  if (isPartner && !isParty(claim, actor.institution)) {
    return refuse('not-your-role', 'Klaim ini dilaporkan lembaga lain.', 'design.md section 12, invariant 12');
  }
  if (row.relation === 'not-maker' && madeAllOf(claim, actor)) {
    return refuse('maker-is-checker', 'Semua butir yang terbuka ikut Anda buat. Orang lain yang memutuskan.', FOUR_EYES);
  }
  return undefined;
}

/** Nothing is left that this person could decide without being maker and checker. */
function madeAllOf(claim: ClaimState, { id }: ActorRef): boolean {
  const atStake = claim.recommendation ? pointsAtStake(claim, claim.recommendation.outcome) : [];
  const open = atStake.map((point) => claim.points[point]).filter((point) => point?.verdict === 'open');
  return open.length > 0 && open.every((point) => point?.makers.some((maker) => isSamePerson(maker, id)));
}
