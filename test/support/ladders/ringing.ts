import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { until } from '../until.ts';
import type { LadderClaim } from './ladder-claim.ts';

const SECOND_MS = 1_000;
const PATIENCE_MS = 10_000;
const EVENTS_PER_PAGE = 40;

type Time = { readonly seconds?: unknown; readonly nanos?: number | null } | null | undefined;

/**
 * A timer of this very second is waited for: a server asked to skip while one is ringing forgets it until something else happens. A rung
 * that never comes is left for the audit to find.
 */
export async function ringingEnds(claim: LadderClaim): Promise<void> {
  const isQuiet = async (): Promise<boolean> => ((await armedFor(claim)) ?? Number.POSITIVE_INFINITY) > (await claim.now()) + SECOND_MS;
  await until('the ringing to end', isQuiet, PATIENCE_MS).catch(() => undefined);
}

/** What the one timer of a claim waits for, read backwards from the end of its history; undefined when none is armed. */
async function armedFor({ world, claimId }: LadderClaim): Promise<number | undefined> {
  const { workflowService, options } = world.temporal.client;
  const request = { namespace: options.namespace, execution: { workflowId: claimWorkflowId(claimId) }, maximumPageSize: EVENTS_PER_PAGE };
  const over = new Set<string>();
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await workflowService.getWorkflowExecutionHistoryReverse({ ...request, ...(nextPageToken ? { nextPageToken } : {}) });
    for (const event of page.history?.events ?? []) {
      const ended = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
      if (ended) over.add(String(ended.startedEventId));
      const started = event.timerStartedEventAttributes;
      if (started) return over.has(String(event.eventId)) ? undefined : millis(event.eventTime) + millis(started.startToFireTimeout);
    }
    nextPageToken = page.nextPageToken;
  } while (nextPageToken.length > 0);
  return undefined;
}

function millis(time: Time): number {
  return Number(time?.seconds ?? 0) * 1_000 + (time?.nanos ?? 0) / 1_000_000;
}
