import { agreesWith, statedReports } from '#domain/claim/event-days.ts';
import type { EventDays, StatedReport } from '#domain/claim/event-parts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { toIso } from '#domain/time/calendar/instant.ts';

/** What each report says of the event, side by side, and what people corrected since with the effect they had before them. */
export function eventOf(claim: ClaimState) {
  const { corrections = [], participantBirthDate } = claim;
  return {
    reports: statedReports(claim).map((report) => ({ ...toReportView(report), agrees: agreesWith(claim, report) })),
    ...(participantBirthDate === undefined ? {} : { participantBirthDate }),
    corrections: corrections.map(({ was, days, reason, by, at, effect }) => ({
      was: toDaysView(was),
      days: toDaysView(days),
      reason,
      by,
      at: toIso(at),
      effect,
    })),
  };
}

export function toDaysView({ happenedAt, ...days }: EventDays) {
  return { ...days, ...(happenedAt === undefined ? {} : { happenedAt: toIso(happenedAt) }) };
}

function toReportView({ happenedAt, reportedAt, ...report }: StatedReport) {
  return { ...report, ...(happenedAt === undefined ? {} : { happenedAt: toIso(happenedAt) }), reportedAt: toIso(reportedAt) };
}
