import { checkIdentity } from '#domain/claim/checks/identity.ts';
import { day } from '#domain/time/calendar/day.ts';
import { DIED_ON, NOT_FOUND, onRecord, SILENT, STATED } from '../../../factories/registry-records.ts';

const check = (changes: Partial<Parameters<typeof checkIdentity>[0]> = {}) =>
  checkIdentity({ eventOn: DIED_ON, participant: STATED, civil: onRecord(), ...changes });

test('a NIK whose digits, name and birth date the civil registry confirms passes', () => {
  expect(check().result).toBe('pass');
});

test('a NIK whose digits say another birth date passes when the registry holds the stated one: birth dates get corrected', () => {
  const corrected = check({ participant: { ...STATED, nik: '3171011802810001' } });
  expect(corrected.result).toBe('pass');
  expect(corrected.evidence.map(({ found }) => found)).toContain('tanggal lahir dalam NIK lain dari berkas');
});

test('the same digits are a question while the registry is silent', () => {
  expect(check({ participant: { ...STATED, nik: '3171011802810001' }, civil: SILENT }).result).toBe('ask');
});

test('a woman of the file and a man of the NIK are a question until the registry confirms name and birth date', () => {
  const participant = { ...STATED, sex: 'female' } as const;
  expect(check({ participant, civil: SILENT }).evidence.map(({ found }) => found)).toContain('jenis kelamin dalam NIK lain dari berkas');
  expect(check({ participant }).result).toBe('pass');
});

test('a serial of 0000 stays a question whatever the registry says', () => {
  expect(check({ participant: { ...STATED, nik: '3171011701800000' } }).result).toBe('ask');
});

test('born on 29 February, as NIK, file and registry all say', () => {
  const born = day('2000-02-29');
  const participant = { ...STATED, nik: '3171012902000001', birthDate: born };
  expect(check({ participant, civil: onRecord({ birthDate: born }) }).result).toBe('pass');
});

test('29 February of the file against 28 February of the registry is a question, not another person', () => {
  const participant = { ...STATED, nik: '3171012902000001', birthDate: day('2000-02-29') };
  expect(check({ participant, civil: onRecord({ birthDate: day('2000-02-28') }) }).result).toBe('ask');
});

test.each([
  ['PETRUS CONTOH LADU', 'ask'],
  ['YULIANA TEFA', 'fail'],
] as const)('the name %s on record: %s', (name, result) => {
  expect(check({ civil: onRecord({ name }) }).result).toBe(result);
});

test('another birth date on record fails', () => {
  expect(check({ civil: onRecord({ birthDate: day('1991-06-30') }) }).result).toBe('fail');
});

test('a number that is no NIK fails before anybody is asked', () => {
  expect(check({ participant: { ...STATED, nik: '12345' } })).toMatchObject({ result: 'fail', evidence: [{ expected: '16 angka' }] });
});

test.each([
  ['silent', SILENT],
  ['without such a person', NOT_FOUND],
] as const)('a registry that is %s makes it a question', (_how, civil) => {
  expect(check({ civil }).result).toBe('ask');
});

test('nobody prepared a file: there is nobody to ask about', () => {
  expect(check({ participant: undefined, civil: { state: 'no-answer', why: 'nobody-to-ask-about' } }).result).toBe('ask');
});

test('no evidence repeats a NIK or a name', () => {
  const text = JSON.stringify([check(), check({ civil: onRecord({ name: 'YULIANA TEFA' }) })]);
  for (const secret of [STATED.nik, 'Petrus', 'PETRUS', 'YULIANA']) expect(text).not.toContain(secret);
});

test.each([
  ['Kab. Sikka', 'ask'],
  ['5307', 'ask'],
  ['Kota Kupang', 'ask'],
  ['Kabupaten Ende', 'pass'],
  ['Nagekeo', 'ask'],
  ['Kupang', 'pass'],
  ['Jakarta Selatan', 'pass'],
] as const)('a NIK first issued in Ende of somebody who lives in %s, with a registry that confirms nothing: %s', (regency, result) => {
  const participant = { ...STATED, nik: '5308011701800001', regency };
  const { evidence } = check({ participant, civil: SILENT });
  expect(evidence.some(({ found }) => found === 'kode wilayah lain dari alamat')).toBe(result === 'ask');
  // Moving house changes no NIK: the registry's own record settles it.
  expect(check({ participant }).result).toBe('pass');
});
