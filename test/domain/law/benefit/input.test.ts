import type { BenefitInput } from '#domain/law/benefit/benefit-input.ts';
import { day } from '#domain/time/calendar/day.ts';
import { accident, bpu, jkkDeath, jkmDeath, linesOf, months, refusalOf } from './claims.ts';

const LARGEST = Number.MAX_SAFE_INTEGER;
const WHOLE = 'Harus bilangan bulat, tidak kurang dari 0.';
const SHARE = 'Persentase ini harus diisi untuk jenis cacat ini.';
const TOO_LARGE = 'Terlalu besar untuk dihitung tepat sampai rupiah.';
const { wageBase: _, ...withoutWage } = jkkDeath();
const wage = 'Upah sebulan yang dilaporkan harus diisi untuk menghitung manfaat ini.';

describe('input that cannot be calculated with names its field', () => {
  test.each<[string, BenefitInput, string, string]>([
    ['a negative wage', jkkDeath({ wageBase: -1 }), 'wageBase', WHOLE],
    ['a negative wage even where no wage is needed', jkmDeath({ wageBase: -1 }), 'wageBase', WHOLE],
    ['a wage with a fraction of a rupiah', jkkDeath({ wageBase: 1_000_000.5 }), 'wageBase', WHOLE],
    ['a wage that is not a number', jkkDeath({ wageBase: Number.NaN }), 'wageBase', WHOLE],
    ['negative days away from work', accident({ stmbDays: -1 }), 'stmbDays', WHOLE],
    ['a negative medical receipt', accident({ medicalReceipts: -1 }), 'medicalReceipts', WHOLE],
    ['a negative home care receipt', accident({ homeCareReceipts: -1 }), 'homeCareReceipts', WHOLE],
    ['negative late days', jkmDeath({ lateDays: -1 }), 'lateDays', WHOLE],
    ['half a late day', jkmDeath({ lateDays: 0.5 }), 'lateDays', WHOLE],
    [
      'a negative receipt behind a good one',
      accident({
        transport: [
          { mode: 'sea', receipts: 1 },
          { mode: 'land', receipts: -1 },
        ],
      }),
      'transport.1.receipts',
      WHOLE,
    ],
    ['negative months of membership', jkmDeath({ memberships: [bpu(months(-1, 0))] }), 'memberships.0.membershipMonths', WHOLE],
    ['negative months of contributions', jkmDeath({ memberships: [bpu(), bpu(months(0, -1))] }), 'memberships.1.contributionMonths', WHOLE],
    ['a death by accident without a wage', withoutWage, 'wageBase', wage],
    ['days away from work without a wage', { ...withoutWage, event: 'accident', stmbDays: 1 }, 'wageBase', wage],
    ['a disability without a wage', { ...withoutWage, event: 'accident', disability: { kind: 'total' } }, 'wageBase', wage],
    [
      'an anatomical loss without a percentage',
      accident({ disability: { kind: 'partialAnatomical' } }),
      'disability.tableBasisPoints',
      SHARE,
    ],
    [
      'a loss of function without a table percentage',
      accident({ disability: { kind: 'partialFunctional', lostBasisPoints: 1 } }),
      'disability.tableBasisPoints',
      SHARE,
    ],
    [
      'a loss of function that does not say how much',
      accident({ disability: { kind: 'partialFunctional', tableBasisPoints: 1 } }),
      'disability.lostBasisPoints',
      SHARE,
    ],
    [
      'a table percentage above 100',
      accident({ disability: { kind: 'partialAnatomical', tableBasisPoints: 10_001 } }),
      'disability.tableBasisPoints',
      'Paling banyak 10000 (100%).',
    ],
    [
      'more function lost than there was',
      accident({ disability: { kind: 'partialFunctional', tableBasisPoints: 1, lostBasisPoints: 10_001 } }),
      'disability.lostBasisPoints',
      'Paling banyak 10000 (100%).',
    ],
    [
      'a negative percentage',
      accident({ disability: { kind: 'partialAnatomical', tableBasisPoints: -1 } }),
      'disability.tableBasisPoints',
      WHOLE,
    ],
    ['JKM for an accident', jkmDeath({ event: 'accident' }), 'event', 'JKM hanya untuk kematian; kecelakaan kerja diajukan sebagai JKK.'],
    [
      'a death together with the disability before it',
      jkkDeath({ disability: { kind: 'total' } }),
      'disability',
      'Santunan cacat tidak dibayar bersama santunan kematian.',
    ],
    [
      'an event before the first rules',
      jkmDeath({ on: day('2015-06-30') }),
      'on',
      'Belum ada paket aturan untuk 2015-06-30; yang pertama, jkm-jkk-2015, berlaku sejak 2015-07-01.',
    ],
    ['a wage beyond exact arithmetic', jkkDeath({ wageBase: LARGEST }), 'wageBase', TOO_LARGE],
    ['care beyond exact arithmetic', jkkDeath({ medicalReceipts: LARGEST }), 'medicalReceipts', TOO_LARGE],
    ['late days beyond exact arithmetic', jkmDeath({ lateDays: LARGEST }), 'lateDays', TOO_LARGE],
    ['a wage and care equally beyond it, the wage first', jkkDeath({ wageBase: LARGEST, medicalReceipts: LARGEST }), 'wageBase', TOO_LARGE],
    ['days away beyond exact arithmetic', accident({ stmbDays: LARGEST }), 'stmbDays', TOO_LARGE],
  ])('%s', (_title, input, field, message) => {
    expect(refusalOf(input)).toMatchObject({ code: 'invalid-input', field, message });
  });

  test.each([
    ['disability', { disability: { kind: 'total' } }],
    ['stmbDays', { stmbDays: 1 }],
    ['transport', { transport: [] }],
    ['medicalReceipts', { medicalReceipts: 0 }],
    ['homeCareReceipts', { homeCareReceipts: 0 }],
  ] as const)('%s has no place in a JKM claim', (field, extra) => {
    const message = 'Manfaat ini milik JKK dan tidak dapat dihitung pada klaim JKM.';
    expect(refusalOf(jkmDeath(extra))).toMatchObject({ code: 'invalid-input', field, message });
  });

  test('a receipt beyond exact arithmetic is still paid up to its ceiling', () => {
    const transport = [
      { mode: 'land', receipts: LARGEST },
      { mode: 'land', receipts: LARGEST },
    ] as const;
    expect(linesOf(accident({ transport, homeCareReceipts: LARGEST }))).toEqual([
      'jkk.transport.land 5000000 participant',
      'jkk.homeCare 20000000 provider',
    ]);
  });

  test('a mistake of ours is not blamed on the input', () => {
    const broken = {
      ...jkmDeath(),
      memberships: [bpu()],
      get hasHeir(): boolean {
        throw new TypeError('broken');
      },
    };
    expect(() => refusalOf(broken)).toThrow(TypeError);
  });
});
