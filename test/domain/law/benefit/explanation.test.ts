import type { BenefitInput } from '#domain/law/benefit/benefit-input.ts';
import { calculateBenefits } from '#domain/law/benefit/calculate.ts';
import { JKM_JKK_2025 } from '#domain/law/rules/packs/jkm-jkk-2025.ts';
import { rupiah } from '#domain/money/money.ts';
import { day } from '#domain/time/calendar/day.ts';
import { accident, bpu, jkkDeath, jkmDeath, months, pu, stepsOf } from './claims.ts';

const explain = (input: BenefitInput): string[] => stepsOf(calculateBenefits(input));

/** Without the choice of the pack and without the total, which are the same everywhere. */
const middleOf = (input: BenefitInput): string[] => {
  const steps = explain(input);
  return steps.slice(steps.findIndex((step) => step.startsWith('Paket')) + 1, -1).filter((step) => !step.startsWith('Hari terakhir'));
};
const PERMENAKER = 'Permenaker 1/2025';
const ANNEX = 'PP 82/2019 annex III';
const OLD = 'PP 44/2015 annex III [ingatan, belum diperiksa]';

describe('what a person reads about a calculation', () => {
  test('from the choice of the rules to the total', () => {
    expect(explain(jkmDeath())).toEqual([
      'Hari peristiwa menentukan aturan yang dipakai | 2026-05-11 | Permenaker 1/2025 [disimpulkan]',
      'Paket jkm-jkk-2025 versi 1 berlaku sejak | 2025-02-28 | Permenaker 1/2025 [disimpulkan]',
      'Uji tiga bulan BPU: kepesertaan 12, iuran 12, batas 3 bulan: manfaat penuh | Permenaker 1/2025',
      'Santunan sekaligus | 20000000 | PP 82/2019',
      'Santunan berkala 24 bulan, dibayar sekaligus | 12000000 | PP 82/2019',
      'Biaya pemakaman, satu kali | 10000000 | PP 82/2019',
      'Jumlah | 42000000 | Permenaker 1/2025 [disimpulkan]',
    ]);
  });

  test('rules that were only recalled say so at every amount', () => {
    expect(explain(jkmDeath({ on: day('2019-12-01') }))).toEqual([
      'Hari peristiwa menentukan aturan yang dipakai | 2019-12-01 | PP 44/2015 [ingatan, belum diperiksa]',
      'Paket jkm-jkk-2015 versi 1 berlaku sejak | 2015-07-01 | PP 44/2015 [ingatan, belum diperiksa]',
      'Hari terakhir sebelum paket jkm-jkk-2019 | 2019-12-01 | PP 82/2019',
      'Satu hari kepesertaan cukup untuk manfaat penuh | PP 44/2015 [ingatan, belum diperiksa]',
      'Santunan sekaligus | 16200000 | PP 44/2015 [ingatan, belum diperiksa]',
      'Santunan berkala 24 bulan, dibayar sekaligus | 4800000 | PP 44/2015 [ingatan, belum diperiksa]',
      'Biaya pemakaman, satu kali | 3000000 | PP 44/2015 [ingatan, belum diperiksa]',
      'Jumlah | 24000000 | PP 44/2015 [ingatan, belum diperiksa]',
    ]);
  });

  test.each<[string, BenefitInput, string[]]>([
    [
      'the reduced benefit',
      jkmDeath({ memberships: [bpu(months(2, 3))] }),
      [
        `Uji tiga bulan BPU: kepesertaan 2, iuran 3, batas 3 bulan: manfaat berkurang | ${PERMENAKER}`,
        `Manfaat di bawah tiga bulan, sebagai biaya pemakaman | 10000000 | ${PERMENAKER}`,
      ],
    ],
    [
      'the reduced benefit under its other label and threshold',
      jkmDeath({
        memberships: [bpu(months(1, 1))],
        switches: { 'jkm.reducedLabel': 'lump8funeral2', 'jkm.insideThirdMonth': 'full' },
      }),
      [
        `Uji tiga bulan BPU: kepesertaan 1, iuran 1, batas 2 bulan: manfaat berkurang | ${PERMENAKER}`,
        `Manfaat di bawah tiga bulan: santunan | 8000000 | ${PERMENAKER}`,
        `Manfaat di bawah tiga bulan: biaya pemakaman | 2000000 | ${PERMENAKER}`,
      ],
    ],
    [
      'two employers, one of them in arrears, no heir, a day late',
      jkmDeath({ memberships: [pu('e1', months(12, 9)), pu('e2', { status: 'arrears' })], hasHeir: false, lateDays: 1 }),
      [
        'Tanpa ahli waris: biaya pemakaman kepada yang mengurus, selebihnya kepada Dana Jaminan Sosial | PP 44/2015 art. 40',
        `Uji tiga bulan PU: kepesertaan 12, iuran 9, batas 3 bulan: manfaat penuh | ${PERMENAKER}`,
        `Uji tiga bulan PU: kepesertaan 12, iuran 12, batas 3 bulan: manfaat penuh | ${PERMENAKER}`,
        'Santunan sekaligus × 2 kepesertaan | 40000000 | PP 82/2019',
        'Santunan berkala 24 bulan, dibayar sekaligus × 2 kepesertaan | 24000000 | PP 82/2019',
        'Biaya pemakaman, satu kali | 10000000 | PP 82/2019',
        'Terlambat 1 hari × 1% dari manfaat uang program | 740000 | PP 44/2015 art. 40(3)',
        'Tunggakan harus dilunasi sebelum manfaat dibayar | Praktik BPJS Ketenagakerjaan',
      ],
    ],
    [
      'a lapsed membership',
      jkmDeath({ memberships: [bpu({ status: 'lapsed' })] }),
      ['Tidak ada manfaat: perlindungan gugur atau tunggakan tidak dapat lagi dilunasi pada hari peristiwa | Praktik BPJS Ketenagakerjaan'],
    ],
    [
      'no membership',
      jkmDeath({ memberships: [] }),
      ['Tidak ada manfaat: bukan peserta pada hari peristiwa | Praktik BPJS Ketenagakerjaan'],
    ],
    [
      'a death by accident without an heir',
      jkkDeath({ hasHeir: false }),
      [
        'Tanpa ahli waris: biaya pemakaman kepada yang mengurus, selebihnya kepada Dana Jaminan Sosial | PP 44/2015 art. 37(5)',
        `Santunan kematian 48 × upah | 48000000 | ${ANNEX}`,
        `Santunan berkala 24 bulan, dibayar sekaligus | 12000000 | ${ANNEX}`,
        `Biaya pemakaman | 10000000 | ${ANNEX}`,
      ],
    ],
    [
      'a death by accident at a wage too low',
      jkkDeath({ wageBase: 1, on: day('2019-12-02') }),
      [
        `Santunan kematian paling sedikit | 20000000 | ${ANNEX}`,
        `Santunan berkala 24 bulan, dibayar sekaligus | 12000000 | ${ANNEX}`,
        `Biaya pemakaman | 10000000 | ${ANNEX}`,
      ],
    ],
    [
      'a loss of function',
      accident({ disability: { kind: 'partialFunctional', tableBasisPoints: 3_250, lostBasisPoints: 5_000 } }),
      [`Cacat sebagian fungsi: 50% × 32,5% × 80 × upah | 13000000 | ${ANNEX}`],
    ],
    [
      'an anatomical loss',
      accident({ disability: { kind: 'partialAnatomical', tableBasisPoints: 525 } }),
      [`Cacat sebagian anatomis: 5,25% × 80 × upah | 4200000 | ${ANNEX}`],
    ],
    [
      'a total disability',
      accident({ disability: { kind: 'total' } }),
      [`Cacat total tetap: 56 × upah | 56000000 | ${ANNEX}`, `Santunan berkala 24 bulan, dibayar sekaligus | 12000000 | ${ANNEX}`],
    ],
    [
      'days away from work, band by band',
      accident({ on: day('2019-12-01'), stmbDays: 390 }),
      [
        `Tidak mampu bekerja hari 1–180: 100% upah | 6000000 | ${OLD}`,
        `Tidak mampu bekerja hari 181–360: 75% upah | 4500000 | ${OLD}`,
        `Tidak mampu bekerja hari 361–390: 50% upah | 500000 | ${OLD}`,
        `Santunan sementara tidak mampu bekerja | 11000000 | ${OLD}`,
      ],
    ],
    [
      'days away from work that end with a band',
      accident({ stmbDays: 360 }),
      [`Tidak mampu bekerja hari 1–360: 100% upah | 12000000 | ${ANNEX}`, `Santunan sementara tidak mampu bekerja | 12000000 | ${ANNEX}`],
    ],
    [
      'transport and care, late on the whole claim',
      accident({
        transport: [
          { mode: 'air', receipts: 3 },
          { mode: 'sea', receipts: 2_000_001 },
          { mode: 'land', receipts: 0 },
        ],
        medicalReceipts: 7,
        homeCareReceipts: 20_000_001,
        lateDays: 10,
        switches: { 'late.base': 'wholeClaim' },
      }),
      [
        `Angkutan darat, sungai atau danau: kuitansi, paling banyak sebesar batas moda ini | 0 | ${ANNEX}`,
        `Angkutan laut: kuitansi, paling banyak sebesar batas moda ini | 2000000 | ${ANNEX}`,
        `Angkutan udara: kuitansi, paling banyak sebesar batas moda ini | 3 | ${ANNEX}`,
        `Perawatan menurut kebutuhan medis, tanpa batas | 7 | ${ANNEX}`,
        `Perawatan di rumah: kuitansi, paling banyak sebesar batas dan 1 tahun | 20000000 | ${ANNEX}`,
        'Terlambat 10 hari × 1% dari seluruh klaim | 2200001 | PP 44/2015 art. 37(2)',
      ],
    ],
    [
      'home care in rules that know none',
      accident({ on: day('2019-12-01'), homeCareReceipts: 1 }),
      [`Perawatan di rumah belum dikenal dalam aturan ini | ${OLD}`],
    ],
    [
      'late days before PP 82/2019, recalled like the rest',
      accident({ on: day('2019-12-01'), medicalReceipts: 100, lateDays: 1, switches: { 'late.base': 'wholeClaim' } }),
      [
        `Perawatan menurut kebutuhan medis, tanpa batas | 100 | ${OLD}`,
        'Terlambat 1 hari × 1% dari seluruh klaim | 1 | PP 44/2015 art. 37(2) [ingatan, belum diperiksa]',
      ],
    ],
  ])('%s', (_title, input, steps) => {
    expect(middleOf(input)).toEqual(steps);
  });
});

