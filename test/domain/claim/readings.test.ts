import { readingsFor } from '#domain/claim/readings.ts';
import { day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { claimIn, readyToRecommend } from '../../factories/claim-paths.ts';
import { APPROVER, approveOpen, ClaimFile, OFFICER, REGISTRATION } from '../../factories/claims.ts';

const [MEMBERSHIP] = REGISTRATION.memberships;
const waged = (kpj: string, employer: string) => ({
  ...(MEMBERSHIP as NonNullable<typeof MEMBERSHIP>),
  kpj,
  segment: 'PU' as const,
  payer: 'employer' as const,
  employer,
});

describe('how a claim reads the doubts of the law', () => {
  test('asks about arrears of an employer unless it was given another reading', () => {
    expect(readingsFor({ switches: {} })).toEqual({ 'coverage.employerArrears': 'asks' });
    expect(readingsFor({ switches: { 'coverage.employerArrears': 'lapses', 'late.base': 'wholeClaim' } })).toEqual({
      'coverage.employerArrears': 'lapses',
      'late.base': 'wholeClaim',
    });
  });

  test('a claim of the first edition keeps what its release did', () => {
    expect(readingsFor({ switches: {}, edition: 1 })).toEqual({ 'coverage.employerArrears': 'lapses', 'late.pausedAfterDue': 'counts' });
  });
});

describe('two employments told in two spellings', () => {
  const registration = { memberships: [waged('KPJ00000001', 'CV A'), waged('KPJ00000002', 'cv a ')] };

  test('are recommended as one', () => {
    expect(claimIn('recommended', { registration }).state.recommendation).toMatchObject({ total: 42_000_000 });
  });

  test('of a claim of the first edition are decided as they were', () => {
    expect(claimIn('recommended', { registration, edition: 1 }).state.recommendation).toMatchObject({ total: 74_000_000 });
  });

  test('recommended under the first edition are not approved under the second: the amount is made again', () => {
    const file = claimIn('recommended', { registration, edition: 1 });
    file.edition = undefined;
    expect(file.refusal(APPROVER, approveOpen(file))).toMatchObject({
      refused: 'point-open',
      text: expect.stringContaining('dihitung ulang'),
    });
  });
});

describe('a wage earner whose employer owes eight months', () => {
  const registration = { memberships: [{ ...waged('KPJ00000001', 'CV A'), paidMonths: ['2025-06'] }] };

  test('is not paid and not rejected by a machine: both amounts are shown, and who decides', () => {
    const answer = readyToRecommend({ registration }).ask(OFFICER, { type: 'recommend', outcome: 'pay' });
    expect(answer).toMatchObject({
      refused: 'point-open',
      text: expect.stringContaining('bila hak pekerja tidak gugur, jumlahnya Rp42.000.000'),
    });
  });

  test('has lapsed where that is the reading of the claim', () => {
    const switches = { 'coverage.employerArrears': 'lapses' } as const;
    const answer = readyToRecommend({ registration, switches }).ask(OFFICER, { type: 'recommend', outcome: 'pay' });
    expect(answer).toMatchObject({ text: expect.stringContaining('Usulkan penolakan') });
  });
});

describe('thirty days to conclude a suspected accident', () => {
  const suspected = (happenedAt: string, edition?: 1) => {
    const at = instant(happenedAt);
    const accident = { happenedAt: at, suspected: true, stageOneAt: at + 3_600_000 };
    const eventOn = day(happenedAt.slice(0, 10));
    const file = new ClaimFile({ registration: { kind: 'accident', accident, eventOn }, ...(edition === undefined ? {} : { edition }) });
    return file.state.clocks.map(({ clock }) => clock);
  };

  test.each([
    ['2023-10-05T02:00:00Z', false],
    ['2023-10-06T02:00:00Z', true],
    ['2026-02-20T02:00:00Z', true],
  ])('an accident of %s runs against them: %s', (happenedAt, runs) => {
    expect(suspected(happenedAt).includes('suspected-accident')).toBe(runs);
  });

  test('a claim of the first edition started them whatever the day', () => {
    expect(suspected('2023-10-05T02:00:00Z', 1)).toContain('suspected-accident');
  });
});
