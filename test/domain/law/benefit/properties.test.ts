import fc from 'fast-check';
import type { BenefitInput } from '#domain/law/benefit/benefit-input.ts';
import { calculateBenefits } from '#domain/law/benefit/calculate.ts';
import { BENEFITS } from '#domain/law/benefit/lines.ts';
import { COVERAGE_STATUSES, type Membership, SEGMENTS } from '#domain/law/coverage/coverage-types.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { addDays, day } from '#domain/time/calendar/day.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { pu } from './claims.ts';

const numRuns = propertyRuns;
const wage = fc.integer({ min: 0, max: 50_000_000 });
const receipts = fc.integer({ min: 0, max: 60_000_000 });
const on = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays(day('2015-07-01'), days));
const membership: fc.Arbitrary<Membership> = fc.record({
  segment: fc.constantFrom(...SEGMENTS),
  employer: fc.constantFrom('e1', 'e2', 'e3'),
  status: fc.constantFrom(...COVERAGE_STATUSES),
  membershipMonths: fc.nat(6),
  contributionMonths: fc.nat(6),
});
const switches: fc.Arbitrary<Partial<Switches>> = fc.record(
  {
    'jkm.threeMonthTest': fc.constantFrom('bothMonths', 'membershipOnly', 'contributionsOnly'),
    'jkm.monthCounting': fc.constantFrom('calendarMonths', 'contributionMonths', 'days90'),
    'jkm.insideThirdMonth': fc.constantFrom('reduced', 'full'),
    'jkm.threeMonthSegments': fc.constantFrom('bpuOnly', 'all'),
    'jkm.reducedLabel': fc.constantFrom('funeral10', 'lump8funeral2'),
    'jkm.doubleMembership': fc.constantFrom('perEmployer', 'perMembership', 'once'),
    'coverage.arrearsPayableUntil': fc.constantFrom('beforePayout', 'beforeDeath'),
    'late.base': fc.constantFrom('programmeCash', 'wholeClaim'),
  },
  { requiredKeys: [] },
);
const common = { on, memberships: fc.array(membership, { maxLength: 4 }), hasHeir: fc.boolean(), lateDays: fc.nat(400), switches };
const transport = fc.array(fc.record({ mode: fc.constantFrom('land', 'sea', 'air'), receipts }), { maxLength: 4 });
const care = { transport, stmbDays: fc.nat(900), medicalReceipts: receipts, homeCareReceipts: receipts, wageBase: wage };
const disability = fc.record({
  kind: fc.constantFrom('partialAnatomical', 'partialFunctional', 'total'),
  tableBasisPoints: fc.nat(10_000),
  lostBasisPoints: fc.nat(10_000),
});
const jkm: fc.Arbitrary<BenefitInput> = fc.record({ programme: fc.constant('jkm'), event: fc.constant('death'), ...common });
const death: fc.Arbitrary<BenefitInput> = fc.record({ programme: fc.constant('jkk'), event: fc.constant('death'), ...common, ...care });
const accident: fc.Arbitrary<BenefitInput> = fc.record({
  programme: fc.constant('jkk'),
  event: fc.constant('accident'),
  ...common,
  ...care,
  disability,
});
const anyClaim = fc.oneof(jkm, death, accident);

const totalOf = (input: BenefitInput): number => calculateBenefits(input).total;

