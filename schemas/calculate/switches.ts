import { z } from 'zod';
import type { BackPay, Switches, SwitchId } from '#domain/law/rules/switches.ts';

const TEN_YEARS_OF_DAYS = 3_650;

const BackPayText = z.custom<BackPay>(
  (value) => typeof value === 'string' && /^(unlimited|years:[1-9]\d{0,2})$/.test(value),
  'Harus "unlimited" atau "years:n" dengan n bilangan bulat mulai 1.',
);

const SHAPES = {
  'jkm.threeMonthTest': z.exactOptional(z.enum(['bothMonths', 'membershipOnly', 'contributionsOnly'])),
  'jkm.monthCounting': z.exactOptional(z.enum(['calendarMonths', 'contributionMonths', 'days90'])),
  'jkm.insideThirdMonth': z.exactOptional(z.enum(['reduced', 'full'])),
  'jkm.restartAfterLapse': z.exactOptional(z.boolean()),
  'jkm.threeMonthSegments': z.exactOptional(z.enum(['bpuOnly', 'all'])),
  'jkm.reducedLabel': z.exactOptional(z.enum(['funeral10', 'lump8funeral2'])),
  'coverage.lapseOnUnpaidMonth': z.exactOptional(z.literal([3, 4])),
  'coverage.arrearsPayableUntil': z.exactOptional(z.enum(['beforePayout', 'beforeDeath'])),
  'jkm.doubleMembership': z.exactOptional(z.enum(['perEmployer', 'perMembership', 'once'])),
  'coverage.discountedMonthCounts': z.exactOptional(z.enum(['full', 'half'])),
  'payer.unpaidHolds': z.exactOptional(z.boolean()),
  'death.proof': z.exactOptional(z.enum(['certificateOnly', 'villageLetterAccepted'])),
  'calendar.jointLeave': z.exactOptional(z.enum(['nonWorking', 'working'])),
  'sla.partnerPromise': z.exactOptional(
    z.strictObject({ unit: z.enum(['calendarDays', 'workingDays']), start: z.enum(['complete', 'reported']) }),
  ),
  'sla.countStartDay': z.exactOptional(z.boolean()),
  'sla.startAfterHours': z.exactOptional(z.enum(['sameDay', 'nextWorkingDay'])),
  'sla.dueAt': z.exactOptional(z.enum(['endOfService', 'endOfDay'])),
  'late.dayKind': z.exactOptional(z.enum(['calendarDays', 'workingDays'])),
  'late.base': z.exactOptional(z.enum(['programmeCash', 'wholeClaim', 'withoutFuneral'])),
  'late.autoPropose': z.exactOptional(z.boolean()),
  'scholarship.year': z.exactOptional(z.strictObject({ startMonth: z.int().min(1).max(12), startDay: z.int().min(1).max(31) })),
  'scholarship.endsAt23': z.exactOptional(z.enum(['lineBeforeBirthday', 'proRata'])),
  'scholarship.childOrder': z.exactOptional(z.enum(['birthDate', 'asDeclared'])),
  'scholarship.backPay': z.exactOptional(BackPayText),
  'jkk.lapseYears': z.exactOptional(z.int().min(1).max(100)),
  'jkk.suspectedDays': z.exactOptional(z.int().min(0).max(TEN_YEARS_OF_DAYS)),
  'pack.2025From': z.exactOptional(z.enum(['2025-02-24', '2025-02-28'])),
  'coverage.employerArrears': z.exactOptional(z.enum(['lapses', 'asks'])),
  'late.pausedAfterDue': z.exactOptional(z.enum(['counts', 'excluded'])),
} as const satisfies Record<SwitchId, z.ZodType>;

/** Any of rules.md section 2 by id, in any input. */
export const SwitchOverrides: z.ZodType<Partial<Switches>> = z.strictObject(SHAPES).describe('readings that override the defaults');
