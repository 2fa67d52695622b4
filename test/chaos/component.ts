import { type ProcessSpec, startProcess } from '#stack/processes.ts';
import type { RunningServer } from '#stack/running-server.ts';
import { delay } from '#stack/wait.ts';

/** Something that is killed and comes back. */
export type Component = {
  readonly name: string;
  /** SIGKILL, of the process and all it started. */
  kill(): void;
  /**
   * Resolves when it says it is ready. As a process manager does, it is started again for as long as it ends before that by itself; killed
   * meanwhile, it stays down.
   */
  start(): Promise<void>;
  /** For good, and without ceremony: nobody will ask for its data again. */
  end(): Promise<void>;
};

export type Crash = { readonly component: string; readonly why: string };

type Handle = Pick<RunningServer, 'kill' | 'restart' | 'stop'>;
const BETWEEN_STARTS_MS = 500;
/** After this it is not coming back, and the run says so instead of waiting. */
const LONGEST_COMEBACK_MS = 180_000;

/** A server behind the handle that started it. */
export function serverComponent(name: string, server: Handle): Component {
  let isOver = false;
  let isDown = false;
  return {
    name,
    kill() {
      isDown = true;
      server.kill();
    },
    async start() {
      isDown = false;
      await comeBack(name, server, () => isOver || isDown);
    },
    async end() {
      isOver = true;
      server.kill();
      await server.stop();
    },
  };
}

/** One of our own processes. Ends it without being killed, that is told and it is started again. */
export async function processComponent(spec: Omit<ProcessSpec, 'onCrash'>, tell: (crash: Crash) => void): Promise<Component> {
  let isDown = false;
  let isOver = false;
  const process = await startProcess({
    ...spec,
    onCrash(exit) {
      if (isDown || isOver) return;
      tell({ component: spec.name, why: `ended by itself (${exit.signal ?? exit.code})` });
      void comeBack(spec.name, process, () => isOver || isDown).catch(() => tell({ component: spec.name, why: 'did not come back' }));
    },
  });
  return {
    name: spec.name,
    kill() {
      isDown = true;
      process.kill();
    },
    async start() {
      isDown = false;
      await comeBack(spec.name, process, () => isOver || isDown);
    },
    async end() {
      isOver = true;
      process.kill();
      await process.stop();
    },
  };
}

async function comeBack(name: string, handle: Handle, isOver: () => boolean): Promise<void> {
  const end = performance.now() + LONGEST_COMEBACK_MS;
  for (;;) {
    if (isOver()) return;
    try {
      await handle.restart();
      return;
    } catch (error) {
      if (performance.now() > end) throw new Error(`${name} does not come back`, { cause: error });
      await delay(BETWEEN_STARTS_MS);
    }
  }
}
