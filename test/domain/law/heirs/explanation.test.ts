import type { HeirsInput } from '#domain/law/heirs/people.ts';
import { resolveHeirs } from '#domain/law/heirs/resolve-heirs.ts';
import { ADULT_SINCE_TODAY, family, minor, person } from './family.ts';

const JKM = 'PP 44/2015 art. 40';
const JKK = 'PP 44/2015 art. 37(4)(5)';

function lines(input: HeirsInput): string[] {
  return resolveHeirs(input).explanation.map(({ step, source }) => `${step} | ${source}`);
}

describe('the explanation', () => {
  test('says for every class why it is open or closed', () => {
    expect(lines(family([person('s', 'sibling', { birthDate: ADULT_SINCE_TODAY })]))).toEqual([
      `Golongan 1 (janda, duda atau anak): kosong, tidak ada anggota yang hidup | ${JKM}`,
      `Golongan 2 (keluarga sedarah ke atas dan ke bawah sampai derajat kedua): kosong, tidak ada anggota yang hidup | ${JKM}`,
      `Golongan 3 (saudara kandung): berlaku, 1 orang | ${JKM}`,
      `Golongan 4 (mertua): tertutup, golongan 3 lebih dahulu | ${JKM}`,
      `Golongan 5 (pihak yang ditunjuk dalam wasiat atau oleh pengadilan): tertutup, golongan 3 lebih dahulu | ${JKM}; Permenaker 1/2025 art. 79(2a)`,
      `Golongan 6 (yang mengurus pemakaman): tertutup, ada ahli waris | ${JKM}`,
      `Penerima pembayaran: s | ${JKM}`,
    ]);
  });

  test('cites the article of the programme', () => {
    const explained = lines(family([person('s', 'sibling')], { programme: 'jkk' }));
    expect(explained[0]).toBe(`Golongan 1 (janda, duda atau anak): kosong, tidak ada anggota yang hidup | ${JKK}`);
    expect(explained.at(-1)).toBe(`Penerima pembayaran: s | ${JKK}`);
  });

  test('counts the heirs of the class that applies', () => {
    expect(lines(family([person('w', 'spouse'), minor('d')]))[0]).toBe(`Golongan 1 (janda, duda atau anak): berlaku, 2 orang | ${JKM}`);
  });

  test('tells that nobody is known who arranged the funeral', () => {
    expect(lines(family([])).slice(-2)).toEqual([
      `Golongan 6 (yang mengurus pemakaman): berlaku, tidak ada ahli waris | ${JKM}`,
      `Belum diketahui siapa yang mengurus pemakaman | ${JKM}`,
    ]);
    expect(lines(family([], { arrangedFuneral: 'n' })).at(-1)).toBe(`Penerima pembayaran: n | ${JKM}`);
  });

  test('tells who is left out by divorce and who is taken as adult, and only those', () => {
    const people = [
      person('x', 'spouse', { divorced: true }),
      person('w', 'spouse', { birthDate: ADULT_SINCE_TODAY }),
      person('c', 'child'),
      person('p', 'parent'),
    ];
    expect(lines(family(people, { powerOfAttorneyTo: 'w' })).slice(6)).toEqual([
      `x sudah bercerai, bukan ahli waris golongan 1 | ${JKM}`,
      'Tanggal lahir c tidak tercatat, dianggap dewasa | rules.md 5 [disimpulkan]',
      `Penerima pembayaran: w | ${JKM}`,
    ]);
  });

  test.each([
    [
      'Lebih dari satu orang berhak menandatangani: perlu surat kuasa kepada salah satunya | praktik layanan: surat kuasa ahli waris lain',
      family([person('w', 'spouse'), person('c', 'child')]),
    ],
    [
      'Semua ahli waris di bawah umur: perlu wali yang ditetapkan pengadilan | penetapan wali oleh pengadilan [ingatan, belum diperiksa]',
      family([minor('d')]),
    ],
    [
      'Ada sengketa ahli waris: belum ada penerima sampai sengketa selesai | rules.md 5 [disimpulkan]',
      family([person('w', 'spouse')], { dispute: true }),
    ],
    [
      'Ada sengketa ahli waris: belum ada penerima sampai sengketa selesai | rules.md 5 [disimpulkan]',
      family([], { dispute: true, arrangedFuneral: 'n' }),
    ],
    ['Wasiat hanya berlaku dengan akta notaris | Permenaker 1/2025 art. 79(2a)', family([person('b', 'willBeneficiary')])],
    ['Pihak di luar keluarga perlu penetapan pengadilan | Permenaker 1/2025 art. 79(2b)', family([person('o', 'other')])],
  ])('ends with what is missing: %s', (sentence, input) => {
    expect(lines(input).at(-1)).toBe(sentence);
  });
});
