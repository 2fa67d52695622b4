import { ALL_PACKS } from '#domain/law/rules/choose-pack.ts';
import type { Sourced } from '#domain/law/rules/explanation.ts';
import type { RulePack, ScholarshipLevelRow } from '#domain/law/rules/pack.ts';
import type { Day } from '#domain/time/calendar/day.ts';

/** A table that replaces the amounts of scholarships that run already. */
export type AmountChange = Sourced & {
  /** School years that begin on or after this day. */
  readonly yearsFrom: Day;
  /** Rights of events on or after this day; earlier ones keep the table of their own pack. */
  readonly eventsFrom: Day;
  readonly levels: readonly ScholarshipLevelRow[];
};

/**
 * None: no rule was found that raises running scholarships, so each keeps the table of the day of its event. A regulation that does says from
 * which school year and for which events, and becomes one row here.
 */
export const AMOUNT_CHANGES: readonly AmountChange[] = [];

/** The packs by which a school year of this right is judged: by the day the year begins, so that paying late changes no amount. */
export function packsFor(eventOn: Day, yearBegins: Day, changes: readonly AmountChange[], packs = ALL_PACKS): readonly RulePack[] {
  const inForce = changes.filter((change) => change.eventsFrom <= eventOn && change.yearsFrom <= yearBegins);
  const [latest] = inForce.sort((a, b) => (a.yearsFrom < b.yearsFrom ? 1 : -1));
  if (!latest) return packs;
  const { levels } = latest;
  return packs.map((pack) => (pack.scholarship.once ? pack : { ...pack, scholarship: { ...pack.scholarship, levels } }));
}
