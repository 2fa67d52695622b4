type Attributes = object | null | undefined;
type Numeric = { toString(): string } | null | undefined;

/** The parts of a history event that cost something, as the server's API and as exported histories spell them. */
export type CostedEvent = {
  readonly workflowExecutionStartedEventAttributes?: { readonly parentWorkflowExecution?: Attributes } | null;
  readonly workflowExecutionSignaledEventAttributes?: Attributes;
  readonly workflowExecutionUpdateAcceptedEventAttributes?: Attributes;
  readonly startChildWorkflowExecutionInitiatedEventAttributes?: Attributes;
  readonly timerStartedEventAttributes?: Attributes;
  readonly upsertWorkflowSearchAttributesEventAttributes?: Attributes;
  readonly activityTaskStartedEventAttributes?: { readonly attempt?: number | null } | null;
  readonly markerRecordedEventAttributes?: { readonly markerName?: string | null; readonly workflowTaskCompletedEventId?: Numeric } | null;
};

const LOCAL_ACTIVITY_MARKER = 'core_local_activity';

/**
 * Temporal actions, the unit its cloud bills by, that one history shows (docs.temporal.io/evaluate/cloud/actions). What leaves no event
 * (queries, heartbeats, rejected updates) is not in it. Sum it over the histories of a claim and of its payouts.
 */
export function countActions(events: readonly CostedEvent[]): number {
  return events.reduce((sum, event, index) => sum + costOf(event, index), 0) + tasksWithLocalActivities(events);
}

function costOf(event: CostedEvent, index: number): number {
  // A child's start is the second of the two actions its parent has already paid.
  if (event.workflowExecutionStartedEventAttributes) return event.workflowExecutionStartedEventAttributes.parentWorkflowExecution ? 0 : 1;
  if (event.startChildWorkflowExecutionInitiatedEventAttributes) return 2;
  if (event.activityTaskStartedEventAttributes) return event.activityTaskStartedEventAttributes.attempt ?? 1;
  // Only a signal-with-start puts its signal before the first workflow task; the two together are one action.
  if (event.workflowExecutionSignaledEventAttributes) return index === 1 ? 0 : 1;
  const isOne =
    event.workflowExecutionUpdateAcceptedEventAttributes ||
    event.timerStartedEventAttributes ||
    event.upsertWorkflowSearchAttributesEventAttributes;
  return isOne ? 1 : 0;
}

/** All local activities of one workflow task are one action together. */
function tasksWithLocalActivities(events: readonly CostedEvent[]): number {
  const tasks = events.flatMap(({ markerRecordedEventAttributes: marker }) =>
    marker?.markerName === LOCAL_ACTIVITY_MARKER ? [String(marker.workflowTaskCompletedEventId)] : [],
  );
  return new Set(tasks).size;
}
