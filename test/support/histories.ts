import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, type Logger, Worker } from '@temporalio/worker';

export type History = ReturnType<typeof historyFromJSON>;
export type Captured = { readonly name: string; readonly history: History };

/** One folder per release: what a release has left in Temporal is added once and never changed. */
export const HISTORIES = join(process.cwd(), 'test', 'histories');
const ENDING = '.json.gz';
/** Who ran it, and where in the file system: nothing a replay needs, and nothing to publish. */
const PRIVATE: ReadonlySet<string> = new Set(['identity', 'stackTrace']);

export function readHistories(folder = HISTORIES): readonly Captured[] {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return files
    .filter((file) => file.endsWith(ENDING))
    .sort()
    .map((file) => ({
      name: file.slice(0, -ENDING.length),
      history: historyFromJSON(JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString('utf8'))),
    }));
}

export function writeHistory(folder: string, name: string, history: History): void {
  mkdirSync(folder, { recursive: true });
  const told = JSON.parse(historyToJSON(history), (key, value) => (PRIVATE.has(key) ? '' : value));
  // The queue of a worker's own is named after its machine.
  const text = JSON.stringify(told).replaceAll(hostname(), 'mesin');
  writeFileSync(join(folder, `${name}${ENDING}`), gzipSync(text, { level: 9 }));
}

/** Forgets what an earlier capture of the same release has written for these paths. */
export function forgetHistories(folder: string, paths: readonly string[]): void {
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    if (paths.some((path) => file.startsWith(`${path}.`))) rmSync(join(folder, file));
  }
}

const say = (): void => undefined;
const QUIET: Logger = { log: say, trace: say, debug: say, info: say, warn: say, error: say };

/** By name, what the replay of each history by these workflows found; undefined where it went the same way again. */
export async function replay(workflowsPath: string, histories: readonly Captured[]): Promise<Readonly<Record<string, Error | undefined>>> {
  const workflowBundle = await bundleWorkflowCode({ workflowsPath: resolve(workflowsPath), logger: QUIET });
  const found: Record<string, Error | undefined> = {};
  for (const { name, history } of histories) {
    const workflowId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? name;
    found[name] = await Worker.runReplayHistory({ workflowBundle }, history, workflowId).then(
      () => undefined,
      (error: Error) => error,
    );
  }
  return found;
}
