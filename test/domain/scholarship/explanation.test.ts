import { choosePack } from '#domain/law/rules/choose-pack.ts';
import { cite } from '#domain/law/rules/explanation.ts';
import { calculateScholarship } from '#domain/scholarship/calculate-scholarship.ts';
import type { ScholarshipChild, ScholarshipInput } from '#domain/scholarship/scholarship-input.ts';
import { day } from '#domain/time/calendar/day.ts';
import { child, EVENT_ON, scholarship, student, years } from './children.ts';

const { pack, explanation: packChoice } = choosePack(EVENT_ON);
const RULES = pack.scholarship;
const SD = cite(RULES.levels.find(({ level }) => level === 'sd') ?? pack);

/** What follows the steps about the choice of the pack. */
function ownSteps(input: ScholarshipInput) {
  const { explanation, lines } = calculateScholarship(input);
  return explanation.slice(-lines.length - 1);
}

test('the choice of the pack stands first', () => {
  const { explanation } = calculateScholarship(scholarship([child('a')]));
  expect(explanation.slice(0, -2)).toEqual(packChoice);
  expect(packChoice.length).toBeGreaterThan(0);
});

test('a due line shows amount, first day and source', () => {
  expect(ownSteps(scholarship([child('a'), child('b')]))).toEqual([
    { step: 'Anak yang ditanggung, paling banyak 2: a, b', source: cite(RULES.maxChildren) },
    { step: 'Anak a, tahun ajaran 2026/2027, SD', amount: 1_500_000, date: '2026-07-01', source: SD },
    { step: 'Anak b, tahun ajaran 2026/2027, SD', amount: 1_500_000, date: '2026-07-01', source: SD },
  ]);
});

test('the first day follows the school year in force', () => {
  const switches = { 'scholarship.year': { startMonth: 8, startDay: 15 } };
  expect(ownSteps(scholarship([child('a')], { switches })).at(-1)?.date).toBe('2026-08-15');
});

test('nobody covered is said so', () => {
  expect(ownSteps(scholarship([]))[0]?.step).toBe('Anak yang ditanggung, paling banyak 2: tidak ada');
});

test.each([
  ['tk', 'TK'],
  ['sd', 'SD'],
  ['smp', 'SMP'],
  ['sma', 'SMA'],
  ['higher', 'pendidikan tinggi atau pelatihan'],
] as const)('level %s is called %s', (level, name) => {
  expect(ownSteps(scholarship([child('a', { schooling: years(2026, level) })]))[1]?.step).toBe(`Anak a, tahun ajaran 2026/2027, ${name}`);
});

const END = 'Permenaker 1/2025 art. 103(2)';
const END_BEFORE_2025 = cite(choosePack(day('2020-01-01')).pack.scholarship.endAge);

describe('a line that is not due says why and whence', () => {
  const cases: [string, string, ScholarshipChild[], Partial<ScholarshipInput>][] = [
    ['SD: di luar 2 anak pertama', cite(RULES.maxChildren), [child('x'), child('y'), child('a')], {}],
    ['SD: iuran JKM belum 36 bulan', cite(RULES.jkmMinimumContributionMonths), [child('a')], { programme: 'jkm' }],
    ['pendidikan tinggi atau pelatihan: sudah berusia 23 tahun', cite(RULES.endAge), [student('a', { birthDate: day('2000-01-01') })], {}],
    ['SD: sudah menikah', END, [child('a', { marriedOn: day('2026-01-01') })], {}],
    ['SD: sudah menikah', END_BEFORE_2025, [child('a', { marriedOn: day('2020-01-01') })], { eventOn: day('2020-01-01') }],
    ['SD: sudah bekerja', cite(RULES.workingExceptions ?? pack), [child('a', { workingFrom: day('2026-01-01') })], {}],
    ['SD: sudah bekerja', END_BEFORE_2025, [child('a', { workingFrom: day('2020-01-01') })], { eventOn: day('2020-01-01') }],
    [
      'SD: jatah tahun jenjang ini sudah habis',
      cite(choosePack(day('2018-01-01')).pack.scholarship.once ?? pack),
      [child('a', { schooling: years(2025, 'sd', 'sd') })],
      { eventOn: day('2018-01-01') },
    ],
    [
      'SD: terlambat diajukan',
      'rules.md 2: scholarship.backPay [disimpulkan]',
      [child('a')],
      { schoolYears: [2026, 2027], switches: { 'scholarship.backPay': 'years:0' } },
    ],
    [
      'SD: belum ada surat aktif sekolah dan rapor',
      'bukti sekolah setiap tahun ajaran',
      [child('a', { schooling: [{ schoolYear: 2026, level: 'sd', proof: false }] })],
      {},
    ],
  ];

  test.each(cases)('%s (%s)', (ending, source, children, more) => {
    const steps = ownSteps(scholarship(children, more)).filter(({ step }) => step.startsWith('Anak a, tahun ajaran 2026/2027'));
    expect(steps).toEqual([{ step: `Anak a, tahun ajaran 2026/2027, ${ending}`, amount: 0, date: '2026-07-01', source }]);
  });

  test('a year without school has no level to name', () => {
    const input = scholarship([child('a', { schooling: years(2027, 'tk') })], { schoolYears: [2026, 2028] });
    expect(ownSteps(input).slice(1)).toEqual([
      { step: 'Anak a, tahun ajaran 2026/2027: belum bersekolah', amount: 0, date: '2026-07-01', source: END },
      { step: 'Anak a, tahun ajaran 2028/2029: tidak bersekolah lagi', amount: 0, date: '2028-07-01', source: END },
    ]);
  });
});
