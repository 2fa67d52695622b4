import { rupiah } from '#domain/money/money.ts';
import type { PayoutEvent } from '#domain/money/payout/payout.ts';
import { partnerReference, payoutId } from '#domain/money/payout/payout-id.ts';
import { bankDayOf, daysToReconcile, spanOf } from '#domain/money/reconciliation/bank-day.ts';
import { transfersOf } from '#domain/money/reconciliation/transfers.ts';
import { day } from '#domain/time/calendar/day.ts';

const ID = payoutId('UJI-1', 1, 'jkm', 'once', 'heirs');
const heard = (...events: readonly PayoutEvent[]) =>
  transfersOf({
    claimId: 'UJI-1',
    amount: rupiah(5),
    amounts: { 1: rupiah(7) },
    payout: { id: ID, issue: 2 },
    log: events.map((event, index) => ({ at: index + 1, event })),
  });
const sent = (at: number): PayoutEvent => ({ type: 'sending-begun', at });
const people = { maker: 'a', checker: 'b' };

test('each issue is a transfer of its own, with its reference, amount, attempts and the bank’s last word', () => {
  const told = heard(
    sent(1),
    { type: 'not-found', issue: 1 },
    sent(3),
    { type: 'refused', issue: 1 },
    { type: 'reopened', ...people },
    sent(6),
  );
  expect(told).toEqual([
    expect.objectContaining({ issue: 1, amount: 7, attempts: 2, word: 'refused', sentAt: 1, reference: partnerReference(ID, 1) }),
    expect.objectContaining({ issue: 2, amount: 5, attempts: 1, word: 'open', sentAt: 6, reference: partnerReference(ID, 2) }),
  ]);
});

test.each<readonly [PayoutEvent, string]>([
  [{ type: 'fell-silent', issue: 1 }, 'open'],
  [{ type: 'not-sent', issue: 1 }, 'unsent'],
  [{ type: 'confirmed', issue: 1, bankReference: 'B' }, 'confirmed'],
  [{ type: 'reversed', issue: 1, bankReference: 'B' }, 'reversed'],
  [{ type: 'resolved-paid', bankReference: 'B', ...people }, 'confirmed'],
  [{ type: 'resolved-unpaid', ...people }, 'refused'],
  [{ type: 'account-refused' }, 'refused'],
])('after %j a transfer is %s', (event, word) => {
  expect(heard(sent(1), event)).toEqual([expect.objectContaining({ issue: 1, word })]);
});

test('the bank’s day ends at midnight in Jakarta, one o’clock in Kupang', () => {
  const { from, until } = spanOf(day('2026-11-20'));
  expect([from, until].map((at) => new Date(at).toISOString())).toEqual(['2026-11-19T17:00:00.000Z', '2026-11-20T17:00:00.000Z']);
  expect([bankDayOf(from), bankDayOf(until - 1), bankDayOf(until)]).toEqual(['2026-11-20', '2026-11-20', '2026-11-21']);
});

describe('a nightly run', () => {
  const now = Date.parse('2026-11-20T19:00:00Z');
  const days = (...list: readonly string[]) => list.map(day);
  test('of a new system does the day before, and no more', () => {
    expect(daysToReconcile([], [], now)).toEqual(['2026-11-20']);
  });
  test('after days of standstill does every day missed, oldest first', () => {
    expect(daysToReconcile(days('2026-11-16', '2026-11-18'), [], now)).toEqual(['2026-11-17', '2026-11-19', '2026-11-20']);
  });
  test('looks again at days with open differences, after the missing ones', () => {
    expect(
      daysToReconcile(
        days('2026-11-10', ...['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((d) => `2026-11-${d}`)),
        days('2026-11-12'),
        now,
      ),
    ).toEqual(['2026-11-20', '2026-11-12']);
  });
  test('goes back sixty days and no further', () => {
    const many = daysToReconcile(days('2026-01-01'), days('2026-01-01'), now);
    expect([many.length, many[0], many.at(-1)]).toEqual([60, '2026-09-22', '2026-11-20']);
  });
});
