import { checkEvent, type EventInput } from '#domain/claim/checks/event.ts';
import { day } from '#domain/time/calendar/day.ts';

const DIED = day('2026-02-20');
const report = { institutionId: 'bpr-contoh', kind: 'death', eventOn: DIED, reportedOn: day('2026-03-02'), agrees: true } as const;
const relative = { name: 'X', familyCardNumber: '1', relatives: [] };
const civil = (birthDate: string, diedOn: string) =>
  ({
    state: 'found',
    found: { ...relative, birthDate: day(birthDate), life: { alive: false, diedOn: day(diedOn), certificateNumber: 'A' } },
  }) as const;
const member = (memberSince: string) =>
  ({ state: 'found', found: [{ kpj: 'K', segment: 'BPU', memberSince: day(memberSince), paidMonths: [], payer: 'self' }] }) as const;

const check = (change: Partial<EventInput> = {}) =>
  checkEvent({
    kind: 'death',
    eventOn: DIED,
    diedOn: DIED,
    today: day('2026-03-02'),
    reports: [report],
    birthDate: day('1979-01-01'),
    registry: member('2025-06-05'),
    civil: civil('1979-01-01', '2026-02-20'),
    ...change,
  });
const death = (on: string): Partial<EventInput> => ({ eventOn: day(on), diedOn: day(on) });

describe('the day of the event', () => {
  test('that every report and registry names, within life and membership, passes', () => {
    expect(check()).toMatchObject({ check: 'event', result: 'pass' });
  });

  test.each([
    [
      'in 2062, registered in 2026',
      { ...death('2062-01-01'), reports: [{ ...report, eventOn: day('2062-01-01') }] },
      'tidak sesudah 2026-03-02',
    ],
    ['in 9999', death('9999-12-31'), 'tidak sesudah 2026-03-02'],
    ['before birth', { birthDate: day('2026-02-21') }, undefined],
    ['before birth by the registry', { civil: civil('2026-02-21', '2026-02-20') }, undefined],
    ['at 200 years of age', { birthDate: day('1826-01-01') }, 'umur paling tinggi 130 tahun'],
    ['of a death before its accident', { eventOn: day('2026-02-25') }, 'tidak sebelum kecelakaan 2026-02-25'],
  ] as const)('%s fails, with evidence', (_what, change, expected) => {
    const result = check(change);
    expect(result.result).toBe('fail');
    expect(result.evidence[0]?.expected).toBe(expected);
  });

  test('before the first day of any membership fails, and proposes why', () => {
    expect(check({ registry: member('2026-02-21') })).toMatchObject({ result: 'fail', proposes: 'not-a-participant' });
  });

  test('that another report names otherwise is a question, side by side', () => {
    const other = { ...report, institutionId: 'ksp-lain', eventOn: day('2026-02-18'), agrees: false };
    expect(check({ reports: [report, other] })).toMatchObject({
      result: 'ask',
      evidence: [{ found: '2026-02-18', expected: '2026-02-20', source: 'ksp-lain' }, {}, {}, {}, {}],
    });
  });

  test('that the registry names otherwise is a question', () => {
    expect(check({ civil: civil('1979-01-01', '2026-02-19') })).toMatchObject({
      result: 'ask',
      evidence: [{ expected: '2026-02-19' }, {}, {}, {}, {}],
    });
  });

  test('a report before the event it tells of fails, whatever the claim goes by since', () => {
    expect(check({ reports: [{ ...report, eventOn: day('2026-03-03'), agrees: false }] }).result).toBe('fail');
  });

  test.each(['0001-01-01', '2014-06-30', '9999-12-31'])('%s breaks nothing', (on) => {
    expect(['ask', 'fail']).toContain(check({ ...death(on), birthDate: day('9999-12-31') }).result);
  });

  test('silence of the registries clears and accuses nothing', () => {
    const silent = { state: 'no-answer', why: 'timeout' } as const;
    expect(check({ civil: silent, registry: silent, birthDate: undefined })).toMatchObject({ result: 'pass' });
  });
});
