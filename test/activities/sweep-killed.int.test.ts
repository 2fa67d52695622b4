import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createSweepActivities } from '#activities/sweep.activities.ts';
import { NOTHING_SWEPT } from '#activities/sweep-counts.ts';
import { installRuntime, startWorker } from '#adapters/temporal/worker.ts';
import { SWEEP_WORKFLOW } from '#workflows/messages.ts';
import { sweepScheduleId, taskQueues } from '#workflows/workflow-ids.ts';
import { realNow } from '../support/real-clock.ts';
import { testLog } from '../support/silent-log.ts';
import { testStack } from '../support/stack.ts';
import type { SweepChildSettings } from '../support/sweep-child.ts';
import { type SweepWorld, startSweepWorld } from '../support/sweep-world.ts';

const CLAIMS = 7;
const workflowsPath = join(process.cwd(), 'workflows', 'index.ts');

describe('a sweeper that is killed in the middle of its pass', () => {
  let world: SweepWorld;
  beforeAll(async () => {
    installRuntime(testLog);
    world = await startSweepWorld();
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  test('is followed by another, which goes on where it was, and the pass counts and notes every claim once', async () => {
    const before = realNow() - 120_000;
    const states = await Promise.all(Array.from({ length: CLAIMS }, (_, n) => world.open(n, { at: before, rungAt: before + 30_000 })));
    const ids = states.map(({ claimId }) => claimId).sort();
    const address = testStack().temporalAddress;
    const queues = taskQueues(world.name);
    const settings: SweepChildSettings = {
      address,
      mongoUrl: testStack().mongoUrl(world.name),
      prefix: world.name,
      workflowsPath,
      batches: 2,
    };
    const child = fork(join('test', 'support', 'sweep-child.ts'), [JSON.stringify(settings)], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      silent: true,
    });
    const holding = once(child, 'message');
    const pass = await world.temporal.client.workflow.start(SWEEP_WORKFLOW, {
      workflowId: sweepScheduleId(queues),
      taskQueue: queues.sweeper,
    });
    await holding;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;

    const resumedAfter: string[] = [];
    const worker = await startWorker({
      address,
      namespace: 'default',
      taskQueue: queues.sweeper,
      workflowsPath,
      activities: createSweepActivities({
        ...world.stores,
        running: world.claims,
        payments: world.payments,
        now: realNow,
        claims: {
          ...world.stores.claims,
          openClaims(after = '') {
            resumedAfter.push(after);
            return world.stores.claims.openClaims(after, 2);
          },
        },
      }),
    });
    const counts = await pass.result();
    await worker.stop();

    // The second report of progress may have been held back, since they go out at a limited rate; the first went out at once.
    expect(resumedAfter).toHaveLength(1);
    expect([ids[1], ids[3]]).toContain(resumedAfter[0]);
    expect(counts).toEqual({ ...NOTHING_SWEPT, claims: CLAIMS, missed: CLAIMS, woken: CLAIMS, lagMs: expect.any(Number) });
    const found = await world.stores.incidents.open();
    expect(found.map(({ claimId }) => claimId).sort()).toEqual(ids);
    expect(new Set(found.map(({ foundAt, lastSeenAt, timesSeen }) => `${foundAt} ${lastSeenAt} ${timesSeen}`)).size).toBe(1);
    expect(found[0]).toMatchObject({ timesSeen: 1 });
  }, 120_000);
});
