import type { ClaimId } from '#domain/claim/claim-number.ts';
import { calendarAround } from '../factories/calendar.ts';
import { deathEvent } from '../factories/death-event.ts';
import { storyBefore } from '../factories/story.ts';
import { approveEverything, claimIdFor, give, OFFICER, recorded, workUpToRecommendation } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { envOf, type Ran, runSantun } from '../support/run-santun.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

describe('santun time-machine', () => {
  let world: World;
  let env: Readonly<Record<string, string>>;
  const calendar = calendarAround(realNow());
  beforeAll(async () => {
    world = await startWorld();
    env = await envOf(world);
    await Promise.all([world.startClaimsWorker(), world.startPayoutsWorker()]);
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  const move = (...args: readonly string[]): Promise<Ran> => runSantun(['time-machine', ...args], env);

  async function report(n: number): Promise<ClaimId> {
    const claimId = claimIdFor(world, n);
    await world.claims.report({ claimId, calendar, switches: {} }, deathEvent(storyBefore(realNow(), n), n));
    await until('the claim on record', () => recorded(world, claimId));
    return claimId;
  }

  test('fourteen days with nobody acting are told as the story tells them: every rung of the legal clock, with its own instant', async () => {
    const claimId = await report(1);
    const { papers } = (await recorded(world, claimId)) ?? { papers: [] };
    const verdicts = papers.map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
    await give(world, claimId, OFFICER, { type: 'verifyDocuments', verdicts });
    await give(world, claimId, OFFICER, { type: 'declareComplete' });
    const { code, stdout, stderr } = await move(claimId, '+14d');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const rung of ['50', '75', '100', '+1', '+3'])
      expect(stdout).toMatch(new RegExp(`tingkat ${rung.replace('+', '\\+')}; jatuh .+ tercatat`));
    expect(stdout).toContain(`Klaim ${claimId}: dari `);
    // What is shown afterwards is shown at the claim's own time: days late, not still in time by the wall clock.
    const explained = await runSantun(['explain', claimId], { ...env, SANTUN_MODE: 'sandbox' });
    expect(explained.stdout).toContain('terlambat');
    const { stdout: quiet } = await move(claimId, '+1m');
    expect(quiet).toContain('Tidak ada yang terjadi.');
  }, 90_000);

  test('a claim that is closed waits for no time any more', async () => {
    const claimId = claimIdFor(world, 2);
    const story = storyBefore(realNow(), 2);
    await world.bank.openAccount({ bankCode: '130', accountNumber: story.accountNumber, holderName: 'PASANGAN CONTOH 2' });
    await report(2);
    await workUpToRecommendation(world, claimId, story, 2);
    await approveEverything(world, claimId);
    await until('the claim to close', async () => (await recorded(world, claimId))?.status === 'closed');
    await world.temporal.client.workflow.getHandle(`claim:${claimId}`).result();
    expect(await move(claimId, '+2d')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('sudah selesai') });
  }, 60_000);

  test('a claim that is not there, a time that is over and a time too far are refused in words', async () => {
    expect(await move('STN-ZZZZZ-ZZZZZ', '+2d')).toMatchObject({ code: 1, stderr: expect.stringContaining('tidak ada') });
    const claimId = await report(3);
    expect(await move(claimId, '--to', '2020-01-02T08:00+08:00')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('hanya dapat maju'),
    });
    expect(await move(claimId, '+401d')).toMatchObject({ code: 1, stderr: expect.stringContaining('400 hari') });
  }, 60_000);

  test('outside the sandbox there is no time machine', async () => {
    const production = { ...env, SANTUN_MODE: 'production' };
    const ran = await runSantun(['time-machine', await report(4), '+2d'], production);
    expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('hanya ada di peragaan') });
  }, 30_000);
});
