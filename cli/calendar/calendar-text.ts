import { type CalendarPreview, type ClaimMove, type ClockReading, previewText } from '#domain/claim/calendar-preview.ts';
import { formatInstant, formatMinuteOfDay, formatWeekdayDate } from '#domain/format/date.ts';
import { cite } from '#domain/law/rules/explanation.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { missingYearWarning } from '#domain/time/calendar/coming-year.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { type CalendarPack, estimatedDays, type MinuteSpan, type ServiceHours } from '#domain/time/calendar/pack.ts';
import type { KeptCalendar } from '#domain/time/calendar/proposal.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import { MOST_LISTED } from '#services/calendars/calendar-preview.ts';
import { standingOf } from '#services/calendars/calendar-steps.ts';

const STATES = { proposed: 'diusulkan', active: 'AKTIF', replaced: 'digantikan', withdrawn: 'ditarik' } as const;
const STEPS = { proposed: 'diusulkan', activated: 'diaktifkan', withdrawn: 'ditarik' } as const;
const CERTAINTY = {
  law: 'dibaca dari peraturannya',
  secondary: 'dibaca dari sumber kedua',
  inferred: 'disimpulkan',
  recalled: 'ingatan',
} as const;
/** A terminal is no place for hundreds of rows; --json has them. */
const SHOWN = 20;

export function listLines(calendars: readonly KeptCalendar[], active: CalendarPack | undefined, asOf: Instant): string[] {
  if (!active) return ['Belum ada kalender yang aktif: tidak ada klaim yang dapat didaftarkan. Jalankan santun setup.'];
  const warning = missingYearWarning(active, asOf);
  const rows = calendars.map((kept) => {
    const { id, version, name, years } = kept.pack;
    return [`${id} ${version}`, STATES[standingOf(kept, active)], name, years.join(', ')];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)) + 2);
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(''));
  return [...(warning === undefined ? [] : [`PERHATIAN: ${warning}`, '']), ...lines];
}

export function showLines(kept: KeptCalendar, active: CalendarPack | undefined): string[] {
  const { pack, steps } = kept;
  const estimated = estimatedDays(pack);
  const days = (list: CalendarPack['holidays']): string[] =>
    list.toSorted().map((day) => {
      const mark = estimated.includes(day) ? '  (tanggal perkiraan)' : '';
      return `  ${formatWeekdayDate(day)}  ${pack.dayNames?.[day] ?? ''}`.trimEnd() + mark;
    });
  return [
    `${pack.name} (${pack.id} versi ${pack.version}): ${STATES[standingOf(kept, active)]}`,
    `Jam layanan ${hoursText(pack.service)}, ${pack.zone}; tahun ${pack.years.join(', ')}; sumber: ${pack.source}`,
    ...(pack.yearSources ?? []).map(({ year, ...row }) => `Tahun ${year}: ${cite(row)} (${CERTAINTY[row.certainty]})`),
    ...steps.map(
      ({ step, actor, at, reason }) => `${formatInstant(at, pack.zone)}  ${STEPS[step]} oleh ${actor.id} (${actor.role}): ${reason}`,
    ),
    `Libur nasional (${pack.holidays.length}):`,
    ...days(pack.holidays),
    `Cuti bersama (${pack.jointLeave.length}):`,
    ...days(pack.jointLeave),
    ...(pack.localHolidays === undefined ? [] : [`Libur setempat (${pack.localHolidays.length}):`, ...days(pack.localHolidays)]),
    ...(pack.branches ?? []).flatMap(({ branchId, institutionId, holidays = [], service }) => [
      `Cabang ${institutionId === undefined ? '' : `${institutionId} `}${branchId}${service ? `, jam layanan ${hoursText(service)}` : ''}:`,
      ...days(holidays),
    ]),
  ];
}

function hoursText({ breaks = [], ...hours }: ServiceHours): string {
  const span = ({ fromMinute, toMinute }: MinuteSpan): string => `${formatMinuteOfDay(fromMinute)}–${formatMinuteOfDay(toMinute)}`;
  return `${span(hours)}${breaks.length === 0 ? '' : `, istirahat ${breaks.map(span).join(', ')}`}`;
}

export function previewLines(preview: CalendarPreview, pack: CalendarPack, asOf: Instant): string[] {
  const { uncomputable, moves } = preview;
  const more = preview.totals.moved - SHOWN;
  return [
    `${pack.name} (${pack.id} versi ${pack.version}), dihitung ${formatInstant(asOf, pack.zone)}`,
    previewText(preview),
    ...uncomputable.slice(0, SHOWN).flatMap((move) => ['', ...moveLines(move, pack)]),
    ...moves
      .filter((move) => !move.isUncomputable)
      .slice(0, SHOWN)
      .flatMap((move) => ['', ...moveLines(move, pack)]),
    ...(more > 0 ? ['', `… dan ${more} klaim lain; --json menyebut sampai ${MOST_LISTED}.`] : []),
  ];
}

function moveLines({ claimId, clocks, rungsAtOnce, turnsRed, leavesRed }: ClaimMove, pack: CalendarPack): string[] {
  const colour = turnsRed ? '  → MERAH' : '';
  const relief = leavesRed ? '  → tidak merah' : '';
  return [
    `${claimId}${colour}${relief}`,
    ...clocks
      .filter(({ movedMs }) => movedMs !== 0)
      .map(({ clock, before, after }) => {
        const { label } = clockDefinition(clock, withSwitches());
        return `  ${label}: ${readingText(before, pack)} → ${readingText(after, pack)}`;
      }),
    ...(rungsAtOnce.length === 0 ? [] : [`  langsung diberi tahu: ${rungsAtOnce.join(', ')}`]),
  ];
}

function readingText(reading: ClockReading, { zone }: CalendarPack): string {
  return 'why' in reading ? `TIDAK DIKETAHUI (${reading.why})` : formatInstant(reading.dueAt, zone);
}
