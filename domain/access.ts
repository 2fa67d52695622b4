import { isParty, type Parties } from './claim/parties.ts';
import type { Actor, Role } from './people/actor.ts';
import { ENTITLEMENT_ROLES } from './scholarship/entitlement/commands.ts';

const BPJS: readonly Role[] = ['officer', 'approver', 'supervisor', 'auditor'];
const PARTNER: readonly Role[] = ['partner-staff', 'partner-head', 'machine'];

/** What people ask of the API besides commands, and who may. Commands are governed by domain/claim/actions.ts. */
export const READS = {
  'read-claims': [...BPJS, ...PARTNER],
  'read-claim': [...BPJS, ...PARTNER],
  /** Each decision of a sitting is governed by the table of commands. */
  'decide-together': [...BPJS, ...PARTNER],
  'read-checks': BPJS,
  'read-family-codes': [...BPJS, 'partner-staff', 'partner-head'],
  /** Whoever stands before the family: makes a code, sends or prints it, takes it back. */
  'give-family-codes': ['officer', 'partner-staff', 'partner-head'],
  'end-family-codes': ['officer', 'partner-staff', 'partner-head'],
  'read-events': PARTNER,
  'read-audit': ['supervisor', 'auditor'],
  'read-receipts': BPJS,
  'read-escalations': ['supervisor', 'auditor'],
  'read-incidents': ['supervisor', 'auditor'],
  'read-late-news': BPJS,
  'settle-late-news': ['officer', 'approver', 'supervisor'],
  'read-waiting-news': BPJS,
  'dismiss-waiting-news': ['supervisor'],
  'move-time': ['supervisor'],
  'read-calendars': BPJS,
  'change-calendars': ['supervisor'],
  'read-readings': BPJS,
  'change-readings': ['supervisor'],
  'read-reconciliations': ['approver', 'supervisor', 'auditor'],
  'settle-reconciliations': ['approver', 'supervisor'],
  'read-entitlements': [...BPJS, ...PARTNER],
  'open-entitlement': ['officer'],
  'submit-scholarship-proof': ENTITLEMENT_ROLES.submitProof,
  'verify-scholarship': ENTITLEMENT_ROLES.verifyProof,
  'release-scholarship': ENTITLEMENT_ROLES.releaseYear,
  'resolve-scholarship-payment': ENTITLEMENT_ROLES.resolveUnknownPayment,
  'read-notices': [...BPJS, ...PARTNER],
  'change-entitlement': ['officer', 'approver', 'supervisor'],
  'read-freezes': BPJS,
  'change-freezes': ['supervisor'],
  'read-reports': ['approver', 'supervisor', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;
export type Read = keyof typeof READS;

export function mayAsk(actor: Actor, read: Read): boolean {
  const roles: readonly Role[] = READS[read];
  return roles.includes(actor.role);
}

/** Whether this claim exists for this person at all: partners know only what their own institution reported or prepared for. */
export function maySee(actor: Actor, claim: Parties): boolean {
  if (BPJS.includes(actor.role)) return true;
  return PARTNER.includes(actor.role) && isParty(claim, actor.institution);
}

/** Partners see stage, papers and dates; amounts, accounts and the cause only people of BPJS Ketenagakerjaan. */
export function maySeeMoney(actor: Actor): boolean {
  return BPJS.includes(actor.role);
}

/** Undefined: everything this role may see; otherwise only this institution's. */
export function institutionLimit(actor: Actor): string | undefined {
  return PARTNER.includes(actor.role) ? (actor.institution ?? '') : undefined;
}
