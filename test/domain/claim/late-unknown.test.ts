import { unknownDeadlines } from '#domain/claim/clocks.ts';
import { day } from '#domain/time/calendar/day.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { claimIn } from '../../factories/claim-paths.ts';
import { ClaimFile, DAY, type FileOptions, HOUR, OFFICER, REGISTRATION, SUPERVISOR, typesOf } from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';

/** Complete on Wednesday 23 December 2026 at 09:00: due on Wednesday the 30th at 16:00, at the end of the calendar. */
const AT = instant('2026-12-23T01:00:00Z');
const DUE = instant('2026-12-30T08:00:00Z');
const NEXT_YEAR = { ...NTT_2026, version: 2, years: [2026, 2027] };

const papers = REGISTRATION.papers.map(({ paper: kind }) => paper(kind, 1, '2026-12-20'));
const late = (file: ClaimFile) => file.state.payouts.filter(({ lines }) => lines.some(({ benefit }) => benefit === 'late.compensation'));

function paidIn2027(options: FileOptions = {}, paidAt = DUE + 2 * DAY): ClaimFile {
  const file = claimIn('paying', { ...options, at: AT, registration: { papers } });
  file.at = DUE + 5 * DAY;
  for (const payout of file.state.payouts) file.bankSays(payout, { state: 'confirmed', bankReference: 'B', paidAt });
  return file;
}

describe('whether a payment came late is not known while the calendar does not reach it', () => {
  test('unknown is not nothing: the claim stays paid, says so, and does not close', () => {
    const file = paidIn2027();
    expect(typesOf(file.facts)).toContain('claim.compensation-unknown');
    expect(file.state).toMatchObject({ status: 'paid', compensationUnknown: { clock: 'jkm-legal', generation: 1, round: 1 } });
    expect(late(file)).toEqual([]);
  });

  test('the calendar of the next year prices it: two days late, 840,000, held for two persons', () => {
    const file = paidIn2027();
    expect(typesOf(file.moveTo(NEXT_YEAR))).toEqual(['sla.calendar-changed', 'sla.verdict-revised', 'sla.verdict-revised', 'payout.held']);
    expect(late(file)).toMatchObject([{ state: 'held', amount: 840_000, lateDays: 2 }]);
    expect(file.state.compensationUnknown).toBeUndefined();
    expect(file.state.clocks.find(({ clock }) => clock === 'jkm-legal')?.judgedBy).toEqual({ id: NEXT_YEAR.id, version: 2 });
  });

  test('the calendar shows that it was in time: the claim closes by itself', () => {
    const holiday = { ...NEXT_YEAR, holidays: [...NEXT_YEAR.holidays, ...['2026-12-30', '2026-12-31', '2027-01-01'].map(day)] };
    const file = paidIn2027();
    expect(typesOf(file.moveTo(holiday)).at(-1)).toBe('claim.closed');
    expect(late(file)).toEqual([]);
  });

  test('a calendar that still does not reach changes nothing of it', () => {
    const file = paidIn2027();
    expect(typesOf(file.moveTo({ ...NTT_2026, version: 2 }))).toEqual(['sla.calendar-changed']);
    expect(file.state).toMatchObject({ status: 'paid', compensationUnknown: { clock: 'jkm-legal' } });
  });

  test('paid within the calendar it is known at once, however late we hear', () => {
    const file = paidIn2027({}, DUE - HOUR);
    expect(file.state).toMatchObject({ status: 'closed' });
  });

  test('the bank books it within the calendar after all: known by that', () => {
    const file = paidIn2027();
    const [line] = file.state.payouts;
    if (!line) throw new Error('no payment');
    file.bankSays(line, { state: 'confirmed', bankReference: 'B', paidAt: DUE - HOUR });
    expect(file.state).toMatchObject({ status: 'closed' });
    expect(file.state.compensationUnknown).toBeUndefined();
  });

  test('a claim that an earlier release closed without knowing is noticed when a calendar is told, and gets what it is owed', () => {
    const old = paidIn2027({ edition: 1 });
    expect(old.state.status).toBe('closed');
    const file = new ClaimFile({ journal: old.facts, at: old.at });
    const told = typesOf(file.moveTo(NEXT_YEAR));
    expect(told.slice(0, 2)).toEqual(['sla.calendar-changed', 'claim.compensation-unknown']);
    expect(late(file)).toMatchObject([{ state: 'held', lateDays: 5, amount: 2_100_000 }]);
    expect(file.state.status).toBe('paid');
  });

  test('where late money is not proposed at all nothing is unknown', () => {
    expect(paidIn2027({ switches: { 'late.autoPropose': false } }).state.status).toBe('closed');
  });

  test('nobody can release what has no amount', () => {
    const file = paidIn2027();
    const body = { type: 'releasePayout', payoutId: 'x', verdict: 'pay', reason: 'Sesuai.' } as const;
    for (const actor of [OFFICER, SUPERVISOR]) expect(file.refusal(actor, body).refused).toBe('invalid-command');
  });
});

describe('money that comes back in a year nobody has a calendar for', () => {
  test('the new limit runs and is unknown, and counts from the reversal once the calendar is there', () => {
    const file = paidIn2027({}, DUE - HOUR);
    const [line] = file.state.payouts;
    if (!line) throw new Error('no payment');
    file.bankSays(line, { state: 'reversed', why: 'rekening ditutup' });
    expect(file.state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toMatchObject([
      { clock: 'jkm-legal', generation: 2, startedAt: file.at },
      { clock: 'partner-promise', generation: 2, startedAt: file.at },
    ]);
    expect(unknownDeadlines(file.state, file.context)).toEqual(['jkm-legal', 'partner-promise']);
    file.moveTo(NEXT_YEAR);
    expect(unknownDeadlines(file.state, file.context)).toEqual([]);
  });
});
