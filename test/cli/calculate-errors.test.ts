import { answerLine } from '#cli/calculate/answer-line.ts';
import { goldenInput, lineOf } from './golden.ts';
import { answersIn, answerTo, type ErrorAnswer, runCalculate } from './run-calculate.ts';

const GOOD = lineOf(goldenInput('coverage-01'));

/** `code field` of the answer to a golden case changed in one place. */
async function errorOf(id: string, change: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = (await answerTo(lineOf(goldenInput(id, change)))) as Partial<ErrorAnswer>;
  return answer.error === undefined ? 'calculated' : `${answer.error.code} ${answer.error.field}`;
}

describe('a line that is no request', () => {
  test.each([
    ['a blank line', ''],
    ['a line of spaces', '   \t'],
    ['half an object', '{"family":"coverage","input":{'],
    ['two objects', '{} {}'],
    ['JavaScript', "{family:'coverage'}"],
    ['a comma too many', '{"family":"coverage",}'],
    ['a number', '42'],
    ['a text', '"coverage"'],
    ['nothing', 'null'],
    ['a list', '[]'],
    ['a truth', 'true'],
    ['a number JSON does not know', 'NaN'],
  ])('%s is an error of the line itself', async (_, line) => {
    expect(await answerTo(line)).toMatchObject({ error: { code: 'invalid-input', field: 'line', message: expect.stringMatching(/\S/) } });
  });

  test.each([
    ['{}', 'family'],
    ['{"input":{}}', 'family'],
    ['{"family":"pension","input":{}}', 'family'],
    ['{"family":7,"input":{}}', 'family'],
    ['{"family":"toString","input":{}}', 'family'],
    ['{"family":"coverage"}', 'input'],
    ['{"family":"coverage","input":null}', 'input'],
    ['{"family":"coverage","input":[]}', 'input'],
    ['{"family":"coverage","input":"x"}', 'input'],
    ['{"family":"coverage","input":{},"id":"c1"}', 'id'],
    ['{"family":"coverage","input":{}}', 'on'],
  ])('%s is an error of %s', async (line, field) => {
    expect(await answerTo(line)).toMatchObject({ error: { code: 'invalid-input', field } });
  });

  test('a line over 1 MiB is an error, and the next line still works', async () => {
    const long = `{"family":"coverage","input":{"x":"${'a'.repeat(1_100_000)}"}}`;
    const answers = answersIn((await runCalculate(`${long}\n${GOOD}\n`)).stdout);
    expect(answers).toMatchObject([{ error: { code: 'invalid-input', field: 'line' } }, { result: { status: 'active' } }]);
  });

  test('a line that is not UTF-8 is an error, and the next line still works', async () => {
    const answers = answersIn((await runCalculate([Buffer.from([0x7b, 0xff, 0x7d, 0x0a]), GOOD])).stdout);
    expect(answers).toMatchObject([{ error: { code: 'invalid-input', field: 'line' } }, { result: { status: 'active' } }]);
  });

  test('no error repeats what stood on the line: it may be personal data', async () => {
    for (const line of [
      '{"family":"5301010101900001"}',
      '5301010101900001x',
      '{"a":"5301010101900001',
      lineOf(goldenInput('coverage-01', { on: '5301010101900001' })),
    ]) {
      expect(JSON.stringify(await answerTo(line))).not.toContain('5301010101900001');
    }
  });
});

describe('days, months and instants', () => {
  test.each([
    '2026-02-30',
    '2026-13-01',
    '2026-2-3',
    '26-02-03',
    '03/02/2026',
    '2026-02-03T00:00:00Z',
    '',
    ' 2026-02-03',
    '0026-02-03',
    '9999-01-01',
    20260203,
    null,
    true,
    [],
    {},
  ])('the day %j is an error of its field', async (on) => {
    expect(await errorOf('coverage-01', { on })).toBe('invalid-input on');
  });

  test('29 February is a day only in leap years', async () => {
    expect(await errorOf('coverage-01', { on: '2028-02-29' })).toBe('calculated');
    expect(await errorOf('coverage-01', { on: '2026-02-29' })).toBe('invalid-input on');
  });

  test.each(['2026-00', '2026-13', '2026-1', '2026', '2026-01-01', 202601, null])(
    'the month %j is an error of its place',
    async (month) => {
      expect(await errorOf('coverage-01', { paidMonths: ['2026-01', month] })).toBe('invalid-input paidMonths.1');
    },
  );

  test.each([
    '2026-03-17T10:00:00+08:00',
    '2026-03-17T02:00:00',
    '2026-03-17T02:00Z',
    '2026-03-17 02:00:00Z',
    '2026-02-30T02:00:00Z',
    '2026-03-17T24:00:00Z',
    '2026-03-17T23:59:60Z',
    '2026-03-17',
    1_773_712_800_000,
    null,
  ])('the instant %j is an error of its field', async (startedAt) => {
    expect(await errorOf('clocks-01', { startedAt })).toBe('invalid-input startedAt');
  });

  test('an event before the first rules is an error of its day', async () => {
    expect(await errorOf('benefits-01', { on: '2015-06-30' })).toBe('invalid-input on');
    expect(await errorOf('scholarship-01', { eventOn: '2015-06-30' })).toBe('invalid-input eventOn');
  });
});

