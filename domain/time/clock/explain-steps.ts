import { fromEpochDay } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { freeDayKinds, isWorkingEpochDay, MS_PER_DAY } from '#domain/time/calendar/work-calendar.ts';
import { localDayOf, midnightOf, workingMsBetween } from '#domain/time/calendar/working-time.ts';
import { appendStep } from './explain-join.ts';
import type { ExplainStep } from './explain-rows.ts';
import { countsText, daysText, freeText, momentText, pauseText, stretchText, untilText, workingSpanText } from './explain-text.ts';
import type { ClockLedger } from './ledger.ts';
import { spentMs, type Timeline } from './timeline.ts';

const MS_PER_HOUR = 3_600_000;
const DUE = ' → batas waktu';

export type Walk = { readonly timeline: Timeline; readonly ledger: ClockLedger; readonly countsStartDay: boolean };

/** The way from the start to the due instant, day by day and pause by pause. */
export function explainSteps(walk: Walk): ExplainStep[] {
  const { timeline } = walk;
  if (timeline.definition.unit === 'hours') return hourSteps(timeline);
  const steps: ExplainStep[] = [startStep(walk)];
  for (let at = steps[0]?.to ?? timeline.dueAt; at < timeline.dueAt; ) {
    const step = nextStep(walk, at);
    appendStep(steps, step, timeline);
    at = step.to;
  }
  return steps;
}

function hourSteps({ calendar, definition, startedAt, dueAt, budget }: Timeline): ExplainStep[] {
  const due = budget === 0 ? DUE : '';
  const start = { kind: 'start', from: startedAt, to: startedAt, countedMs: 0, isDue: budget === 0 } as const;
  const steps: ExplainStep[] = [{ ...start, when: momentText(calendar, startedAt), what: definition.startText, effect: `mulai${due}` }];
  for (let from = startedAt; from < dueAt; ) {
    const to = Math.min(from + MS_PER_DAY, dueAt);
    const isDue = to === dueAt;
    const hours = (to - startedAt) / MS_PER_HOUR;
    const what = `${(to - from) / MS_PER_HOUR} jam, malam dan hari libur ikut dihitung`;
    const effect = `${hours} dari ${budget} jam${isDue ? DUE : ''}`;
    steps.push({ kind: 'hours', from, to, countedMs: to - from, isDue, when: momentText(calendar, to), what, effect });
    from = to;
  }
  return steps;
}

/** Carries the rest of its day, unless the clock is due that very day: then the day gets its own row. */
function startStep(walk: Walk): ExplainStep {
  const { calendar, definition, startedAt, dueAt, budget } = walk.timeline;
  const endOfDay = midnightOf(calendar, localDayOf(calendar, startedAt) + 1);
  const to = dueAt <= endOfDay ? startedAt : Math.min(endOfDay, nextPauseFrom(walk.timeline, startedAt));
  const isDue = dueAt === startedAt;
  const counted = countedBetween(walk.timeline, startedAt, to);
  const first = walk.countsStartDay && to === endOfDay && isWorkingStart(walk.timeline) ? `, 1 dari ${budget}` : '';
  return {
    kind: 'start',
    from: startedAt,
    to,
    countedMs: counted,
    isDue,
    when: momentText(calendar, startedAt),
    what: definition.startText,
    effect: isDue ? `mulai${DUE}` : `mulai${first}`,
  };
}

function isWorkingStart({ calendar, definition, startedAt, effectiveStart }: Timeline): boolean {
  const day = localDayOf(calendar, startedAt);
  if (definition.unit === 'calendarDays') return true;
  return localDayOf(calendar, effectiveStart) === day && isWorkingEpochDay(calendar, day);
}

function nextStep(walk: Walk, at: Instant): ExplainStep {
  const pause = walk.timeline.standstills.find(({ from, to }) => from <= at && at < to);
  return pause ? pausedStep(walk, at, Math.min(pause.to, walk.timeline.dueAt)) : dayStep(walk, at);
}

