import type { Switches } from '#domain/law/rules/switches.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { makeOffice, type Office } from '../../domain/time/clock/brute-force.ts';

/**
 * rules.md section 7 once more, as a walk over single minutes that pauses may cut into pieces. It shares no arithmetic with what it judges,
 * only the question whether a minute is open. Unlike the oracle of the pure tests it takes any millisecond, because people act at any.
 */
type Row = { readonly budget: number; readonly unit: 'workingDays' | 'calendarDays' | 'hours'; readonly pausedBy: readonly string[] };

const LAW = ['heir-dispute', 'court-order', 'force-majeure', 'payer-unpaid', 'arrears-unpaid'];
export const CLOCKS: Readonly<Record<string, Row>> = {
  'jkm-legal': { budget: 3, unit: 'workingDays', pausedBy: LAW },
  'jkk-legal': { budget: 7, unit: 'workingDays', pausedBy: [...LAW, 'medical-opinion'] },
  'partner-promise': { budget: 7, unit: 'calendarDays', pausedBy: ['heir-dispute', 'court-order', 'force-majeure'] },
  'stage-1-report': { budget: 48, unit: 'hours', pausedBy: [] },
  'stage-2-report': { budget: 48, unit: 'hours', pausedBy: [] },
  'suspected-accident': { budget: 30, unit: 'calendarDays', pausedBy: [] },
  complaint: { budget: 5, unit: 'workingDays', pausedBy: ['waiting-complainant'] },
  'first-look': { budget: 1, unit: 'workingDays', pausedBy: [] },
  'second-eyes': { budget: 1, unit: 'workingDays', pausedBy: [] },
};

/** What a clock has lived through so far; `to` is Infinity while a pause lasts. */
export type Life = {
  readonly clock: string;
  readonly startedAt: number;
  readonly pauses: readonly { readonly from: number; readonly to: number; readonly ground: string }[];
  readonly extendedBy: number;
  readonly promiseUnit?: 'workingDays' | 'calendarDays';
};

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;
const PATIENCE_MS = 4 * 60 * MINUTE;
/** Far enough for every ladder of the tests; a walk that gets here found nothing. */
const FARTHEST_MS = 120 * DAY_MINUTES * MINUTE;

const offices = new WeakMap<CalendarPack, Partial<Record<Switches['calendar.jointLeave'], Office>>>();

/** Days it has looked at are remembered, and every walk over the pack passes the same ones. */
function officeOf(pack: CalendarPack, jointLeave: Switches['calendar.jointLeave']): Office {
  const known = offices.get(pack) ?? {};
  const office = known[jointLeave] ?? makeOffice(pack, { 'calendar.jointLeave': jointLeave });
  offices.set(pack, { ...known, [jointLeave]: office });
  return office;
}

export class Walk {
  readonly #office: Office;
  readonly #life: Life;
  readonly #pauses: readonly { readonly from: number; readonly to: number }[];
  readonly #row: Row;
  readonly #serviceMs: number;
  readonly #effectiveStart: number;
  readonly #baseDueAt: number;
  readonly #budgetMs: number;
  readonly dueAt: number;

