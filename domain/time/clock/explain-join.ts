import type { WorkCalendar } from '#domain/time/calendar/work-calendar.ts';
import { localDayOf, midnightOf } from '#domain/time/calendar/working-time.ts';
import type { ExplainStep } from './explain-rows.ts';
import { countsText, daysText } from './explain-text.ts';
import type { Timeline } from './timeline.ts';

/** Joins days that read the same, and hides the hours before opening or after closing that a pause has cut off. */
export function appendStep(steps: ExplainStep[], step: ExplainStep, timeline: Timeline): void {
  const last = steps.at(-1);
  const isCutOff = step.kind === 'working' && step.countedMs === 0 && !step.isDue;
  if (last && isCutOff) steps[steps.length - 1] = { ...last, to: step.to };
  else if (last && readTheSame(last, step, timeline)) steps[steps.length - 1] = joined(last, step, timeline);
  else steps.push(step);
}

/** Working days stay apart where each one is counted towards a limit in working days. */
function readTheSame(last: ExplainStep, step: ExplainStep, { calendar, definition }: Timeline): boolean {
  const mayJoin = step.kind === 'free' || (step.kind === 'working' && definition.unit === 'calendarDays' && step.counts !== undefined);
  const isSame = last.kind === step.kind && last.what === step.what && (last.counts === undefined) === (step.counts === undefined);
  return mayJoin && isSame && !step.isDue && isWholeDays(calendar, last) && isWholeDays(calendar, step);
}

function isWholeDays(calendar: WorkCalendar, { from, to }: ExplainStep): boolean {
  return [from, to].every((at) => at === midnightOf(calendar, localDayOf(calendar, at)));
}

function joined(last: ExplainStep, step: ExplainStep, { calendar, startedAt }: Timeline): ExplainStep {
  const dayNames = [...new Set([...(last.dayNames ?? []), ...(step.dayNames ?? [])])];
  const counts = last.counts && step.counts ? { ...last.counts, last: step.counts.last } : undefined;
  return {
    ...last,
    to: step.to,
    countedMs: last.countedMs + step.countedMs,
    when: daysText(calendar, last.from, step.to, startedAt),
    ...(counts === undefined ? {} : { counts, effect: countsText(counts) }),
    ...(dayNames.length === 0 ? {} : { dayNames }),
  };
}
