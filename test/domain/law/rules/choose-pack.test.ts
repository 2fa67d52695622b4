import { InputError } from '#domain/input-error.ts';
import { ALL_PACKS, choosePack, startingOn, switchesOf } from '#domain/law/rules/choose-pack.ts';
import { SWITCH_DEFAULTS } from '#domain/law/rules/switches.ts';
import { day } from '#domain/time/calendar/day.ts';

describe('the rules of an event', () => {
  test.each([
    ['2015-07-01', 'jkm-jkk-2015'],
    ['2019-12-01', 'jkm-jkk-2015'],
    ['2019-12-02', 'jkm-jkk-2019'],
    ['2025-02-27', 'jkm-jkk-2019'],
    ['2025-02-28', 'jkm-jkk-2025'],
    ['2040-01-01', 'jkm-jkk-2025'],
  ])('an event on %s falls under %s', (on, id) => {
    expect(choosePack(day(on)).pack.id).toBe(id);
    expect(choosePack(day(on), [...ALL_PACKS].reverse()).pack.id).toBe(id);
  });

  test('the choice names the day of the event, the start of the rules and the day before the next ones', () => {
    expect(choosePack(day('2020-05-01')).explanation).toEqual([
      { step: 'Hari peristiwa menentukan aturan yang dipakai', date: '2020-05-01', source: 'PP 82/2019' },
      { step: 'Paket jkm-jkk-2019 versi 1 berlaku sejak', date: '2019-12-02', source: 'PP 82/2019' },
      { step: 'Hari terakhir sebelum paket jkm-jkk-2025', date: '2025-02-27', source: 'Permenaker 1/2025 [disimpulkan]' },
    ]);
  });

  test('of two later packs the nearer one ends the present', () => {
    const [, , last] = choosePack(day('2016-01-01'), [...ALL_PACKS].reverse()).explanation;
    expect(last).toEqual({ step: 'Hari terakhir sebelum paket jkm-jkk-2019', date: '2019-12-01', source: 'PP 82/2019' });
  });

  test('an event before the first rules is refused in the field that dates it', () => {
    const choose = () => choosePack(day('2015-06-30'), ALL_PACKS, 'eventOn');
    expect(choose).toThrow(InputError);
    expect(choose).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        field: 'eventOn',
        message: 'Belum ada paket aturan untuk 2015-06-30; yang pertama, jkm-jkk-2015, berlaku sejak 2015-07-01.',
      }),
    );
  });

  test('without any rules nothing can be chosen', () => {
    expect(() => choosePack(day('2026-01-01'), [])).toThrow(expect.objectContaining({ field: 'on', message: 'Tidak ada paket aturan.' }));
  });

  test('should Permenaker 1/2025 turn out to have been promulgated on another day, that day decides', () => {
    const packs = startingOn(day('2025-02-10'), 'jkm-jkk-2025');
    expect(choosePack(day('2025-02-09'), packs).pack.id).toBe('jkm-jkk-2019');
    expect(choosePack(day('2025-02-10'), packs).pack).toMatchObject({ id: 'jkm-jkk-2025', validFrom: '2025-02-10' });
    expect(packs.map(({ validFrom }) => validFrom)).toEqual(['2015-07-01', '2019-12-02', '2025-02-10']);
  });
});

describe('the switches of a calculation', () => {
  test('come from the defaults where neither pack nor input says otherwise', () => {
    expect(switchesOf(choosePack(day('2026-01-01')).pack)).toEqual(SWITCH_DEFAULTS);
  });

  test('a pack overrides the default, the input overrides the pack', () => {
    const { pack } = choosePack(day('2016-01-01'));
    expect(switchesOf(pack)['jkk.lapseYears']).toBe(2);
    expect(switchesOf(pack, { 'jkk.lapseYears': 5 })['jkk.lapseYears']).toBe(5);
  });

  test.each([
    ['2016-01-01', 'once'],
    ['2020-01-01', 'once'],
    ['2026-01-01', 'perEmployer'],
  ])('two employers on %s are read as %s', (on, reading) => {
    expect(switchesOf(choosePack(day(on)).pack)['jkm.doubleMembership']).toBe(reading);
  });
});