  constructor(life: Life, pack: CalendarPack, jointLeave: Switches['calendar.jointLeave']) {
    const row = CLOCKS[life.clock];
    if (!row) throw new Error(`the rules know no clock ${life.clock}`);
    this.#office = officeOf(pack, jointLeave);
    this.#life = life;
    this.#row = {
      ...row,
      budget: row.budget + life.extendedBy,
      unit: life.clock === 'partner-promise' ? (life.promiseUnit ?? row.unit) : row.unit,
    };
    this.#pauses = life.pauses.filter(({ ground }) => row.pausedBy.includes(ground));
    this.#serviceMs = (pack.service.toMinute - pack.service.fromMinute) * MINUTE;
    this.#effectiveStart = this.#row.unit === 'workingDays' ? this.#firstServiceDay(life.startedAt) : life.startedAt;
    this.#baseDueAt = this.#dueWithoutPauses();
    this.#budgetMs = this.#openMs(this.#effectiveStart, this.#baseDueAt);
    this.dueAt = this.#moved();
  }

  /** When the clock itself asks for a rung, whatever anybody acknowledged. */
  rungAt(id: string): number {
    const after = /^\+(\d+)$/.exec(id);
    if (after) return this.#spend(Number(after[1]) * this.#serviceMs, this.dueAt, true);
    const percent = Number(id);
    if (this.#row.unit === 'hours') return this.#life.startedAt + ((this.#baseDueAt - this.#life.startedAt) * percent) / 100;
    const spent = this.#spend(Math.ceil((this.#budgetMs * percent) / 100), this.#effectiveStart, true);
    return this.serviceMoment(percent === 100 ? Math.max(spent, this.dueAt) : spent);
  }

  /** Four service hours after a rung that nobody acknowledged. */
  patienceEnds(firedAt: number): number {
    return this.#spend(PATIENCE_MS, firedAt, false);
  }

  isPaused(at: number): boolean {
    return this.#pauses.some(({ from, to }) => from <= at && at < to);
  }

  /** `at`, or the first moment after the pauses it falls into at which somebody is there to be told. */
  outsidePauses(at: number): number {
    for (let moment = at; ; ) {
      const pause = this.#pauses.find(({ from, to }) => from <= moment && moment < to);
      if (!pause || moment === Number.POSITIVE_INFINITY) return moment;
      moment = this.#row.unit === 'hours' ? pause.to : this.serviceMoment(pause.to);
    }
  }

  /** Within service, the closing included. */
  isServed(at: number): boolean {
    return this.#isOpen(at) || (at % MINUTE === 0 && this.#isOpen(at - MINUTE));
  }

  serviceMoment(at: number): number {
    if (at === Number.POSITIVE_INFINITY || this.isServed(at)) return at;
    let minute = Math.ceil(at / MINUTE);
    while (!this.#office.isOpen(minute)) minute += 1;
    return minute * MINUTE;
  }

  get waitsForOffice(): boolean {
    return this.#row.unit !== 'hours';
  }

  #isOpen(at: number): boolean {
    return this.#office.isOpen(Math.floor(at / MINUTE));
  }

  #firstServiceDay(start: number): number {
    const local = Math.floor(start / MINUTE) + this.#office.offset;
    let day = Math.floor(local / DAY_MINUTES);
    const closing = (day * DAY_MINUTES + this.#office.pack.service.toMinute - this.#office.offset) * MINUTE;
    if (this.#office.isWorkingDay(day) && start <= closing) return start;
    do day += 1;
    while (!this.#office.isWorkingDay(day));
    return (day * DAY_MINUTES + this.#office.pack.service.fromMinute - this.#office.offset) * MINUTE;
  }

  #dueWithoutPauses(): number {
    const { budget, unit } = this.#row;
    if (unit === 'hours') return this.#life.startedAt + budget * 60 * MINUTE;
    let day = Math.floor((Math.floor(this.#effectiveStart / MINUTE) + this.#office.offset) / DAY_MINUTES);
    for (let counted = 0; counted < budget; ) {
      day += 1;
      if (unit === 'calendarDays' || this.#office.isWorkingDay(day)) counted += 1;
    }
    return (day * DAY_MINUTES + this.#office.pack.service.toMinute - this.#office.offset) * MINUTE;
  }

  /** Pause by pause, overlaps as one: what begins before the clock is due moves it by the open time it covers. */
  #moved(): number {
    let due = this.#baseDueAt;
    for (let at = this.#life.startedAt; at < due; ) {
      if (!this.isPaused(at)) {
        at = Math.min(due, ...this.#pauses.map(({ from }) => from).filter((from) => from > at));
        continue;
      }
      let owed = 0;
      while (this.isPaused(at)) {
        const end = this.#sliceEnd(at);
        if (this.#pauses.some(({ from, to }) => from <= at && to === Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
        if (this.#isOpen(at)) owed += end - at;
        at = end;
      }
      due = this.#spend(owed, due, false);
    }
    return due;
  }

  #openMs(from: number, to: number): number {
    let open = 0;
    for (let at = from; at < to; ) {
      const end = Math.min((Math.floor(at / MINUTE) + 1) * MINUTE, to);
      if (this.#isOpen(at)) open += end - at;
      at = end;
    }
    return open;
  }

  /** The earliest instant by which so much open time has gone by, in pauses only if they do not count. */
  #spend(owedMs: number, from: number, standsStill: boolean): number {
    let owed = owedMs;
    let at = from;
    while (owed > 0 && at < from + FARTHEST_MS) {
      const end = this.#sliceEnd(at);
      if (this.#isOpen(at) && !(standsStill && this.isPaused(at))) {
        if (owed <= end - at) return at + owed;
        owed -= end - at;
      }
      if (standsStill && this.#pauses.some((pause) => pause.from <= at && pause.to === Number.POSITIVE_INFINITY)) break;
      at = end;
    }
    return owed <= 0 ? at : Number.POSITIVE_INFINITY;
  }

  #sliceEnd(at: number): number {
    let end = (Math.floor(at / MINUTE) + 1) * MINUTE;
    for (const { from, to } of this.#pauses) {
      if (from > at && from < end) end = from;
      if (to > at && to < end) end = to;
    }
    return end;
  }
}
