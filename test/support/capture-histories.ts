import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServers } from '#stack/servers.ts';
import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../factories/calendar.ts';
import { storyBefore } from '../factories/story.ts';
import { forgetHistories, HISTORIES, type History, writeHistory } from './histories.ts';
import { HISTORY_PATHS } from './history-paths.ts';
import { claimIdFor } from './people-at-work.ts';
import { realNow } from './real-clock.ts';
import { testStack } from './stack.ts';
import { until } from './until.ts';
import { startWorld, type World } from './world.ts';

// npm run histories:capture [path …]: plays the paths on the real servers and keeps what they leave in Temporal, for this release.
const { version } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { version: string };
const folder = join(HISTORIES, version);
const PAGE = 100;

async function main(wished: readonly string[]): Promise<void> {
  const unknown = wished.find((name) => !Object.hasOwn(HISTORY_PATHS, name));
  if (unknown !== undefined) throw new Error(`No such path: ${unknown}. There are ${Object.keys(HISTORY_PATHS).join(', ')}.`);
  const names = wished.length > 0 ? wished : Object.keys(HISTORY_PATHS);
  const stop = await serversThere();
  try {
    const world = await startWorld();
    try {
      await Promise.all([world.startClaimsWorker(), world.startPayoutsWorker(), world.startIntake().joined()]);
      forgetHistories(folder, names);
      for (const [index, name] of names.entries()) await capture(world, name, index + 1);
    } finally {
      await world.close();
    }
  } finally {
    await stop();
  }
}

async function capture(world: World, name: string, n: number): Promise<void> {
  const claimId = claimIdFor(world, n);
  const story = storyBefore(realNow(), n);
  await world.bank.openAccount({ bankCode: '130', accountNumber: story.accountNumber, holderName: `PASANGAN CONTOH ${n}` });
  const others = await HISTORY_PATHS[name]?.({ world, claimId, n, story, calendar: calendarAround(realNow()) });
  const ids = [...(others ?? [claimWorkflowId(claimId)])];
  const count = new Map<string, number>();
  for (let id = ids.shift(); id !== undefined; id = ids.shift()) {
    for (const history of await runsOf(world, id)) {
      const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
      const type = started?.workflowType?.name ?? 'unknown';
      count.set(type, (count.get(type) ?? 0) + 1);
      writeHistory(folder, `${name}.${type}-${count.get(type)}`, history);
      console.log(`${name}.${type}-${count.get(type)}: ${history.events?.length} events`);
      ids.push(...childrenIn(history));
    }
    // A path may leave its claim open; the servers of a developer live on.
    await world.temporal.client.workflow
      .getHandle(id)
      .terminate('captured')
      .catch(() => undefined);
  }
}

/** Oldest first: those that continued each other, and those begun anew when a claim that had ended woke from its record. */
async function runsOf(world: World, workflowId: string): Promise<readonly History[]> {
  const { runId: latest } = await world.temporal.client.workflow.getHandle(workflowId).describe();
  const runs = await until(`every run of ${workflowId} in the index`, async () => {
    const found: { readonly runId: string; readonly startTime: Date }[] = [];
    for await (const run of world.temporal.client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) found.push(run);
    return found.some(({ runId }) => runId === latest) && found;
  });
  const inOrder = runs.sort((one, other) => one.startTime.getTime() - other.startTime.getTime());
  return Promise.all(inOrder.map(({ runId }) => historyOf(world, workflowId, runId)));
}

/** In pages: a history that is long enough for a fresh run is too long for one answer. */
async function historyOf({ temporal: { client } }: World, workflowId: string, runId: string): Promise<History> {
  const { namespace } = client.options;
  const events: NonNullable<History['events']> = [];
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await client.workflowService.getWorkflowExecutionHistory({
      namespace,
      execution: { workflowId, runId },
      maximumPageSize: PAGE,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    events.push(...(page.history?.events ?? []));
    nextPageToken = page.nextPageToken.length > 0 ? page.nextPageToken : undefined;
  } while (nextPageToken);
  return { events };
}

function childrenIn({ events }: History): readonly string[] {
  return (events ?? []).flatMap(
    ({ childWorkflowExecutionStartedEventAttributes: started }) => started?.workflowExecution?.workflowId ?? [],
  );
}

/** Those somebody holds open, or some of our own for the time of the capture. */
async function serversThere(): Promise<() => Promise<void>> {
  try {
    testStack();
    return async () => undefined;
  } catch {
    const servers = await startServers({ dataDir: join('.run', 'histories'), log: console.error });
    Object.assign(process.env, servers.env);
    return () => servers.stop();
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
