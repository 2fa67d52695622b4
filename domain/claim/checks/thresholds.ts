import { InputError } from '#domain/input-error.ts';
import type { CountRow, RateRow } from '#domain/law/rules/pack.ts';
import { countRow, rateRow } from '#domain/law/rules/rows.ts';
import { type Day, day } from '#domain/time/calendar/day.ts';

/** Where a check begins to ask. They accuse nobody: the branch measures them against what its people find, and dates the next ones. */
export type CheckThresholds = {
  readonly id: string;
  readonly validFrom: Day;
  /** Days between the beginning of membership and death. */
  readonly registeredShortlyBefore: CountRow;
  /** Days looked back from a death for the two counts that follow; the death itself counts. */
  readonly deathsWindow: CountRow;
  readonly deathsAtBranch: CountRow;
  readonly deathsOfAgent: CountRow;
  /** Other families paid on one account. */
  readonly otherFamiliesOnAccount: CountRow;
  /** Two accidents of one participant this near may be one. */
  readonly overlapDays: CountRow;
  /** Name and birth date together, and the name by itself. */
  readonly samePerson: RateRow;
  readonly sameName: RateRow;
  /** A name on record below this is another one. */
  readonly otherName: RateRow;
};

const FIRST_GUESS = 'Ambang awal Santun, belum dikalibrasi';

export const CHECK_THRESHOLDS: readonly CheckThresholds[] = [
  {
    id: 'ambang-2015',
    validFrom: day('2015-07-01'),
    registeredShortlyBefore: countRow(30, FIRST_GUESS, 'inferred'),
    deathsWindow: countRow(30, FIRST_GUESS, 'inferred'),
    deathsAtBranch: countRow(5, FIRST_GUESS, 'inferred'),
    deathsOfAgent: countRow(3, FIRST_GUESS, 'inferred'),
    otherFamiliesOnAccount: countRow(1, FIRST_GUESS, 'inferred'),
    overlapDays: countRow(30, FIRST_GUESS, 'inferred'),
    samePerson: rateRow(8_500, FIRST_GUESS, 'inferred'),
    sameName: rateRow(8_000, FIRST_GUESS, 'inferred'),
    otherName: rateRow(7_000, FIRST_GUESS, 'inferred'),
  },
];

/** Those in force on the day of the event. */
export function thresholdsOn(on: Day, all: readonly CheckThresholds[] = CHECK_THRESHOLDS): CheckThresholds {
  const begun = all.filter(({ validFrom }) => validFrom <= on);
  const latest = begun.reduce<CheckThresholds | undefined>((best, one) => (best && best.validFrom > one.validFrom ? best : one), undefined);
  if (!latest) throw new InputError('invalid-input', 'eventOn', `Belum ada ambang pemeriksaan untuk ${on}.`);
  return latest;
}
