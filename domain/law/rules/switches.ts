/**
 * The open doubts of the law, as named switches: which readings exist, which one holds until somebody decides, and why.
 * A pack may set another default for its dates; an input may override any of them by id.
 */
export type PartnerPromise = { readonly unit: 'calendarDays' | 'workingDays'; readonly start: 'complete' | 'reported' };
export type SchoolYearStart = { readonly startMonth: number; readonly startDay: number };
export type BackPay = 'unlimited' | `years:${number}`;

export type Switches = {
  readonly 'jkm.threeMonthTest': 'bothMonths' | 'membershipOnly' | 'contributionsOnly';
  readonly 'jkm.monthCounting': 'calendarMonths' | 'contributionMonths' | 'days90';
  readonly 'jkm.insideThirdMonth': 'reduced' | 'full';
  readonly 'jkm.restartAfterLapse': boolean;
  readonly 'jkm.threeMonthSegments': 'bpuOnly' | 'all';
  readonly 'jkm.reducedLabel': 'funeral10' | 'lump8funeral2';
  readonly 'coverage.lapseOnUnpaidMonth': 3 | 4;
  readonly 'coverage.arrearsPayableUntil': 'beforePayout' | 'beforeDeath';
  readonly 'jkm.doubleMembership': 'perEmployer' | 'perMembership' | 'once';
  readonly 'coverage.discountedMonthCounts': 'full' | 'half';
  readonly 'payer.unpaidHolds': boolean;
  readonly 'death.proof': 'certificateOnly' | 'villageLetterAccepted';
  readonly 'calendar.jointLeave': 'nonWorking' | 'working';
  readonly 'sla.partnerPromise': PartnerPromise;
  readonly 'sla.countStartDay': boolean;
  readonly 'sla.startAfterHours': 'sameDay' | 'nextWorkingDay';
  readonly 'sla.dueAt': 'endOfService' | 'endOfDay';
  readonly 'late.dayKind': 'calendarDays' | 'workingDays';
  readonly 'late.base': 'programmeCash' | 'wholeClaim' | 'withoutFuneral';
  readonly 'late.autoPropose': boolean;
  readonly 'scholarship.year': SchoolYearStart;
  readonly 'scholarship.endsAt23': 'lineBeforeBirthday' | 'proRata';
  readonly 'scholarship.childOrder': 'birthDate' | 'asDeclared';
  readonly 'scholarship.backPay': BackPay;
  readonly 'jkk.lapseYears': number;
  readonly 'jkk.suspectedDays': number;
  readonly 'pack.2025From': '2025-02-24' | '2025-02-28';
  /** Claims ask unless told otherwise (domain/claim/readings.ts). */
  readonly 'coverage.employerArrears': 'lapses' | 'asks';
  readonly 'late.pausedAfterDue': 'counts' | 'excluded';
};

export type SwitchId = keyof Switches;

export const SWITCH_DEFAULTS: Switches = {
  'jkm.threeMonthTest': 'bothMonths',
  'jkm.monthCounting': 'calendarMonths',
  'jkm.insideThirdMonth': 'reduced',
  'jkm.restartAfterLapse': true,
  'jkm.threeMonthSegments': 'bpuOnly',
  'jkm.reducedLabel': 'funeral10',
  'coverage.lapseOnUnpaidMonth': 4,
  'coverage.arrearsPayableUntil': 'beforePayout',
  'jkm.doubleMembership': 'perEmployer',
  'coverage.discountedMonthCounts': 'full',
  'payer.unpaidHolds': true,
  'death.proof': 'certificateOnly',
  'calendar.jointLeave': 'nonWorking',
  'sla.partnerPromise': { unit: 'calendarDays', start: 'complete' },
  'sla.countStartDay': false,
  'sla.startAfterHours': 'nextWorkingDay',
  'sla.dueAt': 'endOfService',
  'late.dayKind': 'calendarDays',
  'late.base': 'programmeCash',
  'late.autoPropose': true,
  'scholarship.year': { startMonth: 7, startDay: 1 },
  'scholarship.endsAt23': 'lineBeforeBirthday',
  'scholarship.childOrder': 'birthDate',
  'scholarship.backPay': 'unlimited',
  'jkk.lapseYears': 5,
  'jkk.suspectedDays': 30,
  'pack.2025From': '2025-02-28',
  'coverage.employerArrears': 'lapses',
  'late.pausedAfterDue': 'excluded',
};

/** Every switch, the input's own value where it has one. */
export function withSwitches(overrides: Partial<Switches> = {}): Switches {
  return { ...SWITCH_DEFAULTS, ...overrides };
}
