import { isFuneralMoney, type PayeeClass } from '#domain/law/benefit/lines.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { type Rupiah, sumRupiah } from '#domain/money/money.ts';
import type { PayoutState } from './state.ts';

export type LateShare = { readonly payeeClass: PayeeClass; readonly base: Rupiah };
type Paid = Pick<PayoutState, 'payeeClass' | 'amount' | 'lines'>;

/**
 * What each payee's compensation for lateness is counted on: the cash paid to that payee. Care is paid to providers, who are owed none;
 * read as the whole claim, it counts for whoever gets the cash first.
 */
export function lateShares(paid: readonly Paid[], reading: Switches['late.base']): readonly LateShare[] {
  const sumOf = (payeeClass: PayeeClass): Rupiah =>
    sumRupiah(paid.filter((one) => one.payeeClass === payeeClass).map((one) => baseOf(one, reading)));
  const classes = [...new Set(paid.map(({ payeeClass }) => payeeClass))].filter((payeeClass) => payeeClass !== 'provider');
  const care = reading === 'wholeClaim' ? [sumOf('provider')] : [];
  return classes.map((payeeClass, index) => ({ payeeClass, base: sumRupiah([sumOf(payeeClass), ...(index === 0 ? care : [])]) }));
}

function baseOf({ amount, lines }: Paid, reading: Switches['late.base']): Rupiah {
  if (reading !== 'withoutFuneral') return amount;
  return sumRupiah(lines.filter(({ benefit }) => !isFuneralMoney(benefit)).map((line) => line.amount));
}
