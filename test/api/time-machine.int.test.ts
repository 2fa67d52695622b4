import { createTimeMachine } from '#adapters/temporal/time-machine.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { calendarAround } from '../factories/calendar.ts';
import { deathEvent } from '../factories/death-event.ts';
import { storyBefore } from '../factories/story.ts';
import { claimIdFor, recorded } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { until } from '../support/until.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';

const ADDRESS = '/sandbox/time-machine';

describe('the time machine over HTTP', () => {
  let world: ApiWorld;
  let sandbox: string;
  let claimId: ClaimId;
  beforeAll(async () => {
    world = await startApiWorld();
    const { temporal, claims, stores } = world;
    sandbox = await world.anotherApi({ timeMachine: createTimeMachine({ temporal, claims, journal: stores.journal }) });
    await world.startClaimsWorker();
    claimId = claimIdFor(world, 1);
    const input = { claimId, calendar: calendarAround(realNow()), switches: {} };
    await world.claims.report(input, deathEvent(storyBefore(realNow(), 1)));
    await until('the claim on record', () => recorded(world, claimId));
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  const move = (person: string, body: object, on = sandbox) => world.call(person, ADDRESS, { method: 'POST', body }, on);

  test('outside the sandbox the address does not exist, for nobody', async () => {
    for (const person of ['pengawas', 'petugas.satu']) {
      expect((await move(person, { claimId, duration: '+2d' }, world.url)).status).toBe(404);
    }
  });

  test('a supervisor moves a claim, hears what happened, and sees it at its own time afterwards', async () => {
    const { status, body } = await move('pengawas', { claimId, duration: '+20d' });
    expect(status).toBe(200);
    expect(Date.parse(body.now) - Date.parse(body.from)).toBeGreaterThanOrEqual(20 * 86_400_000);
    const types = body.facts.map(({ type }: { type: string }) => type);
    expect(types).toContain('sla.rung-reached');
    const seen = await world.call('petugas.satu', `/claims/${claimId}`, {}, sandbox);
    expect(seen.body.now).toBe(body.facts.at(-1).at);
    expect(Date.parse(seen.body.now)).toBeGreaterThan(realNow());
    const byTheWall = await world.call('petugas.satu', `/claims/${claimId}`);
    expect(Date.parse(byTheWall.body.now)).toBeLessThanOrEqual(realNow());
  }, 60_000);

  test('nobody but a supervisor has it, and it needs a token', async () => {
    for (const person of ['petugas.satu', 'staf.bpr', 'auditor'])
      expect((await move(person, { claimId, duration: '+2d' })).status).toBe(404);
    expect((await world.call(undefined, ADDRESS, { method: 'POST', body: { claimId, duration: '+2d' } }, sandbox)).status).toBe(401);
  });

  test('what cannot be read, is unknown or cannot be done is answered as everywhere else', async () => {
    expect((await move('pengawas', { claimId, duration: 'besok' })).status).toBe(400);
    expect((await move('pengawas', { claimId })).status).toBe(400);
    expect((await move('pengawas', { claimId: claimIdFor(world, 9), duration: '+2d' })).status).toBe(404);
    const far = await move('pengawas', { claimId, duration: '+401d' });
    expect([far.status, far.body.error]).toEqual([409, 'too-far']);
  });
});
