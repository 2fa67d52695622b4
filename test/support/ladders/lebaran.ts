import { addDays, type Day, daysBetween, makeDay, weekdayOf } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { fromLocal, toLocal, type Zone } from '#domain/time/calendar/zone.ts';

const DAY_MS = 86_400_000;
const TUESDAY = 2;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'] as const;
const SHAPE = /^(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun) (\d\d):(\d\d)$/;

/**
 * The working year around Lebaran 2026, moved by whole weeks so that its "Tuesday 17 March 10:00" is still to come: real servers begin a
 * claim now, and only its future can be skipped through. Tests go on speaking of March 2026.
 */
export class Lebaran {
  readonly pack: CalendarPack;
  readonly #shiftDays: number;

  constructor(now: Instant, zone: Zone = NTT_2026.zone) {
    const soonest = toLocal(now + DAY_MS - 10 * 3_600_000, zone).day;
    const toTuesday = 1 + ((TUESDAY - 1 - weekdayOf(soonest) + 7) % 7);
    this.#shiftDays = daysBetween(makeDay(2026, 3, 17), addDays(soonest, toTuesday));
    const year = new Date(now).getUTCFullYear();
    const moved = (days: readonly Day[]): Day[] => days.map((one) => addDays(one, this.#shiftDays));
    this.pack = {
      ...NTT_2026,
      zone,
      id: 'lebaran',
      name: 'Lebaran 2026 yang digeser',
      years: [year - 1, year, year + 1, year + 2],
      holidays: moved(NTT_2026.holidays),
      jointLeave: moved(NTT_2026.jointLeave),
      dayNames: {},
      source: 'test',
    };
  }

  /** `17 Mar 10:00`, wall clock of the branch in 2026, as an instant of the moved year. */
  at(text: string): Instant {
    const parts = SHAPE.exec(text);
    if (!parts) throw new RangeError(`not a moment of 2026: ${text}`);
    const [, dayOfMonth, month, hour, minute] = parts;
    return fromLocal(
      { day: this.day(Number(dayOfMonth), month as string), minuteOfDay: Number(hour) * 60 + Number(minute) },
      this.pack.zone,
    );
  }

  day(dayOfMonth: number, month: string): Day {
    return addDays(makeDay(2026, MONTHS.indexOf(month as never) + 1, dayOfMonth), this.#shiftDays);
  }

  /** The way back, to the second, for people who read a failure. */
  say(at: Instant): string {
    if (!Number.isFinite(at)) return 'never';
    const { day, minuteOfDay } = toLocal(at, this.pack.zone);
    const [, month, dayOfMonth] = addDays(day, -this.#shiftDays).split('-').map(Number);
    const two = (part: number): string => String(part).padStart(2, '0');
    const clock = `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}:${two(Math.floor(at / 1_000) % 60)}`;
    return `${dayOfMonth} ${MONTHS[(month ?? 1) - 1] ?? `month ${month}`} ${clock}`;
  }
}
