import fc from 'fast-check';
import { RISK_STANDINGS, type RupiahAtRisk, rupiahAtRisk, urgentRisk } from '#domain/claim/reports/at-risk.ts';
import { riskReport } from '#domain/claim/reports/risk-report.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { Telling } from '../../../api/claims-at.ts';
import { propertyRuns } from '../../../support/property-runs.ts';

const FULL = 42_000_000;
const at = (claim: ClaimState, iso: string): RupiahAtRisk | undefined => rupiahAtRisk(claim, NTT_2026, instant(iso));

// Complete on Tuesday 17 March: the law's three working days end on Friday the 27th (holidays and joint leave between), the promise earlier.
const recommended = new Telling().toRecommended().claim;

test('before anybody decides an amount, what the claim is calculated to be entitled to stands in its place', () => {
  const { claim } = new Telling().toVerifying();
  expect(at(claim, '2026-03-17T06:00:00Z')).toEqual({
    standing: 'safe',
    basis: 'expected',
    unpaid: FULL,
    lateDays: 0,
    compensation: 0,
    atRisk: 0,
  });
});

test('nothing is at risk while every deadline is far; all that is unpaid is once one of them is near', () => {
  expect(at(recommended, '2026-03-17T06:00:00Z')).toMatchObject({ standing: 'safe', basis: 'recommended', unpaid: FULL, atRisk: 0 });
  expect(at(recommended, '2026-03-27T06:00:00Z')).toMatchObject({ lateDays: 0, compensation: 0, atRisk: FULL });
});

test('past the law’s limit each day late adds one hundredth', () => {
  const risk = at(recommended, '2026-03-30T07:00:00Z');
  const days = risk?.lateDays ?? 0;
  expect(days).toBeGreaterThan(0);
  expect(risk).toMatchObject({ standing: 'late', compensation: (FULL / 100) * days, atRisk: FULL + (FULL / 100) * days });
  const later = at(recommended, '2026-04-08T07:00:00Z');
  expect(later?.lateDays).toBeGreaterThan(days);
});

test('once the benefit is paid, only the compensation that nobody has released is still owed', () => {
  const { claim } = new Telling().toPaidLate();
  const held = claim.payouts.find(({ state }) => state === 'held');
  expect(at(claim, '2026-03-30T07:00:00Z')).toMatchObject({ unpaid: 0, compensation: held?.amount, atRisk: held?.amount });
});

test('a claim that is over risks nothing, and one that cannot be calculated says so instead of showing zero as fine', () => {
  expect(at(new Telling().toRejected().claim, '2026-04-30T07:00:00Z')).toBeUndefined();
  const { claim } = new Telling().toVerifying();
  const unpaid = { ...claim, memberships: claim.memberships.map((one) => ({ ...one, paidMonths: [], payerUnpaid: true })) };
  expect(at(unpaid, '2026-03-30T07:00:00Z')).toMatchObject({ basis: 'unknown', unpaid: 0 });
});

test('a list shows what is at risk as the claim itself does, and nothing where nothing is', () => {
  for (const iso of ['2026-03-17T06:00:00Z', '2026-03-27T06:00:00Z', '2026-04-08T07:00:00Z']) {
    const whole = at(recommended, iso);
    expect(urgentRisk(recommended, NTT_2026, instant(iso))).toEqual(whole?.atRisk === 0 ? undefined : whole);
  }
});

test('the report is the sum over its claims, however they are grouped', () => {
  const any = fc.record({
    standing: fc.constantFrom(...RISK_STANDINGS),
    basis: fc.constantFrom('recommended' as const, 'expected' as const, 'unknown' as const),
    unpaid: fc.nat(1e9),
    lateDays: fc.nat(30),
    compensation: fc.nat(1e8),
    atRisk: fc.nat(1e9),
  });
  const grouped = fc.array(fc.record({ group: fc.constantFrom('a', 'b', 'c'), risk: any }));
  fc.assert(
    fc.property(grouped, (claims) => {
      const { rows, total } = riskReport(claims);
      for (const column of ['claims', 'soon', 'late', 'unknown', 'unpaid', 'compensation', 'atRisk'] as const) {
        expect(rows.reduce((sum, row) => sum + row[column], 0)).toBe(total[column]);
      }
      expect(total.atRisk).toBe(claims.reduce((sum, { risk }) => sum + risk.atRisk, 0));
    }),
    { numRuns: propertyRuns },
  );
});
