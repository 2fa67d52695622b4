import type { PayeeClass } from '#domain/law/benefit/lines.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { HeirsOutcome, Injury } from './parts.ts';
import { hasLivePayout } from './payout-lines.ts';
import type { ClaimState } from './state.ts';
import { PAYEE_TERMS } from './terms.ts';

export const NO_PARTNER = 'design.md section 12, invariant 2';

type WhoseMoney = Pick<ClaimState, 'kind' | 'participantId' | 'heirs' | 'injury'>;

/**
 * Who can receive money: of an accident the participant, of a death the heirs, or, where there are none, whoever arranged the funeral and
 * the Social Security Fund. Whoever gave care is paid beside them, for receipts.
 */
export function payableClasses({ kind, heirs, injury }: WhoseMoney): readonly PayeeClass[] {
  return [...cashClasses(kind, heirs), ...(hasCare(injury) ? (['provider'] as const) : [])];
}

/** The payee the claim names, and nobody else; neither the fund's share nor the care is ever paid to that same person. */
export function canBePaid(whose: WhoseMoney, payeeClass: string, personId: string): boolean {
  if (!(payableClasses(whose) as readonly string[]).includes(payeeClass)) return false;
  if (payeeClass === 'participant') return personId === whose.participantId;
  const named = whose.kind === 'accident' ? whose.participantId : whose.heirs?.payee;
  return payeeClass === 'fund' || payeeClass === 'provider' ? personId !== named : personId === named;
}

export function refuseSubmitter(claim: ClaimState, personId: string | null): Refusal | undefined {
  if (personId === null || !claim.submitters.includes(personId)) return undefined;
  return refuse('payee-is-partner', 'Pelapor dan lembaga mitra tidak boleh menerima santunan.', NO_PARTNER);
}

/** A further report may come from somebody whose account was confirmed already: looked at again before anything is ordered. */
export function refuseReportingPayee(claim: ClaimState, advice: string): Refusal | undefined {
  const standing = Object.entries(claim.payees) as [PayeeClass, { readonly personId: string }][];
  const payable = standing.filter(([payeeClass]) => payableClasses(claim).includes(payeeClass));
  const found = payable.find(([payeeClass, { personId }]) => claim.submitters.includes(personId) && !hasLivePayout(claim, payeeClass));
  if (!found) return undefined;
  return refuse('payee-is-partner', `Penerima ${PAYEE_TERMS[found[0]]} ternyata pelapor kejadian ini. ${advice}`, NO_PARTNER);
}

function cashClasses(kind: ClaimState['kind'], heirs: HeirsOutcome | undefined): readonly PayeeClass[] {
  if (kind === 'accident') return ['participant'];
  if (!heirs) return [];
  return heirs.payeeClass === 'heirs' ? ['heirs'] : ['funeralArranger', 'fund'];
}

function hasCare(injury: Injury | undefined): boolean {
  return (injury?.medicalReceipts ?? 0) > 0 || (injury?.homeCareReceipts ?? 0) > 0;
}
