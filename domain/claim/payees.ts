import type { PayeeClass } from '../benefit/lines.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { HeirsOutcome } from './parts.ts';
import { hasLivePayout } from './payout-lines.ts';
import type { ClaimState } from './state.ts';
import { PAYEE_TERMS } from './terms.ts';

export const NO_PARTNER = 'design.md section 12, invariant 2';

/** Who can receive money of a death: the heirs, or, where there are none, whoever arranged the funeral and the Social Security Fund. */
export function payableClasses({ payeeClass }: HeirsOutcome): readonly PayeeClass[] {
  return payeeClass === 'heirs' ? ['heirs'] : ['funeralArranger', 'fund'];
}

/** The payee of the outcome, and nobody else; the fund's share is never an account of whoever arranged the funeral. */
export function canBePaid(outcome: HeirsOutcome, payeeClass: string, personId: string): boolean {
  if (!(payableClasses(outcome) as readonly string[]).includes(payeeClass)) return false;
  return payeeClass === 'fund' ? personId !== outcome.payee : personId === outcome.payee;
}

export function refuseSubmitter(claim: ClaimState, personId: string | null): Refusal | undefined {
  if (personId === null || !claim.submitters.includes(personId)) return undefined;
  return refuse('payee-is-partner', 'Pelapor dan lembaga mitra tidak boleh menerima santunan.', NO_PARTNER);
}

/** A further report may come from somebody whose account was confirmed already: looked at again before anything is ordered. */
export function refuseReportingPayee(claim: ClaimState, advice: string): Refusal | undefined {
  const standing = Object.entries(claim.payees) as [PayeeClass, { readonly personId: string }][];
  const found = standing.find(([payeeClass, { personId }]) => claim.submitters.includes(personId) && !hasLivePayout(claim, payeeClass));
  if (!found) return undefined;
  return refuse('payee-is-partner', `Penerima ${PAYEE_TERMS[found[0]]} ternyata pelapor kematian ini. ${advice}`, NO_PARTNER);
}
