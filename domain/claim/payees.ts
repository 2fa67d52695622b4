import type { PayeeClass } from '../benefit/lines.ts';
import type { HeirsOutcome } from './parts.ts';

/** Who can receive money of a death: the heirs, or, where there are none, whoever arranged the funeral and the Social Security Fund. */
export function payableClasses({ payeeClass }: HeirsOutcome): readonly PayeeClass[] {
  return payeeClass === 'heirs' ? ['heirs'] : ['funeralArranger', 'fund'];
}

/** The payee of the outcome, and nobody else; the fund's share is never an account of whoever arranged the funeral. */
export function canBePaid(outcome: HeirsOutcome, payeeClass: string, personId: string): boolean {
  if (!(payableClasses(outcome) as readonly string[]).includes(payeeClass)) return false;
  return payeeClass === 'fund' ? personId !== outcome.payee : personId === outcome.payee;
}