describe('amounts and counts', () => {
  test.each([-1, 0.5, '1000000', null, 1e300, 9_007_199_254_740_992, true])('a wage base of %j is an error', async (wageBase) => {
    expect(await errorOf('benefits-14', { wageBase })).toBe('invalid-input wageBase');
  });

  test('amounts whose sum no longer fits are an error, not a rounded result', async () => {
    expect(await errorOf('benefits-14', { wageBase: 9_007_199_254_740_991 })).toBe('invalid-input wageBase');
  });

  test.each(['stmbDays', 'medicalReceipts', 'homeCareReceipts', 'lateDays'])('a negative %s is an error', async (field) => {
    expect(await errorOf('benefits-14', { [field]: -1 })).toBe(`invalid-input ${field}`);
  });

  test('nested fields are named by their path', async () => {
    const membership = { segment: 'BPU', status: 'active', membershipMonths: 12, contributionMonths: 12 };
    const second = (change: object) => errorOf('benefits-01', { memberships: [membership, { ...membership, ...change }] });
    expect(await second({ status: 'asleep' })).toBe('invalid-input memberships.1.status');
    expect(await second({ membershipMonths: -1 })).toBe('invalid-input memberships.1.membershipMonths');
    expect(await second({ contributionMonths: 1.5 })).toBe('invalid-input memberships.1.contributionMonths');
    expect(await second({ segment: 'PMI' })).toBe('invalid-input memberships.1.segment');
    expect(await second({ employer: '' })).toBe('invalid-input memberships.1.employer');
    expect(await second({ extra: 1 })).toBe('invalid-input memberships.1.extra');
    expect(await errorOf('benefits-01', { memberships: [membership, null] })).toBe('invalid-input memberships.1');
    expect(await errorOf('benefits-01', { memberships: {} })).toBe('invalid-input memberships');
    expect(await errorOf('benefits-14', { transport: [{ mode: 'space', receipts: 1 }] })).toBe('invalid-input transport.0.mode');
    expect(await errorOf('benefits-14', { transport: [{ mode: 'sea', receipts: -5 }] })).toBe('invalid-input transport.0.receipts');
  });
});

describe('unknown, missing and empty', () => {
  test.each([
    ['coverage-01', 'memberSince'],
    ['coverage-01', 'paidMonths'],
    ['benefits-01', 'programme'],
    ['benefits-01', 'event'],
    ['benefits-01', 'memberships'],
    ['scholarship-01', 'children'],
    ['scholarship-01', 'schoolYears'],
    ['heirs-01', 'people'],
    ['heirs-01', 'programme'],
    ['clocks-01', 'asOf'],
    ['clocks-01', 'zone'],
    ['clocks-01', 'calendar'],
  ])('%s without %s is an error of that field', async (id, field) => {
    expect(await errorOf(id, { [field]: undefined })).toBe(`invalid-input ${field}`);
  });

  test.each(['coverage-01', 'benefits-01', 'scholarship-01', 'heirs-01', 'clocks-01'])(
    '%s with a field nobody knows is an error of it',
    async (id) => {
      expect(await errorOf(id, { colour: 'red' })).toBe('invalid-input colour');
      expect(await errorOf(id, { constructor: 1 })).toBe('invalid-input constructor');
      expect(await errorOf(id, { explanation: [] })).toBe('invalid-input explanation');
    },
  );

  test('a misspelt field is named before the one it leaves missing', async () => {
    expect(await errorOf('coverage-01', { memberSince: undefined, membersince: '2026-01-10' })).toBe('invalid-input membersince');
  });

  test('a key called __proto__ is unknown like any other, at every depth', async () => {
    const inject = (id: string, json: string, at: string) => answerTo(lineOf(goldenInput(id)).replace(at, `${at}${json},`));
    expect(await inject('coverage-01', '"__proto__":{"on":1}', '"input":{')).toMatchObject({ error: { field: '__proto__' } });
    expect(await inject('heirs-06', '"__proto__":{"id":"g","courtAppointed":true}', '"guardianOf":{')).toMatchObject({
      error: { field: 'guardianOf' },
    });
  });
});

