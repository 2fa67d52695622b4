import { withSwitches } from '#domain/law/rules/switches.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import { explainDeadline, formatExplanation } from '#domain/time/clock/explain.ts';
import { claimIn } from '../../factories/claim-paths.ts';
import { APPROVER, CLAIM_ID, ClaimFile, DAY, HOUR, MONDAY_9, OFFICER, SUPERVISOR, typesOf, UNKNOWN } from '../../factories/claims.ts';

/** A JKM complete on Monday 2 March 2026 at 09:00 is due on Thursday 5 March at 16:00 in Kupang. */
const DUE = instant('2026-03-05T08:00:00Z');
const LATE = 'late.compensation';

const compensation = (file: ClaimFile) => file.state.payouts.filter(({ lines }) => lines.some(({ benefit }) => benefit === LATE));
const clockOf = (file: ClaimFile, clock: ClockId = 'jkm-legal') => file.state.clocks.findLast((ledger) => ledger.clock === clock);
const lineOf = (file: ClaimFile) => file.state.payouts[0] ?? { payoutId: '', issue: 0 };

/** The bank paid at one instant and we heard of it at another. */
function paid(paidAt: number, heardAt: number, file = claimIn('paying')): ClaimFile {
  file.at = heardAt;
  file.bankSays(lineOf(file), { state: 'confirmed', bankReference: 'BANK-1', paidAt });
  return file;
}

/** The statement shows the same payment at another instant. */
function booked(file: ClaimFile, paidAt: number, bankReference = 'BANK-1') {
  return file.bankSays(lineOf(file), { state: 'confirmed', bankReference, paidAt }, `buku-${paidAt}`);
}

function release(file: ClaimFile, verdict: 'pay' | 'decline'): void {
  const [held] = compensation(file);
  const body = { type: 'releasePayout', payoutId: held?.payoutId ?? '', verdict, reason: 'Sesuai hitungan.' } as const;
  file.give(OFFICER, body);
  file.give(APPROVER, body);
}

describe('a deadline is met when the bank has paid, not when we hear of it', () => {
  test.each([
    ['the next morning', DUE + 16 * HOUR],
    ['five days later', DUE + 5 * DAY],
  ])('paid on the last day at 10:00, due at 16:00, heard %s: in time, nothing more is owed, and the claim closes', (_when, heardAt) => {
    const file = paid(DUE - 6 * HOUR, heardAt);
    expect(file.state).toMatchObject({ status: 'closed' });
    expect(compensation(file)).toEqual([]);
    for (const clock of ['jkm-legal', 'partner-promise'] as const) {
      expect(clockOf(file, clock)).toMatchObject({ stoppedAt: DUE - 6 * HOUR, heardAt });
    }
  });

  test('paid a day after the deadline and heard of five days after it: one day late', () => {
    expect(compensation(paid(DUE + 20 * HOUR, DUE + 5 * DAY))).toMatchObject([{ amount: 420_000, lateDays: 1 }]);
  });

  test('of two payments the later one counts', () => {
    const file = claimIn('paying', { nobodyInherits: true });
    const [first, second] = file.state.payouts;
    if (!first || !second) throw new Error('one payment only');
    file.at = DUE + 3 * DAY;
    file.bankSays(first, { state: 'confirmed', bankReference: 'BANK-1', paidAt: DUE + HOUR });
    file.bankSays(second, { state: 'confirmed', bankReference: 'BANK-2', paidAt: DUE - HOUR });
    expect(clockOf(file)).toMatchObject({ stoppedAt: DUE + HOUR, heardAt: DUE + 3 * DAY });
  });

  test('a payment nobody knew the fate of for a week stops the clock on the day it was made', () => {
    const file = claimIn('paying');
    file.bankSays(lineOf(file), UNKNOWN);
    expect(paid(DUE - HOUR, DUE + 7 * DAY, file).state.status).toBe('closed');
  });

  test('a pause that began after the payment was made and before we heard of it moves nothing', () => {
    const file = claimIn('paying');
    file.at = DUE - HOUR;
    file.give(OFFICER, { type: 'pauseClock', ground: 'court-order', source: 'Surat PN Kupang' });
    expect(clockOf(paid(DUE - 2 * HOUR, DUE + DAY, file))).toMatchObject({ stoppedAt: DUE - 2 * HOUR });
    expect(file.state.status).toBe('closed');
  });

  test('a bank clock ahead of ours is bounded by the hearing, and what it said is kept', () => {
    const file = paid(DUE + 9 * DAY, DUE - HOUR);
    expect(lineOf(file)).toMatchObject({ settledAt: DUE - HOUR, saidAt: DUE + 9 * DAY });
    expect(clockOf(file)).toMatchObject({ stoppedAt: DUE - HOUR });
  });

  test('a bank clock before the order is bounded by the order, and what it said is kept', () => {
    const file = paid(0, DUE + DAY);
    expect(lineOf(file)).toMatchObject({ orderedAt: MONDAY_9, settledAt: MONDAY_9, saidAt: 0 });
  });

  test('no bank pays before the transfer has left', () => {
    const file = claimIn('paying');
    file.at = DUE + 2 * HOUR;
    file.bankSays(lineOf(file), { state: 'confirmed', bankReference: 'B', paidAt: DUE - HOUR, sentAt: DUE + HOUR });
    expect(lineOf(file)).toMatchObject({ settledAt: DUE + HOUR, saidAt: DUE - HOUR });
    expect(compensation(file)).toMatchObject([{ lateDays: 1 }]);
  });

  test('the explanation of the deadline shows both instants', () => {
    const file = paid(DUE - 6 * HOUR, DUE + 16 * HOUR);
    const ledger = clockOf(file);
    if (!ledger) throw new Error('no clock');
    const text = formatExplanation(explainDeadline(ledger, NTT_2026, file.at, withSwitches())).join('\n');
    expect(text).toContain('Berhenti Kam 5 Mar 2026, 10.00 WITA, saat bank membayar; diketahui Jum 6 Mar 2026, 08.00 WITA: terpenuhi');
  });

  test('what two persons read on the statement carries its hour, and nobody reads an hour that has not come', () => {
    const file = claimIn('paying');
    file.bankSays(lineOf(file), UNKNOWN);
    file.at = DUE + 2 * DAY;
    const { payoutId, issue } = lineOf(file);
    const found = (paidAt: number) =>
      ({
        type: 'resolveUnknownPayout',
        payoutId,
        issue,
        finding: { outcome: 'paid', bankReference: 'B', paidAt },
        evidence: 'Rekening koran.',
      }) as const;
    expect(file.refusal(OFFICER, found(file.at + HOUR)).text).toBe('Waktu pembayaran menurut rekening koran tidak mungkin di masa depan.');
    file.give(OFFICER, found(DUE - HOUR));
    expect(typesOf(file.give(APPROVER, found(DUE - 2 * HOUR)))).toEqual(['claim.proposed']);
    expect(typesOf(file.give(SUPERVISOR, found(DUE - HOUR)))).toEqual(['payout.resolved']);
  });
});

