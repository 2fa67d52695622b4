import type { Change, EventDays, EventEffect } from '#domain/claim/event-parts.ts';
import { formatDate, formatInstant } from '#domain/format/date.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Zone } from '#domain/time/calendar/zone.ts';
import { GROUND_RULES } from '#domain/time/clock/grounds.ts';
import { oneLine } from './explain-labels.ts';

const UNKNOWN = 'tidak dapat dihitung';

/** Which days were corrected, and what that changed. */
export function correctionLines(days: EventDays, was: EventDays, reason: string, effect: EventEffect, zone: Zone): readonly string[] {
  const { rules, coverage, total, grounds, missing } = effect;
  const moment = (at: number | undefined): string => (at === undefined ? 'belum diketahui' : formatInstant(at, zone));
  return [
    ...changed('hari kejadian', { was: was.eventOn, becomes: days.eventOn }, formatDate),
    ...changed('waktu kecelakaan', { was: was.happenedAt, becomes: days.happenedAt }, moment),
    ...changed('hari meninggal', { was: was.diedOn, becomes: days.diedOn }, dayText),
    ...changed('tanggal lahir peserta', { was: was.birthDate, becomes: days.birthDate }, (on) =>
      on === undefined ? 'menurut berkas' : dayText(on),
    ),
    `alasan: ${oneLine(reason)}`,
    ...changed('aturan', rules, (pack) => pack ?? UNKNOWN),
    ...changed('kepesertaan', coverage, (rows) => rows?.join('; ') ?? UNKNOWN),
    ...changed('perkiraan santunan', total, (amount) => (amount === null ? UNKNOWN : formatRupiah(amount))),
    ...changed('penghentian batas waktu', grounds, (all) => all.map((ground) => GROUND_RULES[ground].label).join(', ') || 'tidak ada'),
    ...changed('berkas yang kurang', missing, (papers) => papers.join(', ') || 'tidak ada'),
  ];
}

function dayText(on: Day | undefined): string {
  return on === undefined ? 'belum diketahui' : formatDate(on);
}

function changed<T>(what: string, { was, becomes }: Change<T>, text: (value: T) => string): readonly string[] {
  const [before, after] = [text(was), text(becomes)];
  return before === after ? [] : [`${what}: dari ${before} menjadi ${after}`];
}