describe('switches', () => {
  test.each(['coverage-01', 'benefits-01', 'scholarship-01', 'heirs-01', 'clocks-01'])(
    '%s accepts any known switch and refuses the others',
    async (id) => {
      expect(await errorOf(id, { switches: {} })).toBe('calculated');
      expect(await errorOf(id, { switches: { 'death.proof': 'villageLetterAccepted' } })).toBe('calculated');
      expect(await errorOf(id, { switches: { 'death.prof': 'certificateOnly' } })).toBe('invalid-input switches.death.prof');
      expect(await errorOf(id, { switches: { 'death.proof': 'rumour' } })).toBe('invalid-input switches.death.proof');
      expect(await errorOf(id, { switches: [] })).toBe('invalid-input switches');
      expect(await errorOf(id, { switches: null })).toBe('invalid-input switches');
    },
  );

  test.each([
    ['coverage.lapseOnUnpaidMonth', 5],
    ['coverage.lapseOnUnpaidMonth', '4'],
    ['jkm.restartAfterLapse', 'true'],
    ['scholarship.backPay', 'years:'],
    ['scholarship.backPay', 'years:0'],
    ['scholarship.backPay', 5],
    ['jkk.lapseYears', 0],
    ['jkk.suspectedDays', -1],
    ['jkk.suspectedDays', 1.5],
  ])('%s does not take %j', async (id, value) => {
    expect(await errorOf('coverage-01', { switches: { [id]: value } })).toBe(`invalid-input switches.${id}`);
  });

  test('switches that are objects are checked inside', async () => {
    const promise = (value: unknown) => errorOf('clocks-16', { switches: { 'sla.partnerPromise': value } });
    expect(await promise({ unit: 'workingDays', start: 'complete' })).toBe('calculated');
    expect(await promise({ unit: 'weeks', start: 'complete' })).toBe('invalid-input switches.sla.partnerPromise.unit');
    expect(await promise({ unit: 'workingDays' })).toBe('invalid-input switches.sla.partnerPromise.start');
    expect(await promise('workingDays')).toBe('invalid-input switches.sla.partnerPromise');
    const year = (value: unknown) => errorOf('scholarship-01', { switches: { 'scholarship.year': value } });
    expect(await year({ startMonth: 13, startDay: 1 })).toBe('invalid-input switches.scholarship.year.startMonth');
    expect(await year({ startMonth: 2, startDay: 30 })).toBe('invalid-input switches.scholarship.year');
  });
});