describe('whatever the claim', () => {
  test('the total is the sum of the lines, every line is a whole positive amount, and no benefit has two lines', () => {
    fc.assert(
      fc.property(anyClaim, (input) => {
        const { lines, total } = calculateBenefits(input);
        expect(total).toBe(lines.reduce((sum, { amount }) => sum + amount, 0));
        expect(lines.every(({ amount }) => Number.isSafeInteger(amount) && amount > 0)).toBe(true);
        expect(new Set(lines.map(({ benefit }) => benefit)).size).toBe(lines.length);
        expect(lines.every(({ benefit }) => BENEFITS.includes(benefit))).toBe(true);
      }),
      { numRuns },
    );
  });

  test('there is a reason exactly where no membership can be paid for', () => {
    fc.assert(
      fc.property(anyClaim, (input) => {
        const { lines, reasons, conditions } = calculateBenefits(input);
        const covered = input.memberships.some(({ status }) => status === 'active');
        if (covered) expect(reasons).toEqual([]);
        if (reasons.length > 0) expect([lines, conditions]).toEqual([[], []]);
      }),
      { numRuns },
    );
  });

  test('the order in which memberships and trips are told changes nothing', () => {
    fc.assert(
      fc.property(anyClaim, (input) => {
        const { explanation: _, ...told } = calculateBenefits(input);
        const { explanation: __, ...reversed } = calculateBenefits({
          ...input,
          memberships: [...input.memberships].reverse(),
          ...(input.transport ? { transport: [...input.transport].reverse() } : {}),
        });
        expect(reversed).toEqual(told);
      }),
      { numRuns },
    );
  });

  test('calculating twice gives the same, and the input is left as it was', () => {
    fc.assert(
      fc.property(anyClaim, (input) => {
        const before = structuredClone(input);
        expect(calculateBenefits(input)).toEqual(calculateBenefits(structuredClone(input)));
        expect(input).toEqual(before);
      }),
      { numRuns },
    );
  });

  test('an explanation leads to the total, and every step of it has a source', () => {
    fc.assert(
      fc.property(anyClaim, (input) => {
        const { explanation, total, lines } = calculateBenefits(input);
        expect(explanation.at(-1)).toMatchObject({ step: 'Jumlah', amount: total });
        expect(explanation.every(({ step, source }) => step.length > 0 && source.length > 0)).toBe(true);
        for (const { amount } of lines) expect(explanation.some((step) => step.amount === amount)).toBe(true);
      }),
      { numRuns },
    );
  });
});

describe('nobody loses by having more', () => {
  test('a higher wage never lowers a JKK benefit', () => {
    fc.assert(
      fc.property(fc.oneof(death, accident), wage, (input, raise) => {
        expect(totalOf({ ...input, wageBase: (input.wageBase ?? 0) + raise })).toBeGreaterThanOrEqual(totalOf(input));
      }),
      { numRuns },
    );
  });

  test('another employer that covers the day never lowers a benefit', () => {
    fc.assert(
      fc.property(anyClaim, (input) => {
        const more = { ...input, memberships: [...input.memberships, pu('e9')] };
        expect(totalOf(more)).toBeGreaterThanOrEqual(totalOf(input));
      }),
      { numRuns },
    );
  });

  test('another month of membership and contributions never lowers a benefit', () => {
    fc.assert(
      fc.property(anyClaim, (input) => {
        const memberships = input.memberships.map((told) => ({
          ...told,
          membershipMonths: told.membershipMonths + 1,
          contributionMonths: told.contributionMonths + 1,
        }));
        expect(totalOf({ ...input, memberships })).toBeGreaterThanOrEqual(totalOf(input));
      }),
      { numRuns },
    );
  });

  test('having no heir moves money between payees and changes no amount', () => {
    fc.assert(
      fc.property(anyClaim, (input) => {
        const amounts = (hasHeir: boolean) =>
          calculateBenefits({ ...input, hasHeir }).lines.map(({ benefit, amount }) => [benefit, amount]);
        expect(amounts(false)).toEqual(amounts(true));
      }),
      { numRuns },
    );
  });
});

describe('late compensation', () => {
  test('it is one percent of its base for each day, to the nearest rupiah', () => {
    fc.assert(
      fc.property(anyClaim, (input) => {
        const { lines } = calculateBenefits(input);
        const due = lines.filter(({ benefit }) => benefit !== 'late.compensation');
        const counted = input.switches?.['late.base'] === 'wholeClaim' ? due : due.filter(({ payeeClass }) => payeeClass !== 'provider');
        const base = counted.reduce((sum, { amount }) => sum + amount, 0);
        const paid = lines.find(({ benefit }) => benefit === 'late.compensation')?.amount ?? 0;
        expect(Math.abs(paid - (base * (input.lateDays ?? 0)) / 100)).toBeLessThanOrEqual(0.5);
      }),
      { numRuns },
    );
  });

  test('twice the days are twice the money, JKM amounts being whole hundreds', () => {
    fc.assert(
      fc.property(jkm, fc.nat(400), (input, lateDays) => {
        const late = (days: number) => totalOf({ ...input, lateDays: days }) - totalOf({ ...input, lateDays: 0 });
        expect(late(2 * lateDays)).toBe(2 * late(lateDays));
      }),
      { numRuns },
    );
  });
});
