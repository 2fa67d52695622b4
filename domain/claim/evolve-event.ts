import { withDays } from './event-days.ts';
import { makePoint, sendBack } from './evolve-points.ts';
import type { Fact } from './facts.ts';
import type { ClaimState } from './state.ts';

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** A report that says the same of the same institution adds nothing; the state does not grow with repeats. */
const MOST_REPORTS_KEPT = 50;

export function repeatReport(
  state: ClaimState,
  { reportId, institutionId, branchId, stated }: FactOf<'claim.report-repeated'>,
): ClaimState {
  const { repeatedReports = [] } = state;
  if (stated === undefined || repeatedReports.length >= MOST_REPORTS_KEPT) return state;
  return { ...state, repeatedReports: [...repeatedReports, { ...stated, reportId, institutionId, branchId }] };
}

/** Judged by the corrected days from here on. Who inherits depends on the day: it is established anew. */
export function correct(state: ClaimState, fact: FactOf<'claim.event-corrected'>): ClaimState {
  const { days, was, reason, effect, actor, at } = fact;
  const next = makePoint(withDays(state, days), 'event', actor);
  const corrections = [...(state.corrections ?? []), { was, days, reason, effect, by: actor, at }];
  const isMoved = (days.diedOn ?? days.eventOn) !== (was.diedOn ?? was.eventOn);
  return { ...next, corrections, points: isMoved ? sendBack(next, 'heirs', 'paper-inconsistent') : next.points };
}
