import { formatClockTime, formatShortDate } from '#domain/format/date.ts';
import { formatDuration } from '#domain/format/duration.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import { cite } from '#domain/law/rules/explanation.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Rupiah } from '#domain/money/money.ts';
import { fromEpochDay } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { type CalendarPack, estimatedDays } from '#domain/time/calendar/pack.ts';
import { workCalendar } from '#domain/time/calendar/work-calendar.ts';
import { localDayOf } from '#domain/time/calendar/working-time.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { type ClockDefinition, clockDefinition } from './definitions.ts';
import { type ClockView, deriveClock, endOfView } from './derive.ts';
import { type ExplainLine, type ExplainRow, type ExplainStep, isStep } from './explain-rows.ts';
import { explainSteps } from './explain-steps.ts';
import { momentText } from './explain-text.ts';
import { GROUND_RULES } from './grounds.ts';
import { lateAmount } from './late.ts';
import type { ClockLedger } from './ledger.ts';
import { layOut, type Timeline } from './timeline.ts';

export type { ExplainLine, ExplainRow, ExplainStep } from './explain-rows.ts';

/** The arithmetic of one deadline, in Indonesian: officer, partner and family read these same rows. `base` adds the price of lateness. */
export function explainDeadline(ledger: ClockLedger, pack: CalendarPack, asOf: Instant, switches: Switches, base?: Rupiah): ExplainRow[] {
  const definition = clockDefinition(ledger.clock, switches);
  const calendar = workCalendar(pack, switches['calendar.jointLeave']);
  const view = deriveClock(ledger, pack, asOf, switches);
  const timeline = layOut(ledger, definition, calendar, endOfView(ledger, asOf), switches);
  const steps = explainSteps({ timeline, ledger, countsStartDay: switches['sla.countStartDay'] });
  const budget = formatDuration(timeline.budget, definition.unit);
  return [
    { kind: 'heading', text: `${definition.label} · ${budget} ${definition.sinceText} · ${cite(definition)}` },
    ...steps,
    ...[
      ...estimateNotes(timeline),
      ...ignoredPauses(ledger, definition),
      ...stateNotes(ledger, pack, view),
      ...lateNotes(view, switches, base),
    ].map(note),
    note(footer(definition, pack, asOf, switches)),
  ];
}

/** A deadline that moved: its old rows struck through, what moved it, and the new rows. */
export function explainMove(before: readonly ExplainRow[], movedBy: string, after: readonly ExplainRow[]): ExplainRow[] {
  const heading = after.filter((row) => row.kind === 'heading');
  const struck = before.filter(isStep).map((step) => ({ ...step, struck: true as const }));
  return [...heading, ...struck, { kind: 'moved', text: movedBy }, ...after.filter((row) => row.kind !== 'heading')];
}

/** Three columns under the heading, as wide as the longest entry asks for. */
export function formatExplanation(rows: readonly ExplainRow[]): string[] {
  const steps = rows.filter(isStep);
  const whenWidth = columnWidth(steps.map(whenOf), 30);
  const whatWidth = columnWidth(
    steps.map((step) => step.what),
    50,
  );
  return rows.map((row) => (isStep(row) ? `${whenOf(row).padEnd(whenWidth)}${row.what.padEnd(whatWidth)}${row.effect}` : lineText(row)));
}

function whenOf(step: ExplainStep): string {
  return step.struck ? `(dicoret) ${step.when}` : step.when;
}

function lineText({ kind, text }: ExplainLine): string {
  return kind === 'moved' ? `Batas waktu bergeser: ${text}` : text;
}

function columnWidth(texts: readonly string[], least: number): number {
  return texts.reduce((widest, text) => Math.max(widest, text.length + 2), least);
}

function note(text: string): ExplainLine {
  return { kind: 'note', text };
}

/** A free day on the way whose date its source calls an estimate: the deadline moves with it. */
function estimateNotes({ calendar, definition, startedAt, dueAt }: Timeline): string[] {
  if (definition.unit === 'hours' || dueAt === Number.POSITIVE_INFINITY) return [];
  const [first, last] = [startedAt, dueAt].map((at) => fromEpochDay(localDayOf(calendar, at)));
  const days = estimatedDays(calendar.pack).filter((day) => first !== undefined && last !== undefined && day >= first && day <= last);
  if (days.length === 0) return [];
  const names = days.map((day) => [formatShortDate(day), calendar.pack.dayNames?.[day]].filter((part) => part !== undefined).join(' '));
  return [`Tanggal libur ini masih perkiraan menurut sumber kalender: ${names.join(', ')}. Bila berubah, batas waktu dihitung ulang`];
}

function ignoredPauses(ledger: ClockLedger, { pausedBy, label }: ClockDefinition): string[] {
  const grounds = new Set(ledger.pauses.map((pause) => pause.ground).filter((ground) => !pausedBy.includes(ground)));
  return [...grounds].map((ground) => `Tidak menjeda ${label}: ${GROUND_RULES[ground].label}`);
}

function stateNotes(ledger: ClockLedger, pack: CalendarPack, view: ClockView): string[] {
  const calendar = workCalendar(pack, 'nonWorking');
  if (view.state === 'paused') {
    const since = momentText(calendar, view.pausedSince ?? ledger.startedAt);
    return [`Dijeda sejak ${since}; batas waktu di atas berlaku bila dilanjutkan sekarang`];
  }
  if (view.state !== 'stopped' || ledger.stoppedAt === undefined) return [];
  const verdict = view.standing === 'met' ? 'terpenuhi' : 'terlewat';
  const { stoppedAt, heardAt } = ledger;
  const stopped = momentText(calendar, stoppedAt);
  if (heardAt === undefined || heardAt === stoppedAt) return [`Berhenti ${stopped}: ${verdict}`];
  return [`Berhenti ${stopped}, saat bank membayar; diketahui ${momentText(calendar, heardAt)}: ${verdict}`];
}

function lateNotes({ lateDays }: ClockView, switches: Switches, base: Rupiah | undefined): string[] {
  if (lateDays === 0) return [];
  const late = `Terlambat ${lateDays} ${switches['late.dayKind'] === 'workingDays' ? 'hari kerja' : 'hari'}`;
  if (base === undefined) return [late];
  return [`${late}: kompensasi ${formatRupiah(lateAmount(base, lateDays))} (1% × ${lateDays} × ${formatRupiah(base)})`];
}

function footer(definition: ClockDefinition, pack: CalendarPack, asOf: Instant, switches: Switches): string {
  const jointLeave = switches['calendar.jointLeave'] === 'working' ? 'hari kerja' : 'libur';
  const calendar =
    definition.unit === 'hours'
      ? 'Berjalan terus, tanpa kalender kerja'
      : `Kalender ${pack.name} versi ${pack.version} (cuti bersama = ${jointLeave})`;
  return `${calendar} · dihitung ${formatShortDate(toLocal(asOf, pack.zone).day)} ${formatClockTime(asOf, pack.zone)}`;
}
