import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import { connectTemporal, type TemporalConnection } from '#adapters/temporal/connection.ts';
import { currentBuild, makeCurrent, VersionNotPolled } from '#adapters/temporal/deployments.ts';
import { fastForward } from '#adapters/temporal/time-skipping.ts';
import { installRuntime, type RunningWorker, startWorker } from '#adapters/temporal/worker.ts';
import { type Captured, replay } from '../support/histories.ts';
import { testLog } from '../support/silent-log.ts';
import { freshName, testStack } from '../support/stack.ts';

const workflows = (release: string): string => join(process.cwd(), 'test', 'support', 'versioned', `${release}.ts`);
const WITHIN_MS = 30_000;
const MINUTE = 60_000;

describe('a release that changes what a workflow does', () => {
  const { temporalAddress } = testStack();
  const taskQueue = freshName('letters');
  let temporal: TemporalConnection;
  const workers: RunningWorker[] = [];
  beforeAll(async () => {
    installRuntime(testLog);
    temporal = await connectTemporal(temporalAddress, 'default');
  });
  afterAll(async () => {
    for (const worker of workers) await worker.stop();
    await temporal.close();
  }, 60_000);

  async function release(name: string): Promise<RunningWorker> {
    const worker = await startWorker({
      address: temporalAddress,
      namespace: 'default',
      taskQueue,
      workflowsPath: workflows(name),
      activities: { unused: async () => undefined },
      versioning: { deploymentName: taskQueue, buildId: name, behavior: 'AUTO_UPGRADE' },
    });
    workers.push(worker);
    return worker;
  }

  const start = (n: number): Promise<WorkflowHandle> =>
    temporal.client.workflow.start('letter', { taskQueue, workflowId: `${taskQueue}-${n}` });

  async function historyOf(handle: WorkflowHandle): Promise<Captured> {
    return { name: handle.workflowId, history: await handle.fetchHistory() };
  }

  async function finish(handle: WorkflowHandle): Promise<string> {
    await handle.signal('go');
    await fastForward(temporal, handle.workflowId, 2 * MINUTE);
    return (await handle.result()) as string;
  }

  /** So far that only somebody’s word is missing. */
  const isBegun = (handle: WorkflowHandle): Promise<unknown> => handle.query('__stack_trace');

  test('a letter begun under the first release is finished by the second, which asks with a patch; without asking it could not be replayed', async () => {
    const first = await release('before');
    expect(await makeCurrent(temporal, { deploymentName: taskQueue, buildId: 'before' }, WITHIN_MS)).toBe('made');
    const old = await start(1);
    await isBegun(old);
    const begun = await historyOf(old);

    await release('with-patch');
    expect(await makeCurrent(temporal, { deploymentName: taskQueue, buildId: 'with-patch' }, WITHIN_MS)).toBe('made');
    await first.stop();
    expect(await finish(old)).toBe('sent with a wait where it was begun with one');
    const young = await start(2);
    await finish(young);

    const [done, fresh] = [await historyOf(old), await historyOf(young)];
    const builds = (done.history.events ?? []).flatMap(
      (event) => event.workflowTaskCompletedEventAttributes?.deploymentVersion?.buildId ?? [],
    );
    expect([...new Set(builds)]).toEqual(['before', 'with-patch']);
    expect(await replay(workflows('with-patch'), [begun, done, fresh])).toEqual({ [done.name]: undefined, [fresh.name]: undefined });
    const caught = await replay(workflows('without-patch'), [done]);
    expect(caught[done.name]?.message).toMatch(/nondeterminism|TMPRL1100/i);
    // Removed once nothing older runs: what began with the patch still replays, what began before it would not.
    const removed = await replay(workflows('patch-removed'), [fresh, done]);
    expect(removed[fresh.name]).toBeUndefined();
    expect(removed[done.name]?.message).toMatch(/nondeterminism|TMPRL1100/i);
  }, 120_000);

  test('making a release current again changes nothing, and one that nobody works for is refused by name', async () => {
    expect(await makeCurrent(temporal, { deploymentName: taskQueue, buildId: 'with-patch' }, WITHIN_MS)).toBe('was');
    await expect(makeCurrent(temporal, { deploymentName: taskQueue, buildId: 'nobody' }, 300)).rejects.toBeInstanceOf(VersionNotPolled);
    expect(await currentBuild(temporal, taskQueue)).toBe('with-patch');
    expect(await currentBuild(temporal, freshName('no-such'))).toBeUndefined();
  }, 60_000);
});
