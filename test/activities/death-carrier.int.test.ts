import { isRefusal } from '#domain/refusal.ts';
import { carryDeath, letDeathGo } from '#services/claims/death-carrier.ts';
import { Desk, HOUR, OFFICER } from '../support/month/desk.ts';
import { realNow } from '../support/real-clock.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

describe('a death is carried by one claim', () => {
  let world: World;
  let publisher: ReturnType<World['kafka']['publisher']>;
  beforeAll(async () => {
    world = await startWorld();
    publisher = world.kafka.publisher();
    await world.startClaimsWorker();
    await world.startIntake().joined();
  }, 60_000);
  afterAll(async () => {
    await publisher.close();
    await world.close();
  }, 60_000);
  const deps = () => ({ stores: world.stores, now: realNow });

  async function accident(n: number): Promise<Desk> {
    const desk = new Desk(world, n, 'accident', publisher);
    await desk.signCredit();
    await desk.reportAccident();
    return desk;
  }

  test('an accident that became the death hears the report of the same death; no second claim begins', async () => {
    const desk = await accident(1);
    expect(await carryDeath(await desk.state(), deps())).toBeUndefined();
    await desk.give(OFFICER, { type: 'concludeTreatment', outcome: 'died', on: desk.now - HOUR });
    const ofDeath = new Desk(world, 1, 'death', publisher);
    await ofDeath.announceDeath();
    const claim = await until('the repeated report', async () => {
      const state = await desk.state();
      return state.reportIds.length > 1 && state;
    });
    expect(claim).toMatchObject({ kind: 'death', programme: 'jkk' });
    expect(await world.stores.claims.find(ofDeath.claimId)).toBeUndefined();
  }, 60_000);

  test('an accident cannot become a death that another claim carries already', async () => {
    const desk = await accident(2);
    const ofDeath = new Desk(world, 2, 'death', publisher);
    await ofDeath.reportDeath();
    const refusal = await carryDeath(await desk.state(), deps());
    expect(isRefusal(refusal) && refusal.text).toContain(ofDeath.claimId);
  }, 60_000);

  test('two at once: exactly one of them carries it', async () => {
    const { participantId } = await (await accident(3)).state();
    const ids = ['STN-AAAAA-AAAAA', 'STN-BBBBB-BBBBB'] as const;
    const carriers = await Promise.all(ids.map((id) => world.stores.deaths.carriedBy(`${participantId}-x`, id as never, 1)));
    expect(new Set(carriers.map(({ claimId }) => claimId)).size).toBe(1);
  }, 60_000);

  test('a conversion the rules refused gives the death back, and its report begins a claim of its own', async () => {
    const desk = await accident(4);
    await carryDeath(await desk.state(), deps());
    await letDeathGo(await desk.state(), deps());
    const ofDeath = new Desk(world, 4, 'death', publisher);
    await ofDeath.reportDeath();
    expect((await ofDeath.state()).kind).toBe('death');
  }, 60_000);

  test('papers a partner sends for somebody else’s claim end in dead letters, not in the claim', async () => {
    const desk = await accident(5);
    const before = (await desk.state()).papers.length;
    await desk.sendPapersAs('ksp-lain');
    await until('the dead letter', async () => {
      const [topic] = await world.kafka.lag(world.groupId, ['partner-events']);
      return topic !== undefined && (await world.kafka.lag(world.groupId, ['partner-events'])).every(({ lag }) => lag === 0n);
    });
    expect((await desk.state()).papers).toHaveLength(before);
  }, 60_000);
});
