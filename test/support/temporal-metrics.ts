/** What dashboard and alarms read of Temporal's own measures; that a worker does tell them is tested against a real one. */
export const TEMPORAL_METRICS = [
  'temporal_workflow_task_schedule_to_start_latency_seconds',
  'temporal_activity_schedule_to_start_latency_seconds',
  'temporal_worker_task_slots_available',
  'temporal_sticky_cache_size',
] as const;
