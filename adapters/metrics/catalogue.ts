export type MetricDefinition = {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  readonly buckets?: readonly number[];
  /** What lies in store and brokers is told by one kind of process: told by five it would be counted five times. */
  readonly only?: 'sweeper';
};

/** A rung is told in well under five seconds (design.md section 12); the far end tells an outage of an hour from one of a day. */
const LATENESS_S = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 600, 3_600, 14_400, 86_400] as const;
const WORK_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

/**
 * Every measure of ours. Labels take few values and are known beforehand: each combination is a series kept for months, and a label that
 * could hold the number of a claim would carry people out of the store.
 */
export const CATALOGUE = {
  buildInfo: {
    kind: 'gauge',
    name: 'santun_build_info',
    help: 'Always 1: which process of which release this is.',
    labels: ['process', 'build'],
  },
  rungLateness: {
    kind: 'histogram',
    name: 'santun_rung_lateness_seconds',
    help: 'How long after it was due a rung was told. cause="change": its hour was put into the past by a change of the claim.',
    labels: ['clock', 'cause'],
    buckets: LATENESS_S,
  },
  claimsOpen: { kind: 'gauge', name: 'santun_claims_open', help: 'Claims that have not ended.', labels: ['status'], only: 'sweeper' },
  claimsStanding: {
    kind: 'gauge',
    name: 'santun_claims_standing',
    help: 'Open claims by the furthest rung told on their legal clocks and promises, as of the last pass of this sweeper.',
    labels: ['standing'],
    only: 'sweeper',
  },
  lastPass: {
    kind: 'gauge',
    name: 'santun_sweep_last_pass_timestamp_seconds',
    help: 'When this sweeper last looked at every open claim.',
    labels: [],
    only: 'sweeper',
  },
  payoutsUnsettled: {
    kind: 'gauge',
    name: 'santun_payouts_unsettled',
    help: 'Payment lines that have not come to an end; what was paid is in the payment report.',
    labels: ['state'],
    only: 'sweeper',
  },
  unknownAge: {
    kind: 'gauge',
    name: 'santun_payout_unknown_oldest_seconds',
    help: 'Seconds since the send the bank has been silent about for longest; 0 for none.',
    labels: [],
    only: 'sweeper',
  },
  incidentsOpen: {
    kind: 'gauge',
    name: 'santun_incidents_open',
    help: 'Incidents nobody has resolved.',
    labels: ['kind'],
    only: 'sweeper',
  },
  deadLetters: {
    kind: 'gauge',
    name: 'santun_dead_letters',
    help: 'Messages in the topic of dead letters; they leave it after 90 days.',
    labels: [],
    only: 'sweeper',
  },
  consumerLag: {
    kind: 'gauge',
    name: 'santun_consumer_lag',
    help: 'Messages the intake has not committed, by the brokers’ word.',
    labels: ['topic', 'partition'],
    only: 'sweeper',
  },
  collectionFailures: {
    kind: 'counter',
    name: 'santun_collection_failures_total',
    help: 'Times the figures of a part could not be read; they are left out then.',
    labels: ['part'],
  },
  intakeHandled: {
    kind: 'counter',
    name: 'santun_intake_handled_total',
    help: 'Events taken in and acknowledged.',
    labels: ['topic', 'type'],
  },
  intakeDuration: {
    kind: 'histogram',
    name: 'santun_intake_handling_seconds',
    help: 'How long an event took until Temporal or the store had it.',
    labels: ['topic'],
    buckets: WORK_S,
  },
  intakeDeadLetters: {
    kind: 'counter',
    name: 'santun_intake_dead_letters_total',
    help: 'Events that could not be used, by the code of the reason.',
    labels: ['topic', 'code'],
  },
  intakePauses: {
    kind: 'counter',
    name: 'santun_intake_pauses_total',
    help: 'Times a partition waited because something it needs was away.',
    labels: ['topic'],
  },
  intakeCommits: { kind: 'counter', name: 'santun_intake_commits_total', help: 'Commits of progress to the brokers.', labels: ['topic'] },
  intakeCrashes: {
    kind: 'counter',
    name: 'santun_intake_crashes_total',
    help: 'Consumers that crashed and were replaced.',
    labels: [],
  },
  httpRequests: {
    kind: 'counter',
    name: 'santun_http_requests_total',
    help: 'Requests answered, by the template of their route.',
    labels: ['method', 'route', 'status'],
  },
  httpDuration: {
    kind: 'histogram',
    name: 'santun_http_request_duration_seconds',
    help: 'How long an answer took.',
    labels: ['method', 'route'],
    buckets: WORK_S,
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

export type MetricKey = keyof typeof CATALOGUE;
