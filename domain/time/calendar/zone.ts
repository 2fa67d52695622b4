import { type Day, fromEpochDay, toEpochDay } from './day.ts';
import type { Instant } from './instant.ts';

/** Indonesia keeps no daylight saving: fixed offsets, integer arithmetic, no `Intl`. */
export const ZONES = {
  'Asia/Jakarta': { offsetMinutes: 420, label: 'WIB' },
  'Asia/Makassar': { offsetMinutes: 480, label: 'WITA' },
  'Asia/Jayapura': { offsetMinutes: 540, label: 'WIT' },
} as const;

export type Zone = keyof typeof ZONES;
export const ZONE_IDS = Object.keys(ZONES) as readonly Zone[];

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;

/** The wall clock of a zone: the day, and minutes since its midnight (whole minutes, rounded down). */
export type LocalTime = { readonly day: Day; readonly minuteOfDay: number };

export function toLocal(value: Instant, zone: Zone): LocalTime {
  const minutes = Math.floor(value / MS_PER_MINUTE) + ZONES[zone].offsetMinutes;
  const epochDay = Math.floor(minutes / MINUTES_PER_DAY);
  return { day: fromEpochDay(epochDay), minuteOfDay: minutes - epochDay * MINUTES_PER_DAY };
}

export function fromLocal(local: LocalTime, zone: Zone): Instant {
  return (toEpochDay(local.day) * MINUTES_PER_DAY + local.minuteOfDay - ZONES[zone].offsetMinutes) * MS_PER_MINUTE;
}
