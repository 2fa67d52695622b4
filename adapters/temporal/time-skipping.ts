import { randomUUID } from 'node:crypto';
import { isGrpcServiceError } from '@temporalio/client';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { TemporalConnection } from './connection.ts';

/** Why time could not be skipped: the server does not offer it, its limit of skips is used up, or no worker took the workflow's tasks. */
export class TimeNotSkipped extends Error {
  override readonly name = 'TimeNotSkipped';
  readonly why: 'unsupported' | 'too-many-skips' | 'no-worker';

  constructor(why: TimeNotSkipped['why']) {
    super(`time was not skipped: ${why}`);
    this.why = why;
  }
}

export type OwnTime = { readonly now: Instant; readonly isRunning: boolean };

/** A session of the server's own default; a workflow that sleeps day by day for a year would use up more. */
const MOST_SKIPS = 100;
/** The server answers a poll after 20 seconds at the latest. */
const POLLS = 6;
const IDLE_WITHIN_MS = 5_000;
const SECOND_MS = 1_000;
const EVENTS_PER_PAGE = 40;
const STARTED = 2;
const NOT_FOUND = 5;
const UNIMPLEMENTED = 12;
const COMPLETED = 2;
const POLL_TIMEOUT = 1;
const RUNNING = 1;

/**
 * Lets this much of a workflow's own time pass, on the real server; resolves when it has, or when the workflow has ended before. Other
 * workflows and the wall clock do not notice.
 */
export async function fastForward(connection: TemporalConnection, workflowId: string, ms: number): Promise<'passed' | 'ended'> {
  const { workflowService } = connection.client;
  const { namespace } = connection.client.options;
  const id = randomUUID();
  const workflowExecution = { workflowId };
  const duration = { seconds: Math.floor(ms / 1_000) as never, nanos: (ms % 1_000) * 1_000_000 };
  const timeSkippingConfig = { enabled: true, maxSessionSkipCount: MOST_SKIPS, fastForwardConfig: { id, duration } };
  try {
    await untilIdle(connection, workflowId);
    await workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      updateMask: { paths: ['time_skipping_config'] },
      workflowExecutionOptions: { timeSkippingConfig },
    });
    for (let polls = 0; polls < POLLS; polls += 1) {
      const poll = await workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId: id });
      if (poll.fastForwardPollingResult === COMPLETED) return 'passed';
      const own = await ownTime(connection, workflowId);
      if (own?.isRunning !== true) return 'ended';
      if (poll.fastForwardPollingResult === POLL_TIMEOUT && !own.isSkipping) throw new TimeNotSkipped('too-many-skips');
    }
    throw new TimeNotSkipped('no-worker');
  } catch (error) {
    if (!isGrpcServiceError(error)) throw error;
    if (error.code === NOT_FOUND) return 'ended';
    if (error.code === UNIMPLEMENTED) throw new TimeNotSkipped('unsupported');
    throw error;
  }
}

/**
 * Waits a little for a task or a first try that is under way: asked to skip in the middle of one, the server may pass the whole time at once,
 * and the timers set afterwards find it gone. Tries that wait to be repeated are part of the time that passes.
 */
async function untilIdle(connection: TemporalConnection, workflowId: string): Promise<void> {
  const { client } = connection;
  const end = Date.now() + IDLE_WITHIN_MS;
  while (Date.now() < end) {
    const { pendingActivities, pendingWorkflowTask } = await client.workflowService.describeWorkflowExecution({
      namespace: client.options.namespace,
      execution: { workflowId },
    });
    const isBusy = pendingActivities.some(({ state, attempt }) => state === STARTED || (attempt ?? 0) <= 1);
    if (!pendingWorkflowTask && !isBusy && !(await isRinging(connection, workflowId))) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A timer of this very second: a server asked to skip while one rings forgets it until something else happens. */
export async function isRinging(connection: TemporalConnection, workflowId: string): Promise<boolean> {
  const [ringsAt, own] = await Promise.all([nextTimerAt(connection, workflowId), ownTime(connection, workflowId)]);
  return ringsAt !== undefined && own !== undefined && ringsAt <= own.now + SECOND_MS;
}

/** What the latest timer still armed waits for, read backwards from the end of the history; undefined when none is. */
async function nextTimerAt({ client }: TemporalConnection, workflowId: string): Promise<Instant | undefined> {
  const request = { namespace: client.options.namespace, execution: { workflowId }, maximumPageSize: EVENTS_PER_PAGE };
  const over = new Set<string>();
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await client.workflowService.getWorkflowExecutionHistoryReverse({
      ...request,
      ...(nextPageToken ? { nextPageToken } : {}),
    });
    for (const { eventId, eventTime, timerStartedEventAttributes: started, ...event } of page.history?.events ?? []) {
      const ended = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
      if (ended) over.add(String(ended.startedEventId));
      if (started) return over.has(String(eventId)) ? undefined : millis(eventTime) + millis(started.startToFireTimeout);
    }
    nextPageToken = page.nextPageToken;
  } while (nextPageToken.length > 0);
  return undefined;
}

function millis(time: { readonly seconds?: unknown; readonly nanos?: number | null } | null | undefined): number {
  return Number(time?.seconds ?? 0) * SECOND_MS + Math.floor((time?.nanos ?? 0) / 1_000_000);
}

/** What time it is for a workflow; undefined for one the server does not know. */
export async function ownTime(
  { client }: TemporalConnection,
  workflowId: string,
): Promise<(OwnTime & { readonly isSkipping: boolean }) | undefined> {
  try {
    const { workflowExecutionInfo, workflowExtendedInfo } = await client.workflowService.describeWorkflowExecution({
      namespace: client.options.namespace,
      execution: { workflowId },
    });
    const { currentTime, effectiveConfig } = workflowExtendedInfo?.timeSkippingInfo ?? {};
    const now = currentTime ? millis(currentTime) : Date.now();
    return { now, isRunning: workflowExecutionInfo?.status === RUNNING, isSkipping: effectiveConfig?.enabled === true };
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === NOT_FOUND) return undefined;
    throw error;
  }
}
