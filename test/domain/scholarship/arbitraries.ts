import fc from 'fast-check';
import { SCHOLARSHIP_LEVELS } from '#domain/law/rules/pack.ts';
import { type ScholarshipChild, type ScholarshipInput, WORK_KINDS } from '#domain/scholarship/scholarship-input.ts';
import { type Day, fromEpochDay, toEpochDay } from '#domain/time/calendar/day.ts';
import { EVENT_ON } from './children.ts';

export const YEARS = [2025, 2026, 2027, 2028, 2029, 2030];
const near = (days: number) => fc.integer({ min: -days, max: days }).map((offset): Day => fromEpochDay(toEpochDay(EVENT_ON) + offset));
// Many around 23, the rest from cradle to university.
const birthDate = fc
  .oneof(fc.integer({ min: -8500, max: -6500 }), fc.integer({ min: -8000, max: 200 }))
  .map((offset): Day => fromEpochDay(toEpochDay(EVENT_ON) + offset));
const schooling = fc.uniqueArray(
  fc.record({ schoolYear: fc.integer({ min: 2022, max: 2031 }), level: fc.constantFrom(...SCHOLARSHIP_LEVELS), proof: fc.boolean() }),
  { selector: ({ schoolYear }) => schoolYear, maxLength: 10 },
);
const anyChild = fc.record(
  {
    birthDate,
    schooling,
    declaredOrder: fc.integer({ min: 1, max: 4 }),
    marriedOn: near(900),
    workingFrom: near(900),
    workKind: fc.constantFrom(...WORK_KINDS),
    workMonths: fc.integer({ min: 5, max: 8 }),
  },
  { requiredKeys: ['birthDate', 'schooling'] },
);
const switches = fc.record(
  {
    'scholarship.endsAt23': fc.constantFrom('lineBeforeBirthday', 'proRata'),
    'scholarship.childOrder': fc.constantFrom('birthDate', 'asDeclared'),
    'scholarship.backPay': fc.constantFrom('unlimited', 'years:0', 'years:2'),
  },
  { requiredKeys: [] },
);
export const inputs = fc
  .record({
    programme: fc.constantFrom('jkm', 'jkk'),
    contributionMonths: fc.integer({ min: 34, max: 37 }),
    children: fc.array(anyChild, { maxLength: 5 }),
    schoolYears: fc.subarray(YEARS, { minLength: 1 }),
    switches,
  })
  .map(({ children, ...rest }) => ({
    ...rest,
    eventOn: EVENT_ON,
    children: children.map((child, index) => ({ id: `child-${index}`, ...child }) as ScholarshipChild),
  })) as fc.Arbitrary<ScholarshipInput>;
