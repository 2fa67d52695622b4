import { formatInstant, formatMinuteOfDay, formatWeekdayWithoutYear } from '#domain/format/date.ts';
import { dayOfMonthOf, fromEpochDay, monthOf, yearOf } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { FREE_DAY_NAMES, type FreeDayKind } from '#domain/time/calendar/pack.ts';
import { MS_PER_MINUTE, type WorkCalendar } from '#domain/time/calendar/work-calendar.ts';
import { localDayOf, midnightOf } from '#domain/time/calendar/working-time.ts';
import { toLocal, ZONES } from '#domain/time/calendar/zone.ts';
import type { ExplainStep } from './explain-rows.ts';
import { GROUND_RULES } from './grounds.ts';
import type { ClockPause } from './ledger.ts';

const ROLE_NAMES: Readonly<Record<string, string>> = {
  officer: 'petugas',
  approver: 'pemeriksa kedua',
  supervisor: 'supervisor',
  system: 'sistem',
};

/** `Sel 17 Mar 2026, 14.05 WITA` */
export function momentText(calendar: WorkCalendar, at: Instant): string {
  return formatInstant(at, calendar.pack.zone);
}

/** `Rab 18 Mar`, `Sab 21 – Min 22 Mar`, `Sab 28 Feb – Min 1 Mar`; the year only where it is no longer that of the start. */
export function daysText(calendar: WorkCalendar, from: Instant, to: Instant, startedAt: Instant): string {
  const first = fromEpochDay(localDayOf(calendar, from));
  const last = fromEpochDay(localDayOf(calendar, to - 1));
  const startYear = yearOf(fromEpochDay(localDayOf(calendar, startedAt)));
  const year = yearOf(last) === startYear ? '' : ` ${yearOf(last)}`;
  if (first === last) return `${formatWeekdayWithoutYear(first)}${year}`;
  const sameMonth = monthOf(first) === monthOf(last) && yearOf(first) === yearOf(last);
  const [weekday] = formatWeekdayWithoutYear(first).split(' ');
  const opening = sameMonth ? `${weekday} ${dayOfMonthOf(first)}` : formatWeekdayWithoutYear(first);
  return `${opening} – ${formatWeekdayWithoutYear(last)}${year}`;
}

/** `Sel 17 Nov, 08.00–12.00 WITA`, or both days when the stretch is longer. */
export function stretchText(calendar: WorkCalendar, from: Instant, to: Instant): string {
  const [start, end] = [toLocal(from, calendar.pack.zone), toLocal(to, calendar.pack.zone)];
  const opening = `${formatWeekdayWithoutYear(start.day)}, ${formatMinuteOfDay(start.minuteOfDay)}`;
  const label = ZONES[calendar.pack.zone].label;
  if (start.day === end.day) return `${opening}–${formatMinuteOfDay(end.minuteOfDay)} ${label}`;
  return `${opening} – ${formatWeekdayWithoutYear(end.day)}, ${formatMinuteOfDay(end.minuteOfDay)} ${label}`;
}

/** `akhir pekan, libur nasional`; shorter for joint leave where the office is closed anyway. */
export function freeText(kinds: readonly FreeDayKind[]): string {
  if (kinds.length === 1 && kinds[0] === 'jointLeave') return FREE_DAY_NAMES.jointLeave;
  return kinds.map((kind) => (kind === 'jointLeave' ? 'cuti bersama' : FREE_DAY_NAMES[kind])).join(', ');
}

/** `2 hari 4 jam 30 menit kerja`: days are days of service, never 24 hours. */
export function workingSpanText(workingMs: number, serviceMs: number): string {
  const minutes = Math.floor(workingMs / MS_PER_MINUTE);
  const perDay = Math.floor(serviceMs / MS_PER_MINUTE);
  const days = Math.floor(minutes / perDay);
  const hours = Math.floor((minutes - days * perDay) / 60);
  const rest = minutes - days * perDay - hours * 60;
  const parts = [days > 0 ? `${days} hari` : '', hours > 0 ? `${hours} jam` : '', rest > 0 ? `${rest} menit` : ''];
  return `${parts.filter((part) => part !== '').join(' ') || '0 menit'} kerja`;
}

/** `, sampai akhir jam layanan`, `, sampai akhir hari` or `, sampai pukul 12.00 WITA`. */
export function untilText(calendar: WorkCalendar, dueAt: Instant): string {
  const sinceMidnight = dueAt - midnightOf(calendar, localDayOf(calendar, dueAt));
  if (sinceMidnight === calendar.closeMs) return ', sampai akhir jam layanan';
  if (sinceMidnight === 0) return ', sampai akhir hari';
  const { minuteOfDay } = toLocal(dueAt, calendar.pack.zone);
  return `, sampai pukul ${formatMinuteOfDay(minuteOfDay)} ${ZONES[calendar.pack.zone].label}`;
}

/** `dijeda: sengketa ahli waris (petugas; PP 44/2015 Pasal 40)`, each ground once. */
export function pauseText(pauses: readonly ClockPause[]): string {
  const grounds = pauses.map(({ ground, actor, source }) => {
    const who = actor === undefined ? [] : [ROLE_NAMES[actor] ?? actor];
    return `${GROUND_RULES[ground].label} (${[...who, source ?? GROUND_RULES[ground].source].join('; ')})`;
  });
  return `dijeda: ${[...new Set(grounds)].join(', ')}`;
}

/** `3 dari 7`, `3–4 dari 7` */
export function countsText({ first, last, of }: NonNullable<ExplainStep['counts']>): string {
  return `${first === last ? first : `${first}–${last}`} dari ${of}`;
}