describe('a verdict that turns out to have been given by the wrong instant is corrected by a fact', () => {
  test('the statement shows an earlier day: what nobody has released is dropped, and the claim closes', () => {
    const file = paid(DUE + 2 * DAY, DUE + 2 * DAY);
    expect(compensation(file)).toMatchObject([{ amount: 840_000 }]);
    expect(typesOf(booked(file, DUE - HOUR))).toEqual([
      'payout.paid-at-revised',
      'sla.verdict-revised',
      'sla.verdict-revised',
      'payout.dropped',
      'claim.closed',
    ]);
    expect(clockOf(file)).toMatchObject({ stoppedAt: DUE - HOUR });
  });

  test('the statement shows a later day: a claim that had closed waits for two persons with what it owes', () => {
    const file = paid(DUE - HOUR, DUE - HOUR);
    expect(file.state.status).toBe('closed');
    file.at = DUE + 3 * DAY;
    booked(file, DUE + DAY + HOUR);
    expect(file.state.status).toBe('paid');
    expect(compensation(file)).toMatchObject([{ state: 'held', amount: 840_000, lateDays: 2 }]);
    release(file, 'pay');
    expect(compensation(file)).toMatchObject([{ state: 'ordered' }]);
  });

  test('one day instead of two: the proposal is recomputed, and what the first person said of the other amount is void', () => {
    const file = paid(DUE + 2 * DAY, DUE + 2 * DAY);
    const [held] = compensation(file);
    file.give(OFFICER, { type: 'releasePayout', payoutId: held?.payoutId ?? '', verdict: 'pay', reason: 'Sesuai hitungan.' });
    booked(file, DUE + HOUR);
    expect(compensation(file)).toMatchObject([{ payoutId: held?.payoutId, amount: 420_000, lateDays: 1 }]);
    expect(file.state.proposals).toEqual({});
  });

  test('released is never taken back, and a further late day is proposed beside it', () => {
    const file = paid(DUE + HOUR, DUE + HOUR);
    release(file, 'pay');
    booked(file, DUE - HOUR);
    expect(compensation(file)).toMatchObject([{ state: 'ordered', amount: 420_000 }]);
    file.at = DUE + 4 * DAY;
    booked(file, DUE + 2 * DAY);
    expect(compensation(file)).toMatchObject([
      { state: 'ordered', amount: 420_000 },
      { state: 'held', amount: 420_000, lateDays: 2 },
    ]);
  });

  test('what two persons declined stays declined', () => {
    const file = paid(DUE + HOUR, DUE + HOUR);
    release(file, 'decline');
    file.at = DUE + 4 * DAY;
    booked(file, DUE + 2 * HOUR);
    expect(compensation(file)).toMatchObject([{ state: 'declined' }]);
    expect(file.state.status).toBe('closed');
  });

  test('another payment under the same order, or the same instant once more, corrects nothing', () => {
    const file = paid(DUE - HOUR, DUE);
    expect(booked(file, DUE - 2 * HOUR, 'BANK-LAIN')).toEqual([]);
    expect(booked(file, DUE - HOUR)).toEqual([]);
  });

  test('an instant that was bounded is not corrected by being told again', () => {
    const file = paid(DUE + 9 * DAY, DUE - HOUR);
    file.at = DUE + DAY;
    expect(booked(file, DUE + 9 * DAY)).toEqual([]);
  });

  test('a claim decided by the rules of before stays as it was decided', () => {
    const file = new ClaimFile({ journal: claimIn('paying').facts, edition: 1 });
    paid(DUE - HOUR, DUE + HOUR, file);
    expect(clockOf(file)).toMatchObject({ stoppedAt: DUE + HOUR });
    expect(clockOf(file)?.heardAt).toBeUndefined();
    expect(lineOf(file)).toMatchObject({ settledAt: DUE - HOUR });
    expect(compensation(file)).toMatchObject([{ amount: 420_000, payoutId: `${CLAIM_ID}.1.late-jkm.once.heirs` }]);
    expect(booked(file, DUE - 2 * HOUR)).toEqual([]);
  });
});