function pausedStep({ timeline, ledger }: Walk, from: Instant, to: Instant): ExplainStep {
  const { calendar, definition, budgetMs, dueAt } = timeline;
  const pauses = ledger.pauses.filter(
    (pause) => definition.pausedBy.includes(pause.ground) && pause.from < to && (pause.to === undefined || pause.to > from),
  );
  const left = workingSpanText(budgetMs - spentMs(timeline, from), calendar.serviceMs);
  const moved = workingSpanText(workingMsBetween(calendar, from, to), calendar.serviceMs);
  const effect = definition.unit === 'workingDays' ? `tidak dihitung, sisa ${left}` : `batas waktu bergeser ${moved}`;
  return {
    kind: 'paused',
    from,
    to,
    countedMs: 0,
    isDue: to === dueAt,
    when: stretchText(calendar, from, to),
    what: pauseText(pauses),
    effect: to === dueAt ? `${effect}${DUE}` : effect,
    grounds: [...new Set(pauses.map((pause) => pause.ground))],
  };
}

function dayStep(walk: Walk, from: Instant): ExplainStep {
  const { timeline } = walk;
  const { calendar, baseDueAt, dueAt } = timeline;
  const day = localDayOf(calendar, from);
  const ends = [midnightOf(calendar, day + 1), nextPauseFrom(timeline, from), dueAt, baseDueAt > from ? baseDueAt : dueAt];
  const to = Math.min(...ends);
  const isWorking = isWorkingEpochDay(calendar, day);
  const kinds = freeDayKinds(calendar, day);
  const name = calendar.pack.dayNames?.[fromEpochDay(day)];
  const isDue = to === dueAt;
  const reached = dayEffect(walk, day, to, isWorking);
  return {
    kind: isWorking ? 'working' : 'free',
    from,
    to,
    countedMs: countedBetween(timeline, from, to),
    isDue,
    when: daysText(calendar, from, to, timeline.startedAt),
    what: `${isWorking ? workingText(walk, from) : freeText(kinds)}${isDue ? untilText(calendar, dueAt) : ''}`,
    ...reached,
    effect: `${reached.effect}${isDue ? DUE : ''}`,
    ...(isWorking ? {} : { freeKinds: kinds }),
    ...(name === undefined ? {} : { dayNames: [name] }),
  };
}

function workingText({ timeline }: Walk, from: Instant): string {
  const { calendar, baseDueAt, effectiveStart, startedAt, definition } = timeline;
  const day = localDayOf(calendar, from);
  if (definition.unit === 'calendarDays' && from >= baseDueAt) return 'hari kerja, mengganti waktu jeda';
  const isLaterStart = day === localDayOf(calendar, effectiveStart) && day !== localDayOf(calendar, startedAt);
  if (isLaterStart) return 'hari kerja, dihitung sebagai hari mulai';
  return freeDayKinds(calendar, day).length > 0 ? 'hari kerja (cuti bersama, kantor buka)' : 'hari kerja';
}

type DayEffect = Pick<ExplainStep, 'effect' | 'counts'>;

function dayEffect(walk: Walk, day: number, to: Instant, isWorking: boolean): DayEffect {
  const { calendar, definition, baseDueAt, budget, budgetMs } = walk.timeline;
  const left = budgetMs - spentMs(walk.timeline, to);
  if (definition.unit === 'calendarDays' && to <= baseDueAt) return counted(calendarDayNumber(walk, day), budget);
  if (!isWorking) return { effect: 'tidak dihitung' };
  if (definition.unit === 'calendarDays') {
    return { effect: left <= 0 ? 'waktu jeda terganti' : `sisa pengganti ${workingSpanText(left, calendar.serviceMs)}` };
  }
  const daysDone = budget - left / calendar.serviceMs;
  if (daysDone === 0) return { effect: 'hari ke-0' };
  const isWholeDays = daysDone > 0 && Number.isInteger(daysDone);
  return isWholeDays ? counted(daysDone, budget) : { effect: `sisa ${workingSpanText(left, calendar.serviceMs)}` };
}

function counted(dayNumber: number, budget: number): DayEffect {
  const counts = { first: dayNumber, last: dayNumber, of: budget };
  return { effect: countsText(counts), counts };
}

function calendarDayNumber({ timeline, countsStartDay }: Walk, day: number): number {
  return day - localDayOf(timeline.calendar, timeline.startedAt) + (countsStartDay ? 1 : 0);
}

function countedBetween({ calendar, effectiveStart }: Timeline, from: Instant, to: Instant): number {
  return Math.max(workingMsBetween(calendar, Math.max(from, effectiveStart), Math.max(to, effectiveStart)), 0);
}

function nextPauseFrom({ standstills }: Timeline, after: Instant): Instant {
  return standstills.find((pause) => pause.to > after)?.from ?? Number.POSITIVE_INFINITY;
}
