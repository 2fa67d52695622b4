import { nameSimilarity } from '#domain/people/names/person-name.ts';
import { WHOLE } from '#domain/people/names/word-likeness.ts';
import { type Day, parseDay } from '#domain/time/calendar/day.ts';
import type { Agreement } from './checks.ts';

export type DayAgreement = 'same' | 'near' | 'differs' | 'unknown';

/** `near` is one wrong digit, or day and month changed over: what a hand makes of a date. */
export function dayAgreement(one: Day | undefined, other: Day | undefined): DayAgreement {
  if (one === undefined || other === undefined) return 'unknown';
  if (one === other) return 'same';
  const wrongDigits = [...one].filter((digit, index) => digit !== other[index]).length;
  return wrongDigits === 1 || changedOver(one) === other ? 'near' : 'differs';
}

/** Every day that is `same` or `near`, itself first: what a store looks people up by. */
export function daysMistakenFor(on: Day): readonly Day[] {
  const slips = [...on].flatMap((digit, index) =>
    digit === '-' ? [] : [...'0123456789'].map((other) => on.slice(0, index) + other + on.slice(index + 1)),
  );
  return [...new Set([on, ...[changedOver(on), ...slips].flatMap((text) => parseDay(text) ?? [])])];
}

function changedOver(on: Day): string {
  return `${on.slice(0, 4)}-${on.slice(8, 10)}-${on.slice(5, 7)}`;
}

const NAME_SHARE = 60;
const DAY_SHARE = 40;
const DAY_BASIS_POINTS: Readonly<Record<DayAgreement, number>> = { same: WHOLE, near: 7_000, unknown: 6_500, differs: 0 };

export type KnownPerson = { readonly name: string; readonly birthDate?: Day };
export type PersonSimilarity = {
  readonly basisPoints: number;
  readonly nameBasisPoints: number;
  readonly agrees: readonly Agreement[];
};

export function personSimilarity(one: KnownPerson, other: KnownPerson): PersonSimilarity {
  const nameBasisPoints = nameSimilarity(one.name, other.name);
  const birth = dayAgreement(one.birthDate, other.birthDate);
  const agrees: Agreement[] = [];
  if (nameBasisPoints === WHOLE) agrees.push('name');
  if (birth === 'same') agrees.push('birth-date');
  return { basisPoints: Math.floor((nameBasisPoints * NAME_SHARE + DAY_BASIS_POINTS[birth] * DAY_SHARE) / 100), nameBasisPoints, agrees };
}
