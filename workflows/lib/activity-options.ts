import type { ActivityOptions } from '@temporalio/workflow';

/** One named set per kind of work. Retries have no end where giving up would lose a fact or a payment; age is an alarm, not an excuse. */

/** Recording: our own store and Kafka. Short attempts, many of them. */
export const RECORDING: ActivityOptions = {
  startToCloseTimeout: '20s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '8s' },
};

/** Asking registries, which may be slow: each has a time-out of its own, and silence is an answer. */
export const CHECKING: ActivityOptions = {
  startToCloseTimeout: '60s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
};

/** Talking to a bank. The adapter's own timeout is shorter, so that silence comes back as an answer (`unknown`), not as a time-out. */
export const BANKING: ActivityOptions = {
  startToCloseTimeout: '60s',
  // A try whose worker died is taken up by another after this, not after a minute.
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
};

/** A pass over every open claim. It tells how far it came, so a try that died is noticed soon and the next one goes on from there. */
export const SWEEPING: ActivityOptions = {
  startToCloseTimeout: '10m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '15s' },
};

/** Waiting for a bank's statement, which may be hours late. After that the day is left to the next night. */
export const RECONCILING: ActivityOptions = {
  startToCloseTimeout: '10m',
  scheduleToCloseTimeout: '6h',
  heartbeatTimeout: '3m',
  retry: { initialInterval: '2s', backoffCoefficient: 2, maximumInterval: '15m' },
};
