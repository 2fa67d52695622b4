import { InputError } from '#domain/input-error.ts';
import { toEpochDay } from './day.ts';
import type { CalendarPack, FreeDayKind } from './pack.ts';
import { ZONES } from './zone.ts';

export const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;

export type JointLeave = 'nonWorking' | 'working';

const WEEKEND = 1;
const HOLIDAY = 2;
const JOINT_LEAVE = 4;
const LOCAL_HOLIDAY = 8;

/** Milliseconds since local midnight. */
type ServiceSpan = { readonly fromMs: number; readonly toMs: number };

type YearTable = {
  readonly firstDay: number;
  /** The first epoch day after the year. */
  readonly endDay: number;
  /** Per day of the year, the flags above. */
  readonly flags: Uint8Array;
  /** Working days of the year before its n-th day; one entry more than it has days. */
  readonly workingBefore: Uint16Array;
};

/** A pack under one reading of joint leave, ready for integer arithmetic on epoch days. Tables of years are made when first needed. */
export type WorkCalendar = {
  readonly pack: CalendarPack;
  readonly jointLeave: JointLeave;
  readonly offsetMs: number;
  /** Since local midnight. */
  readonly openMs: number;
  readonly closeMs: number;
  /** The hours between the breaks, in order. */
  readonly spans: readonly ServiceSpan[];
  /** Of a whole day, breaks left out. */
  readonly serviceMs: number;
  readonly tables: YearTable[];
};

// Packs are immutable, so what was made of one stays true; keyed weakly so that a stream of one-off packs costs no memory.
const prepared = new WeakMap<CalendarPack, Partial<Record<JointLeave, WorkCalendar>>>();

export function workCalendar(pack: CalendarPack, jointLeave: JointLeave): WorkCalendar {
  const readings = prepared.get(pack) ?? {};
  const known = readings[jointLeave];
  if (known) return known;
  const openMs = pack.service.fromMinute * MS_PER_MINUTE;
  const closeMs = pack.service.toMinute * MS_PER_MINUTE;
  const offsetMs = ZONES[pack.zone].offsetMinutes * MS_PER_MINUTE;
  const spans = spansOf(pack);
  const serviceMs = spans.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const calendar: WorkCalendar = { pack, jointLeave, offsetMs, openMs, closeMs, spans, serviceMs, tables: [] };
  prepared.set(pack, { ...readings, [jointLeave]: calendar });
  return calendar;
}

function spansOf({ service: { fromMinute, toMinute, breaks = [] } }: CalendarPack): readonly ServiceSpan[] {
  const starts = [fromMinute, ...breaks.map((each) => each.toMinute)];
  const ends = [...breaks.map((each) => each.fromMinute), toMinute];
  return starts.map((start, index) => ({ fromMs: start * MS_PER_MINUTE, toMs: (ends[index] ?? toMinute) * MS_PER_MINUTE }));
}

export function isWorkingEpochDay(calendar: WorkCalendar, epochDay: number): boolean {
  const table = tableOf(calendar, epochDay);
  return isWorkingFlags(calendar, entry(table.flags, epochDay - table.firstDay));
}

/** Why the day is free or would be; a joint-leave day is named even where it counts as working. */
export function freeDayKinds(calendar: WorkCalendar, epochDay: number): FreeDayKind[] {
  const table = tableOf(calendar, epochDay);
  const flags = entry(table.flags, epochDay - table.firstDay);
  const kinds: FreeDayKind[] = [];
  if (flags & WEEKEND) kinds.push('weekend');
  if (flags & HOLIDAY) kinds.push('holiday');
  if (flags & JOINT_LEAVE) kinds.push('jointLeave');
  if (flags & LOCAL_HOLIDAY) kinds.push('localHoliday');
  return kinds;
}

/** Working days in `[from, to)`. Every year between is needed, also one that is only passed. */
export function countWorkingDays(calendar: WorkCalendar, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; ) {
    const table = tableOf(calendar, at);
    const until = Math.min(to, table.endDay);
    count += entry(table.workingBefore, until - table.firstDay) - entry(table.workingBefore, at - table.firstDay);
    at = until;
  }
  return count;
}

/** The n-th working day after `epochDay`, n ≥ 1. */
export function nthWorkingDayAfter(calendar: WorkCalendar, epochDay: number, n: number): number {
  let left = n;
  let at = epochDay;
  while (left > 0) {
    at += 1;
    if (isWorkingEpochDay(calendar, at)) left -= 1;
  }
  return at;
}

function isWorkingFlags(calendar: WorkCalendar, flags: number): boolean {
  return (flags & (WEEKEND | HOLIDAY | LOCAL_HOLIDAY)) === 0 && ((flags & JOINT_LEAVE) === 0 || calendar.jointLeave === 'working');
}

function tableOf(calendar: WorkCalendar, epochDay: number): YearTable {
  for (const table of calendar.tables) {
    if (epochDay >= table.firstDay && epochDay < table.endDay) return table;
  }
  const year = new Date(epochDay * MS_PER_DAY).getUTCFullYear();
  if (!calendar.pack.years.includes(year)) throw yearMissing(calendar.pack, year);
  const table = makeTable(calendar, year);
  calendar.tables.push(table);
  return table;
}

function makeTable(calendar: WorkCalendar, year: number): YearTable {
  const firstDay = Date.UTC(year, 0, 1) / MS_PER_DAY;
  const endDay = Date.UTC(year + 1, 0, 1) / MS_PER_DAY;
  const flags = new Uint8Array(endDay - firstDay);
  const mark = (days: CalendarPack['holidays'], flag: number): void => {
    for (const day of days) {
      const index = toEpochDay(day) - firstDay;
      if (index >= 0 && index < flags.length) flags[index] = entry(flags, index) | flag;
    }
  };
  mark(calendar.pack.holidays, HOLIDAY);
  mark(calendar.pack.jointLeave, JOINT_LEAVE);
  mark(calendar.pack.localHolidays ?? [], LOCAL_HOLIDAY);
  const workingBefore = new Uint16Array(flags.length + 1);
  for (let index = 0; index < flags.length; index += 1) {
    const weekday = (((firstDay + index + 4) % 7) + 7) % 7;
    if (weekday === 0 || weekday === 6) flags[index] = entry(flags, index) | WEEKEND;
    workingBefore[index + 1] = entry(workingBefore, index) + (isWorkingFlags(calendar, entry(flags, index)) ? 1 : 0);
  }
  return { firstDay, endDay, flags, workingBefore };
}

function entry(table: Uint8Array | Uint16Array, index: number): number {
  return table[index] ?? 0;
}

function yearMissing(pack: CalendarPack, year: number): InputError {
  const known = pack.years.length === 0 ? 'tidak ada tahun' : [...pack.years].sort((a, b) => a - b).join(', ');
  const text = `Kalender kerja tahun ${year} belum ada: ${pack.name} versi ${pack.version} memuat ${known}. Muat dan aktifkan kalender ${year} menurut SKB tiga menteri, lalu hitung ulang.`;
  return new InputError('calendar-year-missing', 'calendar.years', text);
}
