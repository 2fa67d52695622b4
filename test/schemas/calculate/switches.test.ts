import { SWITCH_DEFAULTS } from '#domain/law/rules/switches.ts';
import { SwitchOverrides } from '#schemas/calculate/switches.ts';

const ACCEPTED: Readonly<Record<string, readonly unknown[]>> = {
  'jkm.threeMonthTest': ['bothMonths', 'membershipOnly', 'contributionsOnly'],
  'jkm.monthCounting': ['calendarMonths', 'contributionMonths', 'days90'],
  'jkm.insideThirdMonth': ['reduced', 'full'],
  'jkm.restartAfterLapse': [true, false],
  'jkm.threeMonthSegments': ['bpuOnly', 'all'],
  'jkm.reducedLabel': ['funeral10', 'lump8funeral2'],
  'coverage.lapseOnUnpaidMonth': [3, 4],
  'coverage.arrearsPayableUntil': ['beforePayout', 'beforeDeath'],
  'jkm.doubleMembership': ['perEmployer', 'perMembership', 'once'],
  'coverage.discountedMonthCounts': ['full', 'half'],
  'payer.unpaidHolds': [true, false],
  'death.proof': ['certificateOnly', 'villageLetterAccepted'],
  'calendar.jointLeave': ['nonWorking', 'working'],
  'sla.partnerPromise': [
    { unit: 'calendarDays', start: 'complete' },
    { unit: 'workingDays', start: 'reported' },
  ],
  'sla.countStartDay': [false, true],
  'sla.startAfterHours': ['sameDay', 'nextWorkingDay'],
  'sla.dueAt': ['endOfService', 'endOfDay'],
  'late.dayKind': ['calendarDays', 'workingDays'],
  'late.base': ['programmeCash', 'wholeClaim', 'withoutFuneral'],
  'late.autoPropose': [true, false],
  'scholarship.year': [{ startMonth: 7, startDay: 1 }],
  'scholarship.endsAt23': ['lineBeforeBirthday', 'proRata'],
  'scholarship.childOrder': ['birthDate', 'asDeclared'],
  'scholarship.backPay': ['unlimited', 'years:1', 'years:10'],
  'jkk.lapseYears': [2, 5],
  'jkk.suspectedDays': [0, 30],
  'pack.2025From': ['2025-02-24', '2025-02-28'],
  'coverage.employerArrears': ['lapses', 'asks'],
  'late.pausedAfterDue': ['counts', 'excluded'],
};

test('the table of readings tried here has every switch there is', () => {
  expect(Object.keys(ACCEPTED).sort()).toEqual(Object.keys(SWITCH_DEFAULTS).sort());
});

test('the defaults are readings the input may state', () => {
  expect(SwitchOverrides.parse(SWITCH_DEFAULTS)).toEqual(SWITCH_DEFAULTS);
});

test.each(Object.entries(ACCEPTED))('%s takes every reading of the rules, and nothing else', (id, values) => {
  for (const value of values) expect(SwitchOverrides.parse({ [id]: value })).toEqual({ [id]: value });
  for (const value of ['', 'maybe', null, 2.5, -3, [], {}, 'TRUE']) expect(SwitchOverrides.safeParse({ [id]: value }).success).toBe(false);
});

test('a switch that is not stated is not there, rather than there and undefined', () => {
  expect(SwitchOverrides.safeParse({ 'death.proof': undefined }).success).toBe(false);
  expect(SwitchOverrides.parse({})).toEqual({});
});
