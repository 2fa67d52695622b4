import { lateShares } from '#domain/claim/late-shares.ts';
import { rupiah } from '#domain/money.ts';

const PAID = [
  { payeeClass: 'provider', amount: rupiah(25_000_000) },
  { payeeClass: 'heirs', amount: rupiah(30_000_000) },
  { payeeClass: 'funeralArranger', amount: rupiah(10_000_000) },
  { payeeClass: 'heirs', amount: rupiah(2_000_000) },
] as const;

test('each payee’s compensation counts on the cash that payee got, care on nobody’s', () => {
  expect(lateShares(PAID, 'programmeCash')).toEqual([
    { payeeClass: 'heirs', base: 32_000_000 },
    { payeeClass: 'funeralArranger', base: 10_000_000 },
  ]);
});

test('setting saved and never read: read as the whole claim, care counts once, for whoever gets the cash first', () => {
  expect(lateShares(PAID, 'wholeClaim')).toEqual([
    { payeeClass: 'heirs', base: 57_000_000 },
    { payeeClass: 'funeralArranger', base: 10_000_000 },
  ]);
});

test.each(['programmeCash', 'wholeClaim'] as const)('a provider alone is owed nothing for lateness (%s)', (reading) => {
  expect(lateShares(PAID.slice(0, 1), reading)).toEqual([]);
});
