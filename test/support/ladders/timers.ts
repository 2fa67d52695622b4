import type { Fact } from '#domain/claim/facts.ts';
import type { World } from '../world.ts';

const EVENTS_PER_PAGE = 100;

/** Timers armed by every run of a workflow: from the first run of each of its lives through those it moved into. */
export async function timersArmed(
  { temporal }: Pick<World, 'temporal'>,
  workflowId: string,
  lives: readonly string[],
): Promise<{ timers: number; runs: number }> {
  let timers = 0;
  let runs = 0;
  for (const first of lives) {
    for (let run: string | undefined = first; run !== undefined; runs += 1) {
      const events = await historyOf(temporal, { workflowId, runId: run });
      timers += events.filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes).length;
      run = events.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
    }
  }
  return { timers, runs };
}

/** In small pages: all of a long history is more than one answer may hold. */
async function historyOf({ client }: World['temporal'], execution: { readonly workflowId: string; readonly runId: string }) {
  const { namespace } = client.options;
  const ask = (nextPageToken?: Uint8Array) =>
    client.workflowService.getWorkflowExecutionHistory({
      namespace,
      execution,
      maximumPageSize: EVENTS_PER_PAGE,
      ...(nextPageToken ? { nextPageToken } : {}),
    });
  let page = await ask();
  const events = [...(page.history?.events ?? [])];
  while (page.nextPageToken.length > 0) {
    page = await ask(page.nextPageToken);
    events.push(...(page.history?.events ?? []));
  }
  return events;
}

/** Moments at which the alarm could be asked for another instant: rungs told and clocks changed, each sitting once. */
export function reasonsForTimers(facts: readonly Fact[]): number {
  return new Set(facts.filter(({ type }) => type.startsWith('sla.')).map(({ at }) => at)).size;
}
