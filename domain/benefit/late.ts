import { fractionOf } from '../money.ts';
import type { RateRow } from '../rules/pack.ts';
import type { Switches } from '../rules/switches.ts';
import { addLine, type Payees, type Sheet, totalOf } from './lines.ts';

/** Owed on top of a claim paid late; care is paid to providers and is no cash of the programme. */
export function addLate(sheet: Sheet, lateDays: number, rate: RateRow, payees: Payees, reading: Switches['late.base']): void {
  if (lateDays === 0) return;
  const base = totalOf(reading === 'wholeClaim' ? sheet.lines : sheet.lines.filter(({ payeeClass }) => payeeClass !== 'provider'));
  const amount = fractionOf(base, rate.basisPoints * lateDays, 10_000);
  const step = `Terlambat ${lateDays} hari × ${rate.basisPoints / 100}% dari ${reading === 'wholeClaim' ? 'seluruh klaim' : 'manfaat uang program'}`;
  addLine(sheet, { benefit: 'late.compensation', amount, payeeClass: payees.cash }, step, rate);
}
