/** Temporal did not answer, by the names its client gives such errors. */
export function isTemporalAway(error: unknown): boolean {
  return error instanceof Error && /ServiceError|TransportError|WorkflowUpdateRPCTimeoutOrCancelledError/.test(error.name);
}
