import { bankNews } from '#domain/money/payout/bank-news.ts';
import { advance, orderPayout, type Payout, type PayoutEvent } from '#domain/money/payout/payout.ts';
import { payoutId } from '#domain/money/payout/payout-id.ts';
import { PAYOUT_EVENTS, PAYOUT_STATES, TRANSITIONS } from '#domain/money/payout/states.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';

const id = payoutId('JKM-2026-000123', 1, 'jkm-cash', 'once', 'heir-class-1');
const twoPeople = { maker: 'petugas.satu', checker: 'penyetuju.satu' };

/** Every event must be accepted. */
function after(...events: readonly PayoutEvent[]): Payout {
  return events.reduce<Payout>((payout, event) => {
    const next = advance(payout, event);
    if (isRefusal(next)) throw new Error(`${event.type} refused in ${payout.state}`);
    return next;
  }, orderPayout(id));
}
function refusalOf(payout: Payout, event: PayoutEvent): Refusal {
  const refusal = advance(payout, event);
  if (!isRefusal(refusal)) throw new Error(`${event.type} accepted in ${payout.state}`);
  return refusal;
}

const matched: PayoutEvent = { type: 'holder-matched' };
const sent = (at: number): PayoutEvent => ({ type: 'sending-begun', at });
const silent: PayoutEvent = { type: 'fell-silent', issue: 1 };
const notFound: PayoutEvent = { type: 'not-found', issue: 1 };
const confirmed = (issue = 1): PayoutEvent => ({ type: 'confirmed', issue, bankReference: 'B1' });
const reversed: PayoutEvent = { type: 'reversed', issue: 1, bankReference: 'B1' };
const reopened: PayoutEvent = { type: 'reopened', ...twoPeople };

test('a payout whose holder matched is sent and confirmed with the bank’s reference', () => {
  expect(after(matched, sent(1_000), confirmed())).toEqual({
    id,
    state: 'confirmed',
    issue: 1,
    attempt: 1,
    firstSentAt: 1_000,
    sentAt: 1_000,
    bankReference: 'B1',
  });
});

test('money is not sent before the holder has been compared', () => {
  expect(refusalOf(after(), sent(1)).refused).toBe('not-allowed-in-status');
});

test('gateway silence is not payment, and not a reason to send again', () => {
  const unknown = after(matched, sent(1), silent);
  expect(unknown.state).toBe('unknown');
  expect(refusalOf(unknown, sent(2)).text).toBe('Bank belum memberi kepastian. Jangan kirim ulang.');
});

test('a client retry of a pending request cannot become a second payment', () => {
  const sending = after(matched, sent(1));
  expect(refusalOf(sending, sent(1)).refused).toBe('not-allowed-in-status');
});

test('an order the bank never had goes out again under the same key, as another attempt', () => {
  const again = after(matched, sent(1), silent, notFound, sent(9));
  expect(again).toMatchObject({ state: 'sending', issue: 1, attempt: 2, firstSentAt: 1, sentAt: 9 });
});

test('an order that never left us may go again at once', () => {
  expect(after(matched, sent(1), { type: 'not-sent', issue: 1 }, sent(2))).toMatchObject({ state: 'sending', issue: 1, attempt: 2 });
});

test('a confirmed payout is never sent again', () => {
  expect(refusalOf(after(matched, sent(1), confirmed()), sent(2)).refused).toBe('already-paid');
});

test('a success reversed later reopens only by two people and under a new reference', () => {
  const back = after(matched, sent(1), confirmed(), reversed);
  expect(refusalOf(back, sent(2)).refused).toBe('not-allowed-in-status');
  expect(refusalOf(back, { type: 'reopened', maker: 'a', checker: 'a' }).refused).toBe('maker-is-checker');
  expect(after(matched, sent(1), confirmed(), reversed, reopened)).toEqual({ id, state: 'ordered', issue: 2, attempt: 0, returned: [1] });
});

test('an unknown payment is settled by two people with evidence, and by nobody while it is merely on its way', () => {
  const paid: PayoutEvent = { type: 'resolved-paid', bankReference: 'B7', ...twoPeople };
  expect(after(matched, sent(1), silent, paid)).toMatchObject({ state: 'confirmed', bankReference: 'B7' });
  expect(after(matched, sent(1), silent, { type: 'resolved-unpaid', ...twoPeople }).state).toBe('refused');
  expect(isRefusal(advance(after(matched, sent(1)), paid))).toBe(true);
});

test('a payment found after all on the statement stops a second send', () => {
  expect(after(matched, sent(1), silent, notFound, confirmed()).state).toBe('confirmed');
  const reopenedAfterNo = after(matched, sent(1), { type: 'refused', issue: 1 }, reopened, matched);
  expect(advance(reopenedAfterNo, confirmed(1))).toMatchObject({ state: 'confirmed', issue: 1 });
});

test('news of an earlier order while the new one is on its way is a case for a person', () => {
  const second = after(matched, sent(1), { type: 'refused', issue: 1 }, reopened, matched, sent(5));
  expect(refusalOf(second, confirmed(1)).refused).toBe('not-allowed-in-status');
  expect(advance(second, confirmed(2))).toMatchObject({ state: 'confirmed', issue: 2 });
});

test('every state can be reached and left', () => {
  const reached = new Set(['ordered', ...Object.values(TRANSITIONS).flatMap((row) => Object.values(row))]);
  expect([...reached].sort()).toEqual([...PAYOUT_STATES].sort());
  for (const row of Object.values(TRANSITIONS)) expect(Object.keys(row).length).toBeGreaterThan(0);
  const events = new Set(Object.values(TRANSITIONS).flatMap((row) => Object.keys(row)));
  expect([...events].sort()).toEqual([...PAYOUT_EVENTS].sort());
});

test('only an order at rest, or one the bank says it never had, may leave', () => {
  const senders = PAYOUT_STATES.filter((state) => 'sending-begun' in TRANSITIONS[state]);
  expect(senders).toEqual(['inquired', 'not-found']);
});

test('every answer that is not certain is silence', () => {
  expect(bankNews({ state: 'pending' }, 1)).toEqual(silent);
  expect(bankNews({ state: 'unknown', since: 0, why: 'timeout' }, 1)).toEqual(silent);
  expect(bankNews({ state: 'not-sent', why: 'no-token' }, 1)).toEqual({ type: 'not-sent', issue: 1 });
  expect(bankNews({ state: 'confirmed', bankReference: 'B1', at: 0 }, 1)).toEqual({ ...confirmed(), paidAt: 0 });
});

test('late word that money arrived, which has come back since, does not pay the line that was opened again', () => {
  const again = after(matched, sent(1_000), confirmed(), reversed, reopened);
  expect(refusalOf(again, confirmed(1)).refused).toBe('not-allowed-in-status');
  const third = advance(again, { type: 'account-refused' });
  if (isRefusal(third)) throw new Error(third.text);
  const fourth = advance(third, reopened);
  if (isRefusal(fourth)) throw new Error(fourth.text);
  expect(refusalOf(fourth, confirmed(1)).refused).toBe('not-allowed-in-status');
  // The bank that takes back its no is another matter.
  expect(advance(fourth, confirmed(2))).toMatchObject({ state: 'confirmed', issue: 2 });
});