describe('what does not fit together', () => {
  test('heirs: a partner institution anywhere has its own code', async () => {
    expect(await errorOf('heirs-11', {})).toMatch(/^payee-is-partner people\.1/);
  });

  test('heirs: two people with one id, or a power of attorney to a stranger', async () => {
    const people = [
      { id: 'a', relation: 'spouse', alive: true },
      { id: 'a', relation: 'child', alive: true },
    ];
    expect(await errorOf('heirs-01', { people })).toBe('invalid-input people.1.id');
    expect(await errorOf('heirs-01', { powerOfAttorneyTo: 'stranger' })).toBe('invalid-input powerOfAttorneyTo');
    expect(await errorOf('heirs-01', { people: [{ id: 'a', relation: 'cousin', alive: true }] })).toBe('invalid-input people.0.relation');
    expect(await errorOf('heirs-01', { people: [{ id: 'a', relation: 'spouse', alive: 'yes' }] })).toBe('invalid-input people.0.alive');
    expect(await errorOf('heirs-06', { guardianOf: { b: { id: 'g' } } })).toBe('invalid-input guardianOf.b.courtAppointed');
  });

  test('scholarship: a year asked for twice, a year that is none', async () => {
    expect(await errorOf('scholarship-01', { schoolYears: [2026, 2026] })).toBe('invalid-input schoolYears.1');
    expect(await errorOf('scholarship-01', { schoolYears: [2026.5] })).toBe('invalid-input schoolYears.0');
    expect(await errorOf('scholarship-01', { schoolYears: ['2026'] })).toBe('invalid-input schoolYears.0');
    const child = { id: 'a', birthDate: '2014-03-01', schooling: [{ schoolYear: 2026, level: 'phd', proof: true }] };
    expect(await errorOf('scholarship-01', { children: [child] })).toBe('invalid-input children.0.schooling.0.level');
  });

  test('clocks: pauses that end before they begin, unknown clocks, grounds and zones', async () => {
    expect(await errorOf('clocks-19', {})).toBe('invalid-input pauses.0.to');
    expect(await errorOf('clocks-10', { pauses: [{ from: '2026-11-17T00:00:00Z', ground: 'tired' }] })).toBe(
      'invalid-input pauses.0.ground',
    );
    expect(await errorOf('clocks-01', { clock: 'jkm' })).toBe('invalid-input clock');
    expect(await errorOf('clocks-01', { zone: 'Asia/Dili' })).toBe('invalid-input zone');
    expect(await errorOf('clocks-01', { budget: -1 })).toBe('invalid-input budget');
    expect(await errorOf('clocks-01', { base: 0.5 })).toBe('invalid-input base');
    expect(await errorOf('clocks-07', { stoppedAt: '2026-11-15T00:00:00Z' })).toBe('invalid-input stoppedAt');
  });

  test('clocks: the calendar is checked as strictly as the rest', async () => {
    const calendar = goldenInput('clocks-01').input.calendar as { service: object };
    const withCalendar = (change: object) => errorOf('clocks-01', { calendar: { ...calendar, ...change } });
    expect(await withCalendar({ holidays: ['2026-02-30'] })).toBe('invalid-input calendar.holidays.0');
    expect(await withCalendar({ holidays: ['2026-01-01', '2027-01-01'] })).toBe('invalid-input calendar.holidays.1');
    expect(await withCalendar({ jointLeave: ['2062-05-15'] })).toBe('invalid-input calendar.jointLeave.0');
    expect(await withCalendar({ years: ['2026'] })).toBe('invalid-input calendar.years.0');
    expect(await withCalendar({ years: undefined })).toBe('invalid-input calendar.years');
    expect(await withCalendar({ name: 'NTT' })).toBe('invalid-input calendar.name');
    expect(await withCalendar({ service: { from: '8:00', to: '16:00' } })).toBe('invalid-input calendar.service.from');
    expect(await withCalendar({ service: { from: '08:00', to: '25:00' } })).toBe('invalid-input calendar.service.to');
    expect(await withCalendar({ service: { from: '16:00', to: '08:00' } })).toBe('invalid-input calendar.service.to');
    expect(await withCalendar({ service: { from: '08:00' } })).toBe('invalid-input calendar.service.to');
    const breaks = [{ from: '12:00', to: '17:00' }];
    expect(await withCalendar({ service: { from: '08:00', to: '16:00', breaks } })).toBe('invalid-input calendar.service.breaks');
    expect(await withCalendar({ localHolidays: ['2031-01-02'] })).toBe('invalid-input calendar.localHolidays.0');
  });

  test('clocks: a year the calendar does not have is its own error', async () => {
    const calendar = goldenInput('clocks-01').input.calendar as object;
    const empty = { ...calendar, years: [], holidays: [], jointLeave: [] };
    expect(await errorOf('clocks-18', {})).toBe('calendar-year-missing calendar.years');
    expect(await errorOf('clocks-01', { calendar: empty })).toBe('calendar-year-missing calendar.years');
  });

  test('lists beyond any claim are refused before they cost time', async () => {
    const schoolYears = Array.from({ length: 101 }, (_, index) => 2026 + index);
    expect(await errorOf('scholarship-01', { schoolYears })).toBe('invalid-input schoolYears');
  });

  test('a budget beyond any clock is an error of the budget, one beyond the calendar is a missing year', async () => {
    expect(await errorOf('clocks-15', { budget: 100_001 })).toBe('invalid-input budget');
    expect(await errorOf('clocks-16', { budget: 100_000 })).toBe('calendar-year-missing calendar.years');
    expect(await errorOf('clocks-01', { budget: 1_000 })).toBe('calendar-year-missing calendar.years');
  });

  test('what the domain finds out of range is an error of the input, not a crash', () => {
    const outOfRange = (): never => {
      throw new RangeError('not a calendar day: 10021-01-01');
    };
    expect(answerLine({ text: lineOf(goldenInput('scholarship-01')) }, outOfRange)).toEqual({
      error: { code: 'invalid-input', field: 'input', message: expect.stringContaining('di luar') },
    });
  });
});