describe('the source is that of the row which decided', () => {
  test.each([
    ['lapsed', 'pasal gugur'],
    ['notYet', 'pasal peserta'],
  ] as const)('nothing is paid on a membership that is %s by %s', (status, source) => {
    const active = { source: 'pasal peserta', certainty: 'law' } as const;
    const lapse = { source: 'pasal gugur', certainty: 'law' } as const;
    const packs = [{ ...JKM_JKK_2025, coverage: { ...JKM_JKK_2025.coverage, active, lapse } }];
    const { explanation } = calculateBenefits(jkmDeath({ memberships: [bpu({ status })] }), { packs });
    expect(explanation.find(({ step }) => step.startsWith('Tidak ada manfaat'))?.source).toBe(source);
  });

  test('48 wages that are exactly the minimum are paid as wages', () => {
    const deathMinimum = { amount: rupiah(48_000_000), source: 'pasal batas bawah', certainty: 'law' } as const;
    const packs = [{ ...JKM_JKK_2025, jkk: { ...JKM_JKK_2025.jkk, deathMinimum } }];
    const stepAt = (wageBase: number) => stepsOf(calculateBenefits(jkkDeath({ wageBase }), { packs }))[2];
    expect(stepAt(1_000_000)).toBe(`Santunan kematian 48 × upah | 48000000 | ${ANNEX}`);
    expect(stepAt(999_999)).toBe('Santunan kematian paling sedikit | 48000000 | pasal batas bawah');
  });
});
