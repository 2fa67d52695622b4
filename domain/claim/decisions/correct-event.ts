import { type ClockContext, isRunning, refuseUncomputable, startClock, stopRunning } from '#domain/claim/clocks.ts';
import type { CommandOf } from '#domain/claim/commands.ts';
import { daysOf, effectOf } from '#domain/claim/event-days.ts';
import type { EventDays, EventEffect } from '#domain/claim/event-parts.ts';
import type { FactBody } from '#domain/claim/facts.ts';
import { hasLivePayout, isInFlight } from '#domain/claim/payout-lines.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Day, fullMonthsBetween } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { fromLocal, toLocal } from '#domain/time/calendar/zone.ts';

const DAYS_RULE = 'rules.md section 1: the day of the event chooses the rules';
/** Nobody on record has lived longer; a birth date before that is a slip of the pen. */
const OLDEST_YEARS = 130;

type Change = Pick<CommandOf<'correctEvent'>, 'eventOn' | 'diedOn' | 'birthDate'>;

export type Correction = {
  readonly was: EventDays;
  readonly days: EventDays;
  readonly effect: EventEffect;
  /** The time for a report that counts from another day now. */
  readonly clocks: readonly FactBody[];
};

/**
 * Reports, registry and papers differ about a day, and somebody has looked: the claim is judged by the corrected days from here on, and a
 * second person decides the point with what the correction changes before him.
 */
export function correctEvent(claim: ClaimState, command: CommandOf<'correctEvent'>, context: ClockContext): FactBody[] | Refusal {
  const reason = command.reason.trim();
  if (reason === '') return refuse('invalid-command', 'Tulis dasar perbaikan, misalnya nomor akta dan tanggalnya.', 'reason');
  if (hasLivePayout(claim) || isInFlight(claim)) {
    const text = 'Sebagian santunan sudah atau sedang dibayar; tanggal kejadian tidak dapat diperbaiki lagi.';
    return refuse('already-paid', text, 'design.md section 5');
  }
  const corrected = previewCorrection(claim, command, context);
  if ('refused' in corrected) return corrected;
  const { was, days, effect, clocks } = corrected;
  if (isSame(was, days) && claim.points.event?.verdict !== 'returned') {
    return refuse('invalid-command', 'Tanggal itu sudah tercatat demikian pada klaim ini.', 'eventOn');
  }
  return [{ type: 'claim.event-corrected', days, was, reason, effect }, ...clocks];
}

/** What a correction would come to, before anybody says it; refused where such days cannot be. */
export function previewCorrection(claim: ClaimState, change: Change, context: ClockContext): Correction | Refusal {
  const days = correctedDays(claim, change, context);
  const today = toLocal(context.at, context.calendar.zone).day;
  const impossible = refuseImpossible(claim, change, days, today);
  if (impossible) return impossible;
  const clocks = movedStageOne(claim, days, context);
  const refusal = refuseUncomputable(clocks, context);
  return refusal ?? { was: daysOf(claim), days, effect: effectOf(claim, days, today, context), clocks };
}

/** What is not named stays; an accident moved to another day keeps its hour. */
function correctedDays(claim: ClaimState, { eventOn, diedOn, birthDate }: Change, context: ClockContext): EventDays {
  const was = daysOf(claim);
  const on = eventOn ?? was.eventOn;
  const moved = was.happenedAt === undefined || on === was.eventOn ? was.happenedAt : movedTo(on, was.happenedAt, context);
  const days = { ...was, eventOn: on, ...(moved === undefined ? {} : { happenedAt: moved }) };
  return { ...days, ...(diedOn === undefined ? {} : { diedOn }), ...(birthDate === undefined ? {} : { birthDate }) };
}

function movedTo(on: Day, happenedAt: Instant, { calendar: { zone } }: ClockContext): Instant {
  return fromLocal({ day: on, minuteOfDay: toLocal(happenedAt, zone).minuteOfDay }, zone);
}

function refuseImpossible(claim: ClaimState, change: Change, days: EventDays, today: Day): Refusal | undefined {
  const { eventOn, diedOn, birthDate } = days;
  if (change.diedOn !== undefined && claim.diedOn === undefined) {
    return refuse('invalid-command', 'Hari meninggal hanya dicatat terpisah pada kecelakaan yang berakhir meninggal.', 'diedOn');
  }
  if (eventOn > today || (diedOn ?? eventOn) > today) {
    return refuse('invalid-command', 'Hari kejadian tidak mungkin di masa depan. Periksa tahunnya.', DAYS_RULE);
  }
  if (diedOn !== undefined && diedOn < eventOn) {
    return refuse('invalid-command', 'Hari meninggal tidak mungkin sebelum hari kecelakaan.', DAYS_RULE);
  }
  if (birthDate === undefined) return undefined;
  if (birthDate > eventOn) return refuse('invalid-command', 'Hari kejadian tidak mungkin sebelum tanggal lahir peserta.', DAYS_RULE);
  if (fullMonthsBetween(birthDate, eventOn) <= OLDEST_YEARS * 12) return undefined;
  return refuse(
    'invalid-command',
    `Peserta tidak mungkin berumur lebih dari ${OLDEST_YEARS} tahun. Periksa tanggal lahirnya.`,
    'birthDate',
  );
}

/** The time for the stage I report runs from the accident. A report that came has its verdict; one still waited for is counted anew. */
function movedStageOne(claim: ClaimState, { happenedAt }: EventDays, { at }: ClockContext): FactBody[] {
  const isMoved = happenedAt !== undefined && happenedAt !== claim.accident?.happenedAt;
  if (!isMoved || !claim.clocks.some((ledger) => isRunning(ledger, 'stage-1-report'))) return [];
  return [...stopRunning(claim, ['stage-1-report'], at), startClock('stage-1-report', happenedAt)];
}

function isSame(one: EventDays, other: EventDays): boolean {
  const fields = ['eventOn', 'happenedAt', 'diedOn', 'birthDate'] as const;
  return fields.every((field) => one[field] === other[field]);
}
