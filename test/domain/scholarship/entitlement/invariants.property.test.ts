import fc from 'fast-check';
import { SCHOLARSHIP_LEVELS, type ScholarshipLevel } from '#domain/law/rules/pack.ts';
import { yearsToOpen } from '#domain/scholarship/entitlement/course.ts';
import { foldEntitlement } from '#domain/scholarship/entitlement/evolve.ts';
import type { ChildChange } from '#domain/scholarship/entitlement/parts.ts';
import { isAlive } from '#domain/scholarship/entitlement/state.ts';
import { addMonths, day } from '#domain/time/calendar/day.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { APPROVER, Child, OFFICER } from './child.ts';

const FIRST = 2026;
const CAPS: Readonly<Record<ScholarshipLevel, number>> = { tk: 2, sd: 6, smp: 3, sma: 3, higher: 5 };
const MOST_PER_CHILD = 87_000_000;
const BORN = day('2022-03-10');

const index = fc.nat({ max: 20 });
/** Short levels often, so that their years are used up. */
const level = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('tk' as const, 'sma' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...SCHOLARSHIP_LEVELS) },
);
const outcome = fc.constantFrom('confirmed', 'unknown', 'refused', 'reversed' as const);
const change: fc.Arbitrary<ChildChange> = fc.oneof(
  fc.nat({ max: 240 }).map((months) => ({ type: 'married' as const, on: addMonths(day('2026-07-15'), months) })),
  fc.nat({ max: 240 }).map((months) => ({ type: 'working' as const, from: addMonths(day('2026-07-15'), months) })),
  index.map((year) => ({ type: 'leftSchool' as const, schoolYear: FIRST + year })),
  fc.constantFrom('married', 'working', 'leftSchool').map((what) => ({ type: 'corrected' as const, what, reason: 'Keliru.' })),
);
const finding = fc.oneof(
  fc.constantFrom('b1', 'b2').map((bankReference) => ({ outcome: 'paid' as const, bankReference })),
  fc.constant({ outcome: 'unpaid' as const }),
);
const SEERS = [OFFICER, { id: 'petugas-2', role: 'officer' as const }, APPROVER, { id: OFFICER.id, role: 'supervisor' as const }];
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('prove' as const), year: index, level }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('release' as const), year: index, level }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('find' as const), year: index, finding, by: fc.constantFrom(...SEERS) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('hear' as const), year: index, outcome }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('pass' as const), year: index }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('change' as const), change }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('wait' as const), months: fc.nat({ max: 30 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function told(state: 'confirmed' | 'unknown' | 'refused' | 'reversed', at: number) {
  if (state === 'confirmed') return { state, bankReference: 'b', paidAt: at };
  return state === 'refused' ? { state, reason: 'r' } : { state, why: 'w' };
}

function apply(child: Child, one: Step): void {
  switch (one.type) {
    case 'prove':
      child.prove(FIRST + one.year, one.level);
      return;
    case 'find': {
      const issue = child.line(FIRST + one.year)?.payout?.issue ?? 1;
      const { finding, by } = one;
      child.give(by, { type: 'resolveUnknownPayment', schoolYear: FIRST + one.year, issue, finding, evidence: 'Rekening koran.' });
      return;
    }
    case 'release':
      child.give(OFFICER, { type: 'verifyProof', schoolYear: FIRST + one.year, verdict: 'ok', level: one.level });
      child.give(APPROVER, { type: 'releaseYear', schoolYear: FIRST + one.year, verdict: 'pay' });
      return;
    case 'hear':
      child.hear(FIRST + one.year, told(one.outcome, child.at));
      return;
    case 'pass':
      if (yearsToOpen(child.state, child.context).includes(FIRST + one.year) || child.line(FIRST + one.year)) child.pass(FIRST + one.year);
      return;
    case 'change':
      child.give(OFFICER, { type: 'changeChild', change: one.change });
      return;
    case 'wait':
      child.at += one.months * 30 * 86_400_000;
      return;
  }
}

test('whatever happens to a child: no cap is passed, no year leaves twice, nothing leaves after the right has ended', () => {
  fc.assert(
    fc.property(fc.nat({ max: 20 }), fc.array(step, { maxLength: 60 }), (after, steps) => {
      const child = new Child().goTo(`${FIRST + after}-08-01T02:00:00Z`);
      for (const one of steps) {
        const before = child.facts.length;
        const { marriedOn, workingFrom } = child.state;
        const aliveBefore = new Set(child.state.years.filter(isAlive).map(({ schoolYear }) => schoolYear));
        apply(child, one);
        for (const fact of child.facts.slice(before)) {
          if (fact.type !== 'year.ordered') continue;
          const begins = day(`${fact.schoolYear}-07-01`);
          expect(aliveBefore.has(fact.schoolYear)).toBe(false);
          expect(marriedOn === undefined || marriedOn > begins).toBe(true);
          expect(workingFrom === undefined || workingFrom > begins).toBe(true);
          expect(begins < addMonths(BORN, 23 * 12)).toBe(true);
        }
      }
      const alive = child.state.years.filter(isAlive);
      for (const one of SCHOLARSHIP_LEVELS) expect(alive.filter((line) => line.level === one).length).toBeLessThanOrEqual(CAPS[one]);
      expect(alive.reduce((sum, { payout }) => sum + (payout?.amount ?? 0), 0)).toBeLessThanOrEqual(MOST_PER_CHILD);
      expect(new Set(alive.map(({ payout }) => payout?.payoutId)).size).toBe(alive.length);
      for (const fact of child.facts) {
        const people = fact.type === 'year.payment-resolved' ? fact.resolution : undefined;
        if (people) expect(people.maker).not.toBe(people.checker);
        if (fact.type === 'year.ordered') expect(fact.payout.maker).not.toBe(fact.payout.checker);
      }
      const releases = child.facts.flatMap((fact) =>
        fact.type === 'year.ordered' ? [`${fact.payout.payoutId}:${fact.payout.issue}`] : [],
      );
      expect(new Set(releases).size).toBe(releases.length);
      expect(foldEntitlement(child.id, child.facts)).toEqual(child.state);
    }),
    { numRuns: propertyRuns },
  );
});

test('years caught up, in whatever order, pay what paying in time would have paid', () => {
  const career = fc.array(level, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(career, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (levels, order) => {
      const inTime = new Child();
      for (const [year, one] of levels.entries()) inTime.goTo(`${FIRST + year}-08-01T02:00:00Z`).prove(FIRST + year, one);
      const late = new Child().goTo('2040-08-01T02:00:00Z');
      const shuffled = levels.map((one, year) => ({ one, year })).sort((a, b) => (order[a.year] ?? 0) - (order[b.year] ?? 0));
      for (const { one, year } of shuffled) late.prove(FIRST + year, one);
      const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
      expect(sum(late.paid)).toBe(sum(inTime.paid));
    }),
    { numRuns: propertyRuns },
  );
});
