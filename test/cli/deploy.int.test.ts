import type { RunningWorker } from '#adapters/temporal/worker.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { claimWorkflowId, payoutWorkflowId } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../factories/calendar.ts';
import { deathEvent } from '../factories/death-event.ts';
import { storyBefore } from '../factories/story.ts';
import { approveEverything, claimIdFor, recorded, workUpToRecommendation } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { envOf, type Ran, runSantun } from '../support/run-santun.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

describe('santun deploy', () => {
  let world: World;
  let env: Readonly<Record<string, string>>;
  beforeAll(async () => {
    world = await startWorld();
    env = await envOf(world);
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  /** All workers of one release, of every queue there is. */
  async function release(buildId: string): Promise<readonly RunningWorker[]> {
    world.release(buildId);
    return Promise.all([world.startClaimsWorker(), world.startPayoutsWorker(), world.startSweeper()]);
  }

  const deploy = (buildId: string, ...args: readonly string[]): Promise<Ran> => runSantun(['deploy', '--build', buildId, ...args], env);

  async function buildsOf(workflowId: string): Promise<readonly string[]> {
    const { events } = await world.temporal.client.workflow.getHandle(workflowId).fetchHistory();
    return [...new Set((events ?? []).flatMap((event) => event.workflowTaskCompletedEventAttributes?.deploymentVersion?.buildId ?? []))];
  }

  test('a claim begun under one release is paid under the next, and neither a person nor the family notices', async () => {
    const story = storyBefore(realNow(), 1);
    const claimId = claimIdFor(world, 1);
    await world.bank.openAccount({ bankCode: '130', accountNumber: story.accountNumber, holderName: 'PASANGAN CONTOH 1' });
    const first = await release('rilis-1');
    // Before anything is made current the claim waits; it is not lost.
    await world.claims.report({ claimId, calendar: calendarAround(realNow()), switches: {} }, deathEvent(story));
    expect(await deploy('rilis-1')).toMatchObject({ code: 0, stdout: expect.stringContaining('rilis rilis-1 sekarang dipakai') });
    expect(await deploy('rilis-1')).toMatchObject({ code: 0, stdout: expect.stringContaining('rilis rilis-1 sudah dipakai') });
    await until('the claim on record', () => recorded(world, claimId));

    await release('rilis-2');
    expect((await deploy('rilis-2')).code).toBe(0);
    for (const worker of first) await worker.stop();
    await workUpToRecommendation(world, claimId, story, 1);
    await approveEverything(world, claimId);
    const closed = await until('the claim to close', async (): Promise<ClaimState | false | undefined> => {
      const claim = await recorded(world, claimId);
      return claim?.status === 'closed' && claim;
    });
    expect(await buildsOf(claimWorkflowId(claimId))).toEqual(['rilis-1', 'rilis-2']);
    for (const { payoutId, issue } of closed.payouts) expect(await buildsOf(payoutWorkflowId(payoutId, issue))).toEqual(['rilis-2']);
  }, 120_000);

  test('a release for which nobody works is named, and nothing is moved to it', async () => {
    expect(await deploy('rilis-3', '--wait', '1')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('rilis-3') });
  }, 30_000);

  test('with versioning switched off there is nothing to move', async () => {
    const ran = await runSantun(['deploy'], { ...env, SANTUN_WORKER_VERSIONING: 'off' });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('SANTUN_WORKER_VERSIONING=off') });
  }, 30_000);

  test.each([[['--build']], [['--build', 'a b']], [['--wait', 'lama']], [['rilis-1']]])('%j is not understood', async (args) => {
    expect((await runSantun(['deploy', ...args], env)).code).toBe(2);
  });
});
