import { maySeeMoney } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import { toIso } from '#domain/calendar/instant.ts';
import type { CalendarPack } from '#domain/calendar/pack.ts';
import { toLocal } from '#domain/calendar/zone.ts';
import { ACTIONS, refusalFor } from '#domain/claim/actions.ts';
import { checklistOf } from '#domain/claim/checklist.ts';
import type { CommandType } from '#domain/claim/commands.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { clockDefinition } from '#domain/clock/definitions.ts';
import { deriveClock } from '#domain/clock/derive.ts';
import { explainDeadline, formatExplanation } from '#domain/clock/explain.ts';
import { InputError } from '#domain/input-error.ts';
import { withSwitches } from '#domain/rules/switches.ts';
import { text } from '#locales/text.ts';
import type { ApiDeps } from './endpoint.ts';

export type ClaimView = Awaited<ReturnType<typeof toClaimView>>;
export type ClockView = ReturnType<typeof toClockView>;

/** The claim as this person sees it: derived dates, what may be done next, money only for those who decide on it. */
export async function toClaimView(claim: ClaimState, actor: Actor, { stores, now }: Pick<ApiDeps, 'stores' | 'now'>) {
  const asOf = now();
  const calendar = await calendarOf(claim, stores);
  const checklist = checklistOf(claim, toLocal(asOf, calendar.zone).day, {});
  return {
    claimId: claim.claimId,
    status: claim.status,
    statusText: text(`status.${claim.status}`),
    eventOn: claim.eventOn,
    reportedAt: toIso(claim.reportedAt),
    updatedAt: toIso(claim.updatedAt),
    institutionId: claim.institutionId,
    branchId: claim.branchId,
    seq: claim.seq,
    now: toIso(asOf),
    papers: claim.papers.map(({ paper, documentId, verdict, obtainedOn }) => ({ paper, documentId, verdict, obtainedOn })),
    missing: checklist.missing,
    people: claim.people,
    clocks: claim.clocks.map((ledger) => toClockView(ledger, calendar, asOf)),
    allowed: allowedFor(claim, actor),
    ...(maySeeMoney(actor) ? moneyOf(claim) : {}),
  };
}

function moneyOf(claim: ClaimState) {
  const { programme, heirs, points, recommendation, payouts, rungs } = claim;
  return {
    programme,
    heirs,
    points,
    recommendation,
    payouts: payouts.map(({ accountRef: _ref, ...payout }) => payout),
    rungs: rungs.map(({ key, dueAt, firedAt, mustAcknowledge, acknowledgedAt }) => ({
      key,
      dueAt,
      firedAt,
      mustAcknowledge,
      acknowledgedAt,
    })),
  };
}

/** A clock that cannot be computed says so loudly; it is never shown as fine. */
export function toClockView(ledger: ClaimState['clocks'][number], calendar: CalendarPack, asOf: number) {
  const switches = withSwitches();
  const { label, kind } = clockDefinition(ledger.clock, switches);
  const base = { clock: ledger.clock, generation: ledger.generation, label, kind };
  try {
    const view = deriveClock(ledger, calendar, asOf, switches);
    const explanation = formatExplanation(explainDeadline(ledger, calendar, asOf, switches));
    const { state, standing, remainingMinutes, lateDays } = view;
    return { ...base, state, standing, dueAt: toIso(view.dueAt), remainingMinutes, lateDays, explanation };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...base, state: 'unknown' as const, standing: 'unknown' as const, explanation: [error.message] };
  }
}

/** Which commands this person may give now; for the others, the sentence their disabled button shows. */
function allowedFor(claim: ClaimState, actor: Actor): Record<string, true | string> {
  const commands = Object.keys(ACTIONS[claim.status]) as CommandType[];
  return Object.fromEntries(commands.map((command) => [command, refusalFor(claim, actor, command)?.text ?? true]));
}

export async function calendarOf(claim: ClaimState, stores: ApiDeps['stores']): Promise<CalendarPack> {
  const calendar = await stores.calendars.find(claim.calendar.id, claim.calendar.version);
  if (!calendar) throw new Error(`calendar ${claim.calendar.id} version ${claim.calendar.version} is not in the store`);
  return calendar;
}
