import type { PayeeClass } from '../benefit/lines.ts';
import { type Rupiah, sumRupiah } from '../money.ts';
import type { Switches } from '../rules/switches.ts';
import type { PayoutState } from './state.ts';

export type LateShare = { readonly payeeClass: PayeeClass; readonly base: Rupiah };

/**
 * What each payee's compensation for lateness is counted on: the cash paid to that payee. Care is paid to providers, who are owed none;
 * read as the whole claim, it counts for whoever gets the cash first.
 */
export function lateShares(
  paid: readonly Pick<PayoutState, 'payeeClass' | 'amount'>[],
  reading: Switches['late.base'],
): readonly LateShare[] {
  const sumOf = (payeeClass: PayeeClass): Rupiah =>
    sumRupiah(paid.filter((one) => one.payeeClass === payeeClass).map(({ amount }) => amount));
  const classes = [...new Set(paid.map(({ payeeClass }) => payeeClass))].filter((payeeClass) => payeeClass !== 'provider');
  const care = reading === 'wholeClaim' ? [sumOf('provider')] : [];
  return classes.map((payeeClass, index) => ({ payeeClass, base: sumRupiah([sumOf(payeeClass), ...(index === 0 ? care : [])]) }));
}
