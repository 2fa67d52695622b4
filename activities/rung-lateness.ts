import type { ReachedRung } from '#adapters/metrics/port.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';

/**
 * How late each rung among these facts was told. A rung whose hour lies before the latest change of its claim was put into the past by that
 * change (a corrected day, a new calendar, a pause that ended): that hour is no promise the alarm could have kept.
 */
export function reachedRungs(before: Pick<ClaimState, 'updatedAt'> | undefined, facts: readonly Fact[]): readonly ReachedRung[] {
  let changedAt: Instant | undefined = before?.updatedAt;
  return facts.flatMap((fact): readonly ReachedRung[] => {
    if (fact.type !== 'sla.rung-reached') {
      changedAt = fact.at;
      return [];
    }
    const cause = changedAt !== undefined && changedAt > fact.dueAt ? 'change' : 'alarm';
    return [{ clock: fact.clock, cause, lateMs: fact.at - fact.dueAt }];
  });
}
