import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerDeploymentOptions } from '@temporalio/worker';
import type { Log } from '#adapters/kafka/port.ts';
import { connectionOptions, type TemporalSecurity } from './security.ts';
import { BUNDLER_OPTIONS } from './workflow-bundle.ts';

/** Which release this worker is, and what a claim that is under way does when the next one comes. */
export type WorkerVersioning = {
  readonly deploymentName: string;
  readonly buildId: string;
  /** ADR 0007: a claim lives for weeks and we run one release at a time, so it moves on to the new one unless pinned. */
  readonly behavior: 'AUTO_UPGRADE' | 'PINNED';
};

export type SantunWorkerOptions = {
  readonly address: string;
  readonly security?: TemporalSecurity;
  readonly namespace: string;
  readonly taskQueue: string;
  /** File of the workflow bundle's public list. */
  readonly workflowsPath: string;
  readonly activities: object;
  readonly identity?: string;
  /** With it the worker gets no work before its build has been made current (adapters/temporal/deployments.ts); without it, at once. */
  readonly versioning?: WorkerVersioning | undefined;
};

export type RunningWorker = {
  /** Ends when the worker has stopped; rejects when it failed. */
  readonly done: Promise<void>;
  /** Takes nothing new, lets what runs finish, closes the connection. */
  stop(): Promise<void>;
};

/** Long enough for one try of the slowest activity, the bank's. */
const SHUTDOWN_GRACE = '70s';

/** What Temporal's own exporter calls things by the habits of Prometheus: seconds, and the unit in the name. */
const PROMETHEUS_WORDS = { countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true };

/**
 * Once per process, before the first worker: Temporal's own log goes where ours goes. Signals are handled at the door, in our order.
 * `metricsAt` (host:port) is where its core tells its metrics; it throws where that is taken.
 */
export function installRuntime(log: Log, metricsAt?: string): void {
  const levels = { TRACE: 'debug', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => log(levels[level], message, { ...meta })),
    // Core's own lines too: left alone it writes coloured text between our JSON.
    telemetryOptions: {
      logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} },
      ...(metricsAt === undefined
        ? {}
        : { metrics: { attachServiceName: false, prometheus: { bindAddress: metricsAt, ...PROMETHEUS_WORDS } } }),
    },
    shutdownSignals: [],
  });
}

/**
 * A task meant for a worker that died waits this long before any other may take it (the SDK's default is 10 s), and with it the rung of a
 * deadline. A worker merely busy for longer costs one replay.
 */
const STICKY_FOR = '2s';

export async function startWorker(options: SantunWorkerOptions): Promise<RunningWorker> {
  const { address, security, namespace, taskQueue, workflowsPath, activities, identity, versioning } = options;
  const connection = await NativeConnection.connect(connectionOptions(address, security));
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowsPath,
    bundlerOptions: BUNDLER_OPTIONS,
    activities,
    ...(identity === undefined ? {} : { identity }),
    ...(versioning === undefined ? {} : { workerDeploymentOptions: toDeploymentOptions(versioning) }),
    stickyQueueScheduleToStartTimeout: STICKY_FOR,
    shutdownGraceTime: SHUTDOWN_GRACE,
  });
  const done = worker.run().finally(() => connection.close());
  return {
    done,
    async stop() {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await done;
    },
  };
}

function toDeploymentOptions({ deploymentName, buildId, behavior }: WorkerVersioning): WorkerDeploymentOptions {
  return { version: { deploymentName, buildId }, useWorkerVersioning: true, defaultVersioningBehavior: behavior };
}
