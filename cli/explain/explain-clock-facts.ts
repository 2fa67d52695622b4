import type { Fact, FactType } from '#domain/claim/facts.ts';
import { formatInstant } from '#domain/format/date.ts';
import { formatNumber } from '#domain/format/number.ts';
import { InputError } from '#domain/input-error.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import type { Zone } from '#domain/time/calendar/zone.ts';
import { type ClockId, clockDefinition } from '#domain/time/clock/definitions.ts';
import { type ClockView, deriveClock } from '#domain/time/clock/derive.ts';
import { GROUND_RULES } from '#domain/time/clock/grounds.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';
import { AUDIENCE_LABELS, oneLine, REQUIREMENT_LABELS } from './explain-labels.ts';

type FactOf<T extends FactType> = Extract<Fact, { type: T }>;

/** What is needed to date a clock beside a fact: the claim's calendar, and its clocks just after that fact. */
export type ClockTelling = {
  readonly zone: Zone;
  readonly calendar?: CalendarPack;
  readonly clocks: readonly ClockLedger[];
};

export function clockStarted(fact: FactOf<'sla.clock-started'>, telling: ClockTelling): readonly string[] {
  const { label, source } = clockDefinition(fact.clock, withSwitches());
  const view = viewAt(fact, telling, fact.startedAt);
  return [`${label} (${source})`, typeof view === 'string' ? view : `batas waktu ${formatInstant(view.dueAt, telling.zone)}`];
}

export function clockStopped(fact: FactOf<'sla.clock-stopped'>, telling: ClockTelling): readonly string[] {
  const { label } = clockDefinition(fact.clock, withSwitches());
  const view = viewAt(fact, telling, fact.stoppedAt);
  if (typeof view === 'string') return [label, view];
  return [`${label}: ${verdictText(view)}, batas waktunya ${formatInstant(view.dueAt, telling.zone)}`, ...heardLine(fact, telling.zone)];
}

export function verdictRevised(fact: FactOf<'sla.verdict-revised'>, telling: ClockTelling): readonly string[] {
  const { label } = clockDefinition(fact.clock, withSwitches());
  const ledger = telling.clocks.find(({ clock, generation }) => clock === fact.clock && generation === fact.generation);
  const view = ledger ? viewOf(ledger, telling.calendar, fact.at) : 'batas waktu tidak diketahui';
  const why = fact.why === 'calendar' ? 'kalender kerja kini mencakup waktunya' : 'pembukuan bank menyebut waktu bayar yang lain';
  const verdict = typeof view === 'string' ? view : `${verdictText(view)}, batas waktunya ${formatInstant(view.dueAt, telling.zone)}`;
  return [
    `${label}: ${verdict}; ${why}`,
    `berhenti ${formatInstant(fact.stoppedAt, telling.zone)}, semula ${formatInstant(fact.was, telling.zone)}`,
  ];
}

export function compensationUnknown({ clock }: FactOf<'claim.compensation-unknown'>): readonly string[] {
  return [`${namesOf([clock])}: tahun kalendernya belum ada; klaim menunggu sampai dapat dihitung`];
}

function verdictText({ standing, lateDays }: ClockView): string {
  return standing === 'met' ? 'terpenuhi' : `terlewat ${formatNumber(lateDays)} hari`;
}

function heardLine({ stoppedAt, heardAt }: FactOf<'sla.clock-stopped'>, zone: Zone): readonly string[] {
  return heardAt === undefined || heardAt === stoppedAt
    ? []
    : [`dibayar bank ${formatInstant(stoppedAt, zone)}, diketahui ${formatInstant(heardAt, zone)}`];
}

export function clockPaused({ ground, clocks, from, source }: FactOf<'sla.clock-paused'>, { zone }: ClockTelling): readonly string[] {
  const { label, awaits } = GROUND_RULES[ground];
  return [`karena ${label}, sejak ${formatInstant(from, zone)}; yang ditunggu: ${awaits}`, `dasar: ${oneLine(source)}; ${namesOf(clocks)}`];
}

export function clockResumed({ ground, clocks, resumedAt }: FactOf<'sla.clock-resumed'>, { zone }: ClockTelling): readonly string[] {
  const held = clocks.length === 0 ? 'tidak ada batas waktu yang masih tertahan' : namesOf(clocks);
  return [`penghentian karena ${GROUND_RULES[ground].label} berakhir ${formatInstant(resumedAt, zone)}; ${held}`];
}

export function clockExtended({ clock, units, reason }: FactOf<'sla.clock-extended'>): readonly string[] {
  return [`${namesOf([clock])} ditambah ${units} hari`, `alasan: ${oneLine(reason)}`];
}

export function calendarChanged({ calendar, reason, moved }: FactOf<'sla.calendar-changed'>, { zone }: ClockTelling): readonly string[] {
  const said = (instant: Instant | null): string => (instant === null ? 'tidak diketahui' : formatInstant(instant, zone));
  return [
    `kalender ${calendar.id} versi ${calendar.version}; alasan: ${oneLine(reason)}`,
    ...moved.map(({ clock, from, to }) => `${namesOf([clock])}: dari ${said(from)} menjadi ${said(to)}`),
  ];
}

function namesOf(clocks: readonly ClockId[]): string {
  return clocks.map((clock) => clockDefinition(clock, withSwitches()).label).join(', ');
}

export function rungReached(fact: FactOf<'sla.rung-reached'>, { zone }: ClockTelling): readonly string[] {
  const { label } = clockDefinition(fact.clock, withSwitches());
  const tells = fact.tells.map((audience) => AUDIENCE_LABELS[audience]).join(', ');
  const requires = fact.requires.map((requirement) => REQUIREMENT_LABELS[requirement]).join(', ');
  return [
    `${label}, tingkat ${fact.rung}; jatuh ${formatInstant(fact.dueAt, zone)}, tercatat ${lateness(fact.at - fact.dueAt)}`,
    `memberi tahu ${tells}${requires === '' ? '' : `; harus ${requires}`}`,
  ];
}

/** Of a rung: how long after its instant it was put on record. */
export function lateness(ms: number): string {
  if (ms < 1_000) return 'tepat waktu';
  const seconds = Math.floor(ms / 1_000);
  if (seconds < 120) return `${seconds} detik kemudian`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return `${minutes} menit kemudian`;
  return `${formatNumber(Math.floor(minutes / 60))} jam kemudian`;
}

function viewAt(fact: FactOf<'sla.clock-started' | 'sla.clock-stopped'>, telling: ClockTelling, at: Instant): ClockView | string {
  const ledger = telling.clocks.findLast(({ clock }) => clock === fact.clock);
  return ledger ? viewOf(ledger, telling.calendar, at) : 'batas waktu tidak diketahui: jurnal sebelum fakta ini tidak dapat dilipat';
}

/** The clock, or in words why it cannot be computed. */
export function viewOf(ledger: ClockLedger, calendar: CalendarPack | undefined, at: Instant): ClockView | string {
  if (!calendar) return 'batas waktu tidak diketahui: kalender klaim ini tidak ada di basis data';
  try {
    return deriveClock(ledger, calendar, at, withSwitches());
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `batas waktu tidak diketahui: ${error.message}`;
  }
}
