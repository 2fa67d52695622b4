import type { RateRow } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { fractionOf } from '#domain/money/money.ts';
import { addLine, type BenefitLine, isFuneralMoney, type Payees, type Sheet, totalOf } from './lines.ts';

const BASE_TERMS: Record<Switches['late.base'], string> = {
  programmeCash: 'manfaat uang program',
  wholeClaim: 'seluruh klaim',
  withoutFuneral: 'manfaat uang program tanpa biaya pemakaman',
};

/** Owed on top of a claim paid late; care is paid to providers and is no cash of the programme. */
export function addLate(sheet: Sheet, lateDays: number, rate: RateRow, payees: Payees, reading: Switches['late.base']): void {
  if (lateDays === 0) return;
  const base = totalOf(sheet.lines.filter((line) => isInBase(line, reading)));
  const amount = fractionOf(base, rate.basisPoints * lateDays, 10_000);
  const step = `Terlambat ${lateDays} hari × ${rate.basisPoints / 100}% dari ${BASE_TERMS[reading]}`;
  addLine(sheet, { benefit: 'late.compensation', amount, payeeClass: payees.cash }, step, rate);
}

function isInBase({ benefit, payeeClass }: BenefitLine, reading: Switches['late.base']): boolean {
  switch (reading) {
    case 'wholeClaim':
      return true;
    case 'programmeCash':
      return payeeClass !== 'provider';
    case 'withoutFuneral':
      return payeeClass !== 'provider' && !isFuneralMoney(benefit);
    default:
      return reading satisfies never;
  }
}
