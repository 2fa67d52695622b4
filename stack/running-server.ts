import { type Child, logTail } from './child.ts';
import { delay, waitUntil } from './wait.ts';

export type RunningServer = {
  readonly name: string;
  /** host:port */
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
  /** SIGKILL, for fault tests. */
  kill(): void;
  /** On the same ports with the same data, whether it is running or was killed. */
  restart(): Promise<void>;
};

export type ServerOptions = {
  readonly dataDir: string;
  readonly port?: number;
  readonly log: (line: string) => void;
  readonly rootDir?: string;
  /** Where the address of a server that runs already is looked up. */
  readonly env?: Readonly<Record<string, string | undefined>>;
};

export type ServerPlan = {
  readonly name: string;
  readonly address: string;
  readonly logFile: string;
  readonly withinMs: number;
  launch(): Child;
  /** Rejects until a real client gets a real answer. */
  probe(): Promise<void>;
};

/** Starts what the plan launches and keeps the handle that stops, kills and restarts it. */
export async function runServer(plan: ServerPlan): Promise<RunningServer> {
  let child = plan.launch();
  await untilHealthy(plan, child);
  return {
    name: plan.name,
    address: plan.address,
    get pid() {
      return child.pid;
    },
    stop: () => child.stop(),
    kill: () => child.kill(),
    async restart() {
      await child.stop();
      // Held before it is healthy: whoever kills must reach one that is only starting, too.
      child = plan.launch();
      await untilHealthy(plan, child);
    },
  };
}

async function untilHealthy(plan: ServerPlan, child: Child): Promise<void> {
  const gone = (): string | undefined => {
    const exit = child.exit();
    if (exit === undefined) return undefined;
    return `${plan.name} ended at once (${exit.signal ?? exit.code}). Its log is ${plan.logFile}; the last lines:\n${logTail(plan.logFile)}`;
  };
  try {
    await waitUntil(`${plan.name} at ${plan.address}`, plan.probe, { withinMs: plan.withinMs, giveUp: gone });
  } catch (failure) {
    child.kill();
    await Promise.race([child.exited, delay(2_000)]);
    throw failure;
  }
}

/** A server someone else runs: we use it and never end it. */
export function foreignServer(name: string, address: string): RunningServer {
  const refuse = (): never => {
    throw new Error(`${name} at ${address} was not started by Santun, so it is not ours to kill or restart.`);
  };
  return { name, address, pid: 0, stop: async () => undefined, kill: refuse, restart: async () => refuse() };
}
