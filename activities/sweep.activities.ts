import { activityInfo, cancellationSignal, heartbeat, log } from '@temporalio/activity';
import type { SweepCounts } from './sweep-counts.ts';
import { createSweepPass, type SweepDeps, type SweepProgress } from './sweep-pass.ts';

export type { SweepDeps } from './sweep-pass.ts';

export function createSweepActivities(deps: SweepDeps) {
  const pass = createSweepPass(deps);
  return {
    /** One pass over every open claim. A try after a crash goes on where the last one said it was. May run any number of times. */
    async sweepDeadlines(): Promise<SweepCounts> {
      const counts = await pass(progressIn(activityInfo().heartbeatDetails), (progress) => {
        cancellationSignal().throwIfAborted();
        heartbeat(progress);
      });
      const { missed, revived, revivedPayments, failing, unreadable, unreached } = counts;
      if (missed + revived + revivedPayments + failing + unreadable + unreached > 0) log.warn('the sweeper found incidents', { counts });
      return counts;
    },
  };
}

/** Told by an earlier try of the same pass, and so possibly by an earlier release. */
function progressIn(details: unknown): SweepProgress | undefined {
  const isProgress = typeof details === 'object' && details !== null && 'startedAt' in details && 'after' in details && 'counts' in details;
  return isProgress ? (details as SweepProgress) : undefined;
}
