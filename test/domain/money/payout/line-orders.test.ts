import { ordersAt, orderUnder } from '#domain/money/payout/line-orders.ts';

const first = { issue: 1, amount: 42 };
const second = { issue: 2, amount: 10 };

test('another issue may be for another amount, and the one before stays on file', () => {
  expect(ordersAt({ order: first }, 2, second)).toEqual({ order: second, earlier: [first] });
  expect(orderUnder({ order: second, earlier: [first] }, 1)).toBe(first);
  expect(orderUnder({ order: second, earlier: [first] }, 3)).toBeUndefined();
});

test('an earlier issue that turns out to be paid is what the line was paid under', () => {
  expect(ordersAt({ order: second, earlier: [first] }, 1)).toEqual({ order: first, earlier: [second] });
});

test('written again nothing changes', () => {
  expect(ordersAt({ order: second, earlier: [first] }, 2)).toEqual({ order: second, earlier: [first] });
  expect(ordersAt({ order: first }, 1, first)).toEqual({ order: first, earlier: [] });
});
