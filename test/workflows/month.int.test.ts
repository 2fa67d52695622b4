import { firstBreak } from '#adapters/mongo/chain.ts';
import { rungFacts } from '#domain/claim/clocks.ts';
import { fold } from '#domain/claim/evolve.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { Desk } from '../support/month/desk.ts';
import { monthOf, type Script } from '../support/month/scripts.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

/** `npm run month` plays 300; every run of the tests a third of them, each script at least once. */
const CLAIMS = Number(process.env.SANTUN_MONTH_CLAIMS ?? 100);
const AT_ONCE = 12;
const LIMIT_MS = 20 * 60_000;
const FIRST = 1_000;

type Played = { readonly script: Script; readonly desk: Desk; readonly error?: unknown };

/** Deaths, accidents, disputes, returns, late papers, silence, and an hour without registries, each claim in a time of its own. */
describe(`a month of ${CLAIMS} claims`, () => {
  let world: World;
  let played: readonly Played[] = [];
  beforeAll(async () => {
    world = await startWorld();
    await world.startClaimsWorker();
    await world.startPayoutsWorker();
    await world.startIntake().joined();
    played = await playMonth(world, monthOf(CLAIMS));
  }, LIMIT_MS);
  afterAll(() => world.close(), 60_000);

  test('every script of the month goes through', () => {
    const failed = played.flatMap(({ script, desk, error }) => (error === undefined ? [] : [`${desk.n} ${script.name}: ${String(error)}`]));
    expect(failed).toEqual([]);
  });

  test(
    'every claim ends where its story ends, or waits where it must',
    async () => {
      const wrong: string[] = [];
      for (const { script, desk } of played) {
        await until(
          `${desk.claimId} (${script.name}) in ${script.ends.join(', ')}`,
          async () => script.ends.includes((await desk.state()).status),
          LIMIT_MS / 4,
        ).catch(async (error: unknown) => wrong.push(`${String(error)}, but it is ${(await desk.state()).status}`));
      }
      expect(wrong).toEqual([]);
    },
    LIMIT_MS,
  );

  test(
    'the fold of the journal, the record and the workflow are one, and every chain is whole',
    async () => {
      const different: string[] = [];
      for (const { desk } of played) {
        const entries = await world.stores.journal.read(desk.claimId);
        const folded = fold(
          desk.claimId,
          entries.map(({ fact }) => fact),
        );
        const { state } = (await world.stores.claims.find(desk.claimId)) ?? {};
        const held = await world.claims.stateOf(desk.claimId);
        const isOne = JSON.stringify(folded) === JSON.stringify(state) && JSON.stringify(state) === JSON.stringify(held);
        if (!isOne || firstBreak(entries) !== undefined) different.push(desk.claimId);
      }
      expect(different).toEqual([]);
    },
    LIMIT_MS,
  );

  test('every rung that was due has fired, once', async () => {
    for (const { desk } of played) {
      const state = await desk.state();
      const keys = state.rungs.map(({ key }) => key);
      expect([desk.claimId, new Set(keys).size]).toEqual([desk.claimId, keys.length]);
      if (isFinal(state.status)) continue;
      const calendar = await world.stores.calendars.find(state.calendar.id, state.calendar.version);
      if (!calendar) throw new Error(`no calendar ${state.calendar.version}`);
      expect([desk.claimId, rungFacts(state, { at: desk.now - 60_000, calendar, switches: {} })]).toEqual([desk.claimId, []]);
    }
  });

  test('the bank paid what the journals say, to the rupiah, and nothing twice', async () => {
    const { entries } = await world.bank.ledger();
    const transfers = entries.filter(({ kind }) => kind === 'transfer');
    const confirmed = (await Promise.all(played.map(({ desk }) => desk.state())))
      .flatMap(({ payouts }) => payouts)
      .filter(({ state }) => state === 'confirmed');
    const paid = transfers.flatMap(({ postings }) => postings.filter(({ amount }) => amount > 0).map(({ amount }) => amount));
    expect(paid.length).toBe(confirmed.length);
    expect(sum(paid)).toBe(sum(confirmed.map(({ amount }) => amount)));
    expect(sum(paid)).toBeGreaterThan(0);
  });
});

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** For a sixth of the month the bank takes no transfer and neither registry answers. */
async function beginOutage({ bank, registries }: World): Promise<void> {
  await bank.fault({ kind: 'outage', times: 'always' });
  for (const registry of [registries.civil, registries.membership]) await registry.fault({ kind: 'outage', times: 'always' });
}

async function endOutage({ bank, registries }: World): Promise<void> {
  await bank.clearFaults();
  for (const registry of [registries.civil, registries.membership]) await registry.clearFaults();
}

async function playMonth(world: World, scripts: readonly Script[]): Promise<readonly Played[]> {
  const publisher = world.kafka.publisher();
  const waiting = scripts.map((script, index) => ({ script, desk: new Desk(world, FIRST + index, script.kind, publisher) }));
  const played: Played[] = [];
  const outageFrom = Math.floor(scripts.length / 3);
  const outageTo = Math.floor(scripts.length / 2);
  async function worker(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { script, desk } = next;
      if (desk.n === FIRST + outageFrom) await beginOutage(world);
      if (desk.n === FIRST + outageTo) await endOutage(world);
      try {
        await script.play(desk);
        played.push({ script, desk });
      } catch (error) {
        played.push({ script, desk, error });
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await publisher.close();
  return played;
}
