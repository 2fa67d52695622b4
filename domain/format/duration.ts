import { formatNumber } from './number.ts';

/** Every duration says which kind of day it counts. */
export const DURATION_UNITS = ['workingDays', 'calendarDays', 'hours'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

const DAY_NAMES = { workingDays: 'hari kerja', calendarDays: 'hari kalender', hours: 'hari kalender' } as const;
const MINUTES_PER_CALENDAR_DAY = 1_440;
const MINUTES_PER_HOUR = 60;
/** Above this many days whole days say enough; below, hours begin to matter. */
const WHOLE_DAYS_ABOVE = 3;

/** `3 hari kerja`, `30 hari kalender`; whole days of hours as the law writes them: `2×24 jam`. */
export function formatDuration(amount: number, unit: DurationUnit): string {
  if (unit !== 'hours') return `${formatNumber(amount)} ${DAY_NAMES[unit]}`;
  return amount > 0 && amount % 24 === 0 ? `${formatNumber(amount / 24)}×24 jam` : `${formatNumber(amount)} jam`;
}

export type RemainingScale = {
  readonly unit: DurationUnit;
  /** Minutes of service in one working day; only working-day clocks need it. */
  readonly serviceMinutesPerDay?: number;
};

/**
 * What is left, rounded down so that nobody is promised more than there is: `4 hari kerja lagi`, `1 hari 5 jam`, `45 menit`.
 * Negative minutes are a lateness, in the same steps: `terlambat 2 hari kerja`, `terlambat 20 menit`.
 */
export function formatRemaining(minutes: number, scale: RemainingScale): string {
  const perDay = scale.unit === 'workingDays' ? (scale.serviceMinutesPerDay ?? 480) : MINUTES_PER_CALENDAR_DAY;
  if (minutes < 0) return `terlambat ${formatLateness(-minutes, perDay, scale.unit)}`;
  if (minutes > WHOLE_DAYS_ABOVE * perDay) return `${formatNumber(Math.floor(minutes / perDay))} ${DAY_NAMES[scale.unit]} lagi`;
  return formatDaysAndHours(minutes, perDay);
}

function formatLateness(minutes: number, perDay: number, unit: DurationUnit): string {
  if (minutes >= perDay) return `${formatNumber(Math.floor(minutes / perDay))} ${DAY_NAMES[unit]}`;
  return formatDaysAndHours(minutes, perDay);
}

function formatDaysAndHours(minutes: number, perDay: number): string {
  if (minutes < MINUTES_PER_HOUR) return `${Math.floor(minutes)} menit`;
  const days = Math.floor(minutes / perDay);
  const hours = Math.floor((minutes - days * perDay) / MINUTES_PER_HOUR);
  return [days > 0 ? `${days} hari` : '', hours > 0 ? `${hours} jam` : ''].filter((part) => part !== '').join(' ');
}
