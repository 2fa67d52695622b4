import fc from 'fast-check';
import { parseNik, type Sex } from '#domain/people/identity/nik.ts';
import { NTT_REGENCIES } from '#domain/people/identity/regions.ts';
import { day, dayOfMonthOf, fromEpochDay, monthOf, yearOf } from '#domain/time/calendar/day.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const birthDates = fc.integer({ min: -25_567, max: 20_453 }).map(fromEpochDay); // 1900 to 2025
const sexes = fc.constantFrom<Sex>('female', 'male');
const regencies = fc.constantFrom(...NTT_REGENCIES.map(({ code }) => code));

function nikOf(birthDate: ReturnType<typeof day>, sex: Sex, regency = '5301', serial = 1): string {
  const writtenDay = dayOfMonthOf(birthDate) + (sex === 'female' ? 40 : 0);
  return `${regency}01${pad(writtenDay, 2)}${pad(monthOf(birthDate), 2)}${pad(yearOf(birthDate) % 100, 2)}${pad(serial, 4)}`;
}

function read(text: string, stated?: Parameters<typeof parseNik>[1]) {
  const parsed = parseNik(text, stated);
  if ('error' in parsed) throw new Error(parsed.error.message);
  return parsed;
}

test('a NIK gives back the sex, birth date and regency it was issued with, without a warning', () => {
  fc.assert(
    fc.property(birthDates, sexes, regencies, fc.integer({ min: 1, max: 9_999 }), (birthDate, sex, regency, serial) => {
      const { value, warnings } = read(nikOf(birthDate, sex, regency, serial), { birthDate, sex, regencyCode: regency });
      expect({ ...value, warnings }).toMatchObject({ birthDate, sex, regencyCode: regency, warnings: [] });
    }),
  );
});

test('the stated birth date decides the century: born 1926 and born 2026 share their digits', () => {
  expect(read(nikOf(day('1926-03-27'), 'male'), { birthDate: day('1926-03-27') }).value.birthDate).toBe('1926-03-27');
  expect(read(nikOf(day('2026-03-27'), 'male'), { birthDate: day('2026-03-27') }).value.birthDate).toBe('2026-03-27');
});

test('a birth date corrected across the turn of the century stays next to the stated one', () => {
  const { value, warnings } = read(nikOf(day('1999-12-31'), 'female'), { birthDate: day('2000-01-01') });
  expect(value.birthDate).toBe('1999-12-31');
  expect(warnings).toEqual(['birth-date-mismatch']);
});

test('without a stated birth date no century is guessed', () => {
  expect(read(nikOf(day('1980-01-01'), 'male')).value).not.toHaveProperty('birthDate');
});

test('a birth date, sex or region that disagrees is a warning, never a refusal', () => {
  const nik = nikOf(day('1980-01-01'), 'male', '5302');
  expect(read(nik, { birthDate: day('1981-01-01') }).warnings).toEqual(['birth-date-mismatch']);
  expect(read(nik, { birthDate: day('1980-02-01') }).warnings).toEqual(['birth-date-mismatch']);
  expect(read(nik, { birthDate: day('1980-01-02') }).warnings).toEqual(['birth-date-mismatch']);
  expect(read(nik, { sex: 'female' }).warnings).toEqual(['sex-mismatch']);
  expect(read(nik, { regencyCode: '5371' }).warnings).toEqual(['region-mismatch']);
});

test('someone from Malaka with a NIK issued in Belu, before the split, is no surprise', () => {
  expect(read(nikOf(day('1980-01-01'), 'male', '5304'), { regencyCode: '5321' }).warnings).toEqual([]);
  expect(read(nikOf(day('1980-01-01'), 'male', '5321'), { regencyCode: '5304' }).warnings).toEqual(['region-mismatch']);
});

test('a NIK from another province is accepted: it shows where it was first issued', () => {
  expect(read('3374010101800001').warnings).toEqual([]);
  expect(read('9974010101800001').warnings).toEqual(['unknown-province']);
});

test('dates that never were, and serial 0000, are warned about', () => {
  expect(read('5301013102800001').warnings).toEqual(['impossible-birth-date']);
  expect(read('5301014001800001').warnings).toEqual(['impossible-birth-date']);
  expect(read('5301010113800001').warnings).toEqual(['impossible-birth-date']);
  expect(read('5301017201800001').warnings).toEqual(['impossible-birth-date']);
  expect(read('5301012902000001').warnings).toEqual([]);
  expect(read('5301012902010001').warnings).toEqual(['impossible-birth-date']);
  expect(read('5301010101800000').warnings).toEqual(['zero-serial']);
});

test('the first and the last day of a month are read for women as for men', () => {
  expect(read('5301014101800001').value).toMatchObject({ sex: 'female', birthDayOfMonth: 1 });
  expect(read('5301017101800001').value).toMatchObject({ sex: 'female', birthDayOfMonth: 31 });
  expect(read('5301013101800001').value).toMatchObject({ sex: 'male', birthDayOfMonth: 31 });
});

test('spaces and dashes between the digits are forgiven', () => {
  expect(read(' 5301 0101-0180.0001 ').value.nik).toBe('5301010101800001');
});

test('anything but 16 digits is refused, with the field and without the number', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (/^\d{16}$/.test(text.replace(/[\s.-]/g, ''))) return;
      expect(parseNik(text, {}, 'heirs.0.nik')).toEqual({
        error: { code: 'invalid-input', field: 'heirs.0.nik', message: 'NIK terdiri dari 16 angka. Tulis ulang sesuai KTP.' },
      });
    }),
  );
});
