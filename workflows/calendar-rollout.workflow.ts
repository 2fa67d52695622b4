import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { CalendarVersion } from '#domain/time/calendar/pack.ts';
import { SWEEPING } from './lib/activity-options.ts';

const { tellOpenClaims, countClaimsBehind } = proxyActivities<Activities>(SWEEPING);

export type CalendarRolloutInput = { readonly calendar: CalendarVersion; readonly pass?: number };

/** Seconds between looks while claims catch up; telling is quick, recording takes its turn. */
const LOOKS = [1, 2, 5, 10, 30, 60] as const;
/** Seconds before a claim that does not catch up is told again. */
const TELL_AGAIN = [1, 15, 60, 300] as const;
/** Longer than an intake takes between reading the active calendar and starting a claim with it. */
const LAST_LOOK = '1 minute';

/** Carries an activated calendar to every open claim, and ends when none is left on another one. */
export async function calendarRollout({ calendar, pass: first = 1 }: CalendarRolloutInput): Promise<void> {
  for (let pass = first; ; pass += 1) {
    if ((await tellOpenClaims({ calendar, pass })) === 'superseded') return;
    if ((await whoStaysBehind(calendar)) === 0) {
      await sleep(LAST_LOOK);
      if ((await countClaimsBehind(calendar)) === 0) return;
    } else await sleep(secondsOf(TELL_AGAIN, pass - first));
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof calendarRollout>({ calendar, pass: pass + 1 });
  }
}

/** Waits for as long as claims catch up; answers how many do not. */
async function whoStaysBehind(calendar: CalendarVersion): Promise<number> {
  let before = Number.POSITIVE_INFINITY;
  for (let look = 0; ; look += 1) {
    const behind = await countClaimsBehind(calendar);
    if (behind === 0 || behind >= before) return behind;
    before = behind;
    await sleep(secondsOf(LOOKS, look));
  }
}

function secondsOf(steps: readonly number[], index: number): number {
  return (steps[Math.min(index, steps.length - 1)] ?? 60) * 1_000;
}
