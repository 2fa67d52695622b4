import { InputError } from '#domain/input-error.ts';
import type { BenefitInput, Disability } from './benefit-input.ts';

const WHOLE = 10_000;
const NUMBERS = ['wageBase', 'stmbDays', 'medicalReceipts', 'homeCareReceipts', 'lateDays'] as const;
const ACCIDENT_ONLY = ['disability', 'stmbDays', 'transport', 'medicalReceipts', 'homeCareReceipts'] as const;

/** Refuses what cannot be calculated with; shapes are the border's business. */
export function checkInput(input: BenefitInput): void {
  for (const [index, { membershipMonths, contributionMonths }] of input.memberships.entries()) {
    wholeNumber(membershipMonths, `memberships.${index}.membershipMonths`);
    wholeNumber(contributionMonths, `memberships.${index}.contributionMonths`);
  }
  for (const field of NUMBERS) wholeNumber(input[field], field);
  for (const [index, { receipts }] of (input.transport ?? []).entries()) wholeNumber(receipts, `transport.${index}.receipts`);
  if (input.disability) checkDisability(input.disability);
  checkFit(input);
}

function checkFit(input: BenefitInput): void {
  if (input.programme === 'jkm') {
    if (input.event !== 'death') throw invalid('event', 'JKM hanya untuk kematian; kecelakaan kerja diajukan sebagai JKK.');
    for (const field of ACCIDENT_ONLY) {
      if (input[field] !== undefined) throw invalid(field, 'Manfaat ini milik JKK dan tidak dapat dihitung pada klaim JKM.');
    }
  }
  // A person is paid for the disability or for the death it ended in, never for both.
  if (input.event === 'death' && input.disability) throw invalid('disability', 'Santunan cacat tidak dibayar bersama santunan kematian.');
}

function checkDisability({ kind, tableBasisPoints, lostBasisPoints }: Disability): void {
  share(tableBasisPoints, 'disability.tableBasisPoints', kind !== 'total');
  share(lostBasisPoints, 'disability.lostBasisPoints', kind === 'partialFunctional');
}

function share(value: number | undefined, field: string, needed: boolean): void {
  if (value === undefined && needed) throw invalid(field, 'Persentase ini harus diisi untuk jenis cacat ini.');
  wholeNumber(value, field);
  if (value !== undefined && value > WHOLE) throw invalid(field, `Paling banyak ${WHOLE} (100%).`);
}

function wholeNumber(value: number | undefined, field: string): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return;
  throw invalid(field, 'Harus bilangan bulat, tidak kurang dari 0.');
}

/** Where to look when a result no longer fits: the largest number of the input. */
export function largestField(input: BenefitInput): string {
  let largest: (typeof NUMBERS)[number] = 'wageBase';
  for (const field of NUMBERS) if ((input[field] ?? 0) > (input[largest] ?? 0)) largest = field;
  return largest;
}

export function invalid(field: string, message: string): InputError {
  return new InputError('invalid-input', field, message);
}
