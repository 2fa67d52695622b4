import { advance, orderPayout, type Payout, type PayoutEvent } from '#domain/money/payout/payout.ts';
import { payoutId } from '#domain/money/payout/payout-id.ts';
import { nextState, PAYOUT_EVENTS } from '#domain/money/payout/states.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type Advance, explore } from './line.ts';

const people = { maker: 'maker', checker: 'checker' };

function eventOf(type: (typeof PAYOUT_EVENTS)[number], issue: number): PayoutEvent {
  return { type, issue, at: 0, bankReference: 'B', ...people } as PayoutEvent;
}

test('no sequence of up to eight events, sensible or not, confirms a line twice without a reversal between', () => {
  let sequences = 0;
  const walk = (payout: Payout, unreversed: number, depth: number): void => {
    sequences++;
    expect(unreversed).toBeLessThanOrEqual(1);
    if (depth === 0) return;
    for (const type of PAYOUT_EVENTS) {
      const next = advance(payout, eventOf(type, payout.issue));
      // A refused event changes nothing: the rest of that sequence is a shorter one already walked.
      if (isRefusal(next)) continue;
      const becamePaid = next.state === 'confirmed' && payout.state !== 'confirmed';
      const gaveBack = next.state === 'reversed' && payout.state === 'confirmed';
      walk(next, unreversed + Number(becamePaid) - Number(gaveBack), depth - 1);
    }
  };
  walk(orderPayout(payoutId('M', 1, 'b', 'p', 'c')), 0, 8);
  expect(sequences).toBeGreaterThan(500);
});

test('whatever the bank does, forgets or keeps to itself, at most one unreversed payment exists per line', () => {
  const verdict = explore(14);
  expect(verdict.broken).toBeUndefined();
  expect(verdict.worlds).toBeGreaterThan(1_000);
});

describe('the check finds a hole when there is one', () => {
  const withHole =
    (from: Payout['state'], type: PayoutEvent['type']): Advance =>
    (payout, event) => {
      if (payout.state !== from || event.type !== type || nextState(from, type) !== undefined) return advance(payout, event);
      return { ...payout, state: 'sending', attempt: payout.attempt + 1 };
    };

  test.each(['unknown', 'confirmed', 'sending'] as const)('sending again from %s', (state) => {
    expect(explore(14, withHole(state, 'sending-begun')).broken).toBeDefined();
  });

  test('silence taken for payment', () => {
    const trusting: Advance = (payout, event) =>
      event.type === 'fell-silent' ? { ...payout, state: 'confirmed', bankReference: 'B' } : advance(payout, event);
    expect(explore(14, trusting).broken).toBeDefined();
  });
});
