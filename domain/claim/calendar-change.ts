import { withSwitches } from '#domain/law/rules/switches.ts';
import { atBranch } from '#domain/time/calendar/branch.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';
import { type ClockContext, computable } from './clocks.ts';
import type { FactBody, MovedDeadline } from './facts.ts';
import type { ClaimState } from './state.ts';

/** Which deadlines another calendar moves, as a fact; nothing for a calendar the claim has already, or an older version of it. */
export function recalculated(
  claim: ClaimState,
  { calendar, reason }: { readonly calendar: CalendarPack; readonly reason: string },
  context: ClockContext,
): readonly FactBody[] {
  const { id, version } = calendar;
  if (claim.calendar.id === id && claim.calendar.version >= version) return [];
  return [
    { type: 'sla.calendar-changed', calendar: { id, version }, reason, moved: movedDeadlines(claim, atBranch(calendar, claim), context) },
  ];
}

/** Of the clocks that still run. */
export function movedDeadlines(claim: Pick<ClaimState, 'clocks'>, to: CalendarPack, context: ClockContext): readonly MovedDeadline[] {
  return claim.clocks
    .filter((ledger) => ledger.stoppedAt === undefined)
    .map((ledger) => ({
      clock: ledger.clock,
      generation: ledger.generation,
      from: dueIn(ledger, context.calendar, context),
      to: dueIn(ledger, to, context),
    }))
    .filter((moved) => moved.from !== moved.to);
}

function dueIn(ledger: ClockLedger, pack: CalendarPack, { at, switches }: ClockContext): Instant | null {
  return computable(() => deriveClock(ledger, pack, at, withSwitches(switches)).dueAt, null);
}
