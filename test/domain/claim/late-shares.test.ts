import { lateShares } from '#domain/claim/late-shares.ts';
import type { BenefitId, PayeeClass } from '#domain/law/benefit/lines.ts';
import { rupiah, sumRupiah } from '#domain/money/money.ts';

const PAID = [
  paid('provider', ['jkk.medical', 25_000_000]),
  paid('heirs', ['jkm.lump', 20_000_000], ['jkm.funeral', 10_000_000]),
  paid('funeralArranger', ['jkm.reduced', 10_000_000]),
  paid('heirs', ['jkm.lump', 2_000_000]),
] as const;

function paid(payeeClass: PayeeClass, ...benefits: readonly (readonly [BenefitId, number])[]) {
  const lines = benefits.map(([benefit, amount]) => ({ benefit, amount: rupiah(amount) }));
  return { payeeClass, lines, amount: sumRupiah(lines.map((line) => line.amount)) };
}

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

test('read without the funeral, money for the burial is a cost and earns nothing by being late', () => {
  expect(lateShares(PAID, 'withoutFuneral')).toEqual([
    { payeeClass: 'heirs', base: 22_000_000 },
    { payeeClass: 'funeralArranger', base: 0 },
  ]);
});

test.each(['programmeCash', 'wholeClaim', 'withoutFuneral'] as const)('a provider alone is owed nothing for lateness (%s)', (reading) => {
  expect(lateShares(PAID.slice(0, 1), reading)).toEqual([]);
});
