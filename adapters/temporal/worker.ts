import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Log } from '#adapters/kafka/port.ts';

export type SantunWorkerOptions = {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  /** File of the workflow bundle's public list. */
  readonly workflowsPath: string;
  readonly activities: object;
  readonly identity?: string;
};

export type RunningWorker = {
  /** Ends when the worker has stopped; rejects when it failed. */
  readonly done: Promise<void>;
  /** Takes nothing new, lets what runs finish, closes the connection. */
  stop(): Promise<void>;
};

/** Long enough for one try of the slowest activity, the bank's. */
const SHUTDOWN_GRACE = '70s';

/** Once per process, before the first worker: Temporal's own log goes where ours goes. Signals are handled at the door, in our order. */
export function installRuntime(log: Log): void {
  const levels = { TRACE: 'debug', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => log(levels[level], message, { ...meta })),
    shutdownSignals: [],
  });
}

export async function startWorker(options: SantunWorkerOptions): Promise<RunningWorker> {
  const { address, namespace, taskQueue, workflowsPath, activities, identity } = options;
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowsPath,
    activities,
    ...(identity === undefined ? {} : { identity }),
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
