import { cite, type ExplanationStep, type Sourced } from '#domain/law/rules/explanation.ts';
import type { Programme } from '#domain/law/rules/pack.ts';
import { type Rupiah, rupiah } from '#domain/money/money.ts';

export const BENEFITS = [
  'jkm.lump',
  'jkm.periodic',
  'jkm.funeral',
  'jkm.reduced',
  'jkk.death',
  'jkk.periodic',
  'jkk.funeral',
  'jkk.disability.partialAnatomical',
  'jkk.disability.partialFunctional',
  'jkk.disability.total',
  'jkk.stmb',
  'jkk.transport.land',
  'jkk.transport.sea',
  'jkk.transport.air',
  'jkk.medical',
  'jkk.homeCare',
  'late.compensation',
  'scholarship',
] as const;
export type BenefitId = (typeof BENEFITS)[number];

/** Money for the burial; under three months everything is, where it is not labelled otherwise. */
export function isFuneralMoney(benefit: BenefitId): boolean {
  return benefit === 'jkm.funeral' || benefit === 'jkk.funeral' || benefit === 'jkm.reduced';
}

export const PAYEE_CLASSES = ['heirs', 'participant', 'funeralArranger', 'fund', 'provider'] as const;
export type PayeeClass = (typeof PAYEE_CLASSES)[number];

export type BenefitLine = { readonly benefit: BenefitId; readonly amount: Rupiah; readonly payeeClass: PayeeClass };

/** Who gets what of one claim. */
export type Payees = { readonly cash: PayeeClass; readonly funeral: PayeeClass; readonly care: PayeeClass };

/** The calculation as it grows: lines in the order they are owed, and the steps that led to them. */
export type Sheet = { readonly lines: BenefitLine[]; readonly steps: ExplanationStep[] };

/** Adds a line and its step; an amount of 0 is explained but is no line. */
export function addLine(sheet: Sheet, line: BenefitLine, step: string, row: Sourced): void {
  sheet.steps.push({ step, amount: line.amount, source: cite(row) });
  if (line.amount > 0) sheet.lines.push(line);
}

export function note(sheet: Sheet, step: string, row: Sourced): void {
  sheet.steps.push({ step, source: cite(row) });
}

export function totalOf(lines: readonly BenefitLine[]): Rupiah {
  let total = 0;
  for (const { amount } of lines) total += amount;
  return rupiah(total);
}

/** Late compensation belongs to the programme whose money was late. */
export function programmeOf(benefit: BenefitId, claimed: Programme): Programme {
  if (benefit === 'late.compensation' || benefit === 'scholarship') return claimed;
  return benefit.startsWith('jkm.') ? 'jkm' : 'jkk';
}
