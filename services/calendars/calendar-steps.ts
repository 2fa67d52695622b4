import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import { refuseReused } from '#domain/cause.ts';
import type { Actor } from '#domain/people/actor.ts';
import { saySame, versionProblem } from '#domain/time/calendar/check-pack.ts';
import type { CalendarPack, CalendarVersion } from '#domain/time/calendar/pack.ts';
import {
  type CalendarActor,
  type CalendarState,
  type CalendarStep,
  heardStep,
  type KeptCalendar,
  makersOf,
  refuseActivation,
  refuseWithdrawal,
} from '#domain/time/calendar/proposal.ts';
import { calendarError } from '#schemas/http/calendars.ts';
import { notFound, RefusedError } from '#services/errors.ts';

/** What somebody wants to do to a version; the step it becomes names what was done. */
export type Wish = Omit<CalendarStep, 'step'>;

/** Ids and roles only: a name never enters the record. */
export function stepActor({ id, role, branch }: Actor): CalendarActor {
  return { id, role, ...(branch === undefined ? {} : { branch }) };
}

export async function readCalendar(calendars: CalendarsStore, { id, version }: CalendarVersion): Promise<KeptCalendar> {
  const kept = await calendars.read(id, version);
  if (!kept) throw notFound();
  return kept;
}

/** Keeps a proposal. The same press again is the same proposal; a version that says something else is never overwritten. */
export async function proposeCalendar(calendars: CalendarsStore, pack: CalendarPack, wish: Wish): Promise<KeptCalendar> {
  const step = { ...wish, step: 'proposed' as const };
  if (!(await calendars.read(pack.id, pack.version))) {
    const problem = versionProblem(pack, await calendars.versionsOf(pack.id));
    if (problem) throw calendarError(`calendar.${problem.field}`, problem.text);
    if (await calendars.propose(pack, step)) return readCalendar(calendars, pack);
  }
  const kept = await readCalendar(calendars, pack);
  if (isRepeat(kept, step, saySame(kept.pack, pack))) return kept;
  // What an operator put in becomes a supervisor's proposal when the supervisor hands in the very same.
  const mayJoin = kept.state === 'proposed' && makersOf(kept).length === 0 && saySame(kept.pack, pack);
  if (mayJoin && (await calendars.join(pack.id, pack.version, step))) return readCalendar(calendars, pack);
  const problem = versionProblem(pack, await calendars.versionsOf(pack.id));
  throw calendarError('calendar.version', problem?.text ?? 'Versi ini sudah ada. Pakai nomor versi berikutnya.');
}

/** The second person's word; of two who press at once, one is told who was first. */
export async function activateCalendar(calendars: CalendarsStore, calendar: CalendarVersion, wish: Wish): Promise<KeptCalendar> {
  for (;;) {
    const kept = await readCalendar(calendars, calendar);
    if (isRepeat(kept, { ...wish, step: 'activated' })) return kept;
    const latest = await calendars.latestActivation();
    const refusal = refuseActivation(kept, wish.actor, latest?.pack);
    if (refusal) throw new RefusedError(refusal);
    const step = { ...wish, step: 'activated' as const };
    // Otherwise somebody was quicker with this version or with another one: decided again on what is there now.
    if (await calendars.activateProposal(calendar.id, calendar.version, latest?.activation ?? 0, step)) break;
  }
  return readCalendar(calendars, calendar);
}

export async function withdrawCalendar(calendars: CalendarsStore, calendar: CalendarVersion, wish: Wish): Promise<KeptCalendar> {
  for (;;) {
    const kept = await readCalendar(calendars, calendar);
    if (isRepeat(kept, { ...wish, step: 'withdrawn' })) return kept;
    const refusal = refuseWithdrawal(kept);
    if (refusal) throw new RefusedError(refusal);
    if (await calendars.withdraw(calendar.id, calendar.version, { ...wish, step: 'withdrawn' })) break;
  }
  return readCalendar(calendars, calendar);
}

/** True for the very same press; an id that was used for another one is refused. */
function isRepeat(kept: KeptCalendar, step: CalendarStep, isSamePack = true): boolean {
  const heard = heardStep(kept, step);
  if (heard === 'reused' || (heard === 'repeat' && !isSamePack)) throw new RefusedError(refuseReused());
  return heard === 'repeat';
}

/** Where a version stands today: of the activated ones only the latest is active. */
export function standingOf(
  kept: KeptCalendar,
  active: CalendarVersion | undefined,
): Exclude<CalendarState, 'activated'> | 'active' | 'replaced' {
  if (kept.state !== 'activated') return kept.state;
  return active?.id === kept.pack.id && active.version === kept.pack.version ? 'active' : 'replaced';
}
