import type { CheckResult } from '#domain/claim/checks/checks.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { hearNews, type NewsOfMembership } from '#domain/claim/membership-news.ts';
import type { MembershipTold } from '#domain/claim/memberships.ts';
import type { Membership } from '#domain/claim/parts.ts';
import type { PreparedFile } from '#domain/claim/readiness-found.ts';
import { day } from '#domain/time/calendar/day.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { type ClaimFile, REGISTRATION } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';
import { pick, type Step } from './random-steps.ts';

/** The calendars that are told to a claim, by version: a holiday more, one taken back, the next year known, the year after not. */
export const CALENDARS: readonly CalendarPack[] = [
  NTT_2026,
  { ...NTT_2026, version: 2, holidays: [...NTT_2026.holidays, day('2026-03-06'), day('2026-07-01')] },
  { ...NTT_2026, version: 3, holidays: NTT_2026.holidays.slice(0, -3) },
  { ...NTT_2026, version: 4, years: [2026, 2027] },
  { ...NTT_2026, version: 5, years: [2026], holidays: [...NTT_2026.holidays, day('2026-12-23')] },
];

const CHECKS: readonly CheckResult[] = [
  { check: 'identity', result: 'pass', evidence: [] },
  { check: 'duplicate', result: 'fail', evidence: [], proposes: 'duplicate-claim' },
];

export function calendarNews(file: ClaimFile, [a, b]: Step['dice'], number: number): readonly Fact[] {
  // Mostly the next version, now and then an old one again.
  const version = a % 3 === 0 ? b : file.calendar.version;
  return file.moveTo(pick(CALENDARS, version), 'SKB diperbaiki.', `kalender-${number}`);
}

const [MEMBERSHIP] = REGISTRATION.memberships;

/** Coverage anew, contributions that came in, and a payer who owes or has paid. */
export function membershipNews(file: ClaimFile, [a, b]: Step['dice'], number: number): readonly Fact[] {
  if (!MEMBERSHIP) throw new Error('nobody is a member');
  const { kpj, paidMonths } = MEMBERSHIP;
  const coverage = (change: Partial<Membership>): MembershipTold => ({ type: 'coverage', membership: { ...MEMBERSHIP, ...change } });
  const told: readonly MembershipTold[] = [
    coverage({}),
    coverage({ payer: 'government', payerUnpaid: true }),
    { type: 'contribution', kpj, months: paidMonths, payerUnpaid: false },
    coverage({ paidMonths: paidMonths.slice(0, -1 - (b % 4)) }),
    { type: 'contribution', kpj, months: paidMonths.slice(-4) },
    { type: 'contribution', kpj: 'KPJ99999999', months: paidMonths },
    // Of any instant, so that some are overtaken.
    news({ type: 'coverage', membership: { ...MEMBERSHIP, paidMonths: paidMonths.slice(0, 1 + (b % 8)) }, eventId: `n-${b}`, toldAt: b }),
    news({ type: 'contribution', kpj, months: paidMonths.slice(-2), payerUnpaid: b % 2 === 0, eventId: `n-${b}`, toldAt: b }),
  ];
  if (a % 9 === 8) return file.tell({ type: 'readinessFound', file: PREPARED }, `berkas-${number}`);
  return file.tell({ type: 'membershipChanged', told: pick(told, a) }, `kepesertaan-${number}`);
}

function news(one: NewsOfMembership): MembershipTold {
  return { type: 'news', news: hearNews(undefined, one).news };
}

const PREPARED: PreparedFile = {
  readinessFileId: 'bpr-contoh:peserta-1',
  institutionId: 'bpr-contoh',
  memberships: REGISTRATION.memberships,
  people: REGISTRATION.people,
  papers: [...REGISTRATION.papers, paper('tax-number', 9, '2025-08-01')],
};

export function checkNews(file: ClaimFile, [a]: Step['dice'], number: number): readonly Fact[] {
  const checks: readonly CheckResult[] = CHECKS.slice(0, a % (CHECKS.length + 1));
  return file.tell({ type: 'checksDone', checks }, `pemeriksaan-${number}`);
}
