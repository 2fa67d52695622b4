import { coverageOn } from '#domain/law/coverage/coverage.ts';
import type { CoverageInput } from '#domain/law/coverage/coverage-types.ts';
import { ALL_PACKS } from '#domain/law/rules/choose-pack.ts';
import type { CoverageRules } from '#domain/law/rules/pack.ts';
import { day } from '#domain/time/calendar/day.ts';
import { record } from './records.ts';

const PRACTICE = 'Praktik BPJS Ketenagakerjaan';

/** Packs whose every coverage row has a source of its own. */
const PACKS = ALL_PACKS.map((pack) => ({
  ...pack,
  coverage: Object.fromEntries(Object.keys(pack.coverage).map((row) => [row, { source: row, certainty: 'law' }])) as CoverageRules,
}));
const sourcesOf = (input: CoverageInput): string[] => coverageOn(input, PACKS).explanation.map(({ source }) => source);

const explain = (input: CoverageInput): string[] =>
  coverageOn(input).explanation.map(({ step, date, source }) => [step, date, source].filter((part) => part !== undefined).join(' | '));

describe('what a person reads about coverage', () => {
  test('a member who is paid up', () => {
    expect(explain(record('01 02 03 04'))).toEqual([
      `Peserta BPU sejak | 2026-01-10 | ${PRACTICE}`,
      `Kepesertaan: 4 bulan kalender penuh | 2026-05-11 | ${PRACTICE}`,
      `Iuran: 4 bulan dibayar | 2026-05-11 | ${PRACTICE}`,
      `Aktif: tidak ada tunggakan | ${PRACTICE}`,
    ]);
  });

  test('somebody who is not a member yet', () => {
    expect(explain(record('', { on: day('2026-01-09'), segment: 'PU' }))).toEqual([
      `Peserta PU sejak | 2026-01-10 | ${PRACTICE}`,
      `Belum menjadi peserta pada hari ini | 2026-01-09 | ${PRACTICE}`,
    ]);
  });

  test('arrears and an unpaid payer', () => {
    expect(explain(record('01 02 03', { payerUnpaid: true })).slice(3)).toEqual([
      `Menunggak: 1 bulan berturut-turut belum dibayar | ${PRACTICE}`,
      `Tunggakan harus dilunasi sebelum manfaat dibayar | ${PRACTICE}`,
      `Klaim ditahan sampai pembayar iuran melunasi | ${PRACTICE}`,
    ]);
  });

  test('arrears that nobody can settle any more', () => {
    expect(explain(record('01 02', { switches: { 'coverage.arrearsPayableUntil': 'beforeDeath' } })).slice(3)).toEqual([
      `Menunggak: 2 bulan berturut-turut belum dibayar; tidak dapat dilunasi setelah meninggal | ${PRACTICE}`,
    ]);
  });

  test.each([
    [4, '01', 'Gugur: 3 bulan berturut-turut belum dibayar, gugur pada bulan ke-4'],
    [3, '01 02', 'Gugur: 2 bulan berturut-turut belum dibayar, gugur pada bulan ke-3'],
  ] as const)('a lapse in unpaid month %i', (limit, paid, step) => {
    expect(explain(record(paid, { switches: { 'coverage.lapseOnUnpaidMonth': limit } })).at(-1)).toBe(`${step} | ${PRACTICE}`);
  });

  test.each([
    [true, 'Kembali menjadi peserta setelah gugur; bulan dihitung dari'],
    [false, 'Kembali menjadi peserta setelah gugur; bulan tetap dihitung dari awal'],
  ])('a new beginning after a lapse, months restarting: %s', (restarts, step) => {
    const told = { lapsedUntilRejoined: day('2026-03-10'), switches: { 'jkm.restartAfterLapse': restarts } };
    expect(explain(record('03 04', told))[1]).toBe(`${step} | 2026-03-10 | ${PRACTICE} [disimpulkan]`);
  });

  test.each([
    ['contributionMonths', 'Kepesertaan: 4 bulan iuran'],
    ['days90', 'Kepesertaan: 4 bulan 30 hari'],
  ] as const)('months counted by %s', (reading, step) => {
    expect(explain(record('01 02 03 04', { switches: { 'jkm.monthCounting': reading } }))[1]).toBe(`${step} | 2026-05-11 | ${PRACTICE}`);
  });

  test('discounted months counting half', () => {
    expect(explain(record('01 02 03 04', { switches: { 'coverage.discountedMonthCounts': 'half' } }))[3]).toBe(
      'Bulan berdiskon dihitung setengah, dibulatkan ke bawah | PP 50/2025',
    );
  });

  test.each<[string, CoverageInput, string[]]>([
    ['paid up', record('01 02 03 04'), ['active', 'months', 'months', 'active']],
    ['not yet a member', record('', { on: day('2026-01-09') }), ['active', 'active']],
    ['lapsed', record(''), ['active', 'months', 'months', 'lapse']],
    [
      'in arrears, payer unpaid',
      record('01 02 03', { payerUnpaid: true }),
      ['active', 'months', 'months', 'arrears', 'arrears', 'payerUnpaid'],
    ],
    [
      'rejoined, discounted months counting half',
      record('03 04', { lapsedUntilRejoined: day('2026-03-10'), switches: { 'coverage.discountedMonthCounts': 'half' } }),
      ['active', 'restart', 'months', 'months', 'discount', 'active'],
    ],
  ])('%s: each step cites the row it rests on', (_title, input, sources) => {
    expect(sourcesOf(input)).toEqual(sources);
  });
});
