import { createHash } from 'node:crypto';
import { listDeadLetters } from '#adapters/kafka/dead-letters.ts';
import type { OutgoingEvent, ReceivedEvent } from '#adapters/kafka/port.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { createIntake, participantIdOf } from '#services/intake/intake.ts';
import { creditSigned, deathReported, nikOf, paper } from '../../factories/people.ts';
import { storyBefore } from '../../factories/story.ts';
import { realNow } from '../../support/real-clock.ts';
import { until } from '../../support/until.ts';
import { startWorld, type World } from '../../support/world.ts';

const STORY = ['credit', 'coverage', 'contribution', 'death', 'documents'] as const;
type Step = (typeof STORY)[number];

const NOW = realNow();
const HOUR = 3_600_000;

describe('the first five events of a story, in another order', () => {
  let world: World;
  let publisher: ReturnType<World['kafka']['publisher']>;
  let handle: (event: ReceivedEvent) => Promise<void>;

  beforeAll(async () => {
    world = await startWorld();
    publisher = world.kafka.publisher();
    await world.startClaimsWorker();
    handle = createIntake({ ...world.stores, running: world.claims, personKey: world.personKey, now: realNow });
    await world.startIntake().joined();
  }, 90_000);
  afterAll(async () => {
    await publisher.close();
    await world.close();
  }, 60_000);

  const claimIdOf = (n: number): ClaimId =>
    claimIdFromDigest(
      createHash('sha256')
        .update(`death:${participantIdOf(nikOf(n), world.personKey)}`)
        .digest(),
    );

  /** The teller's times are those of the story, whenever an event comes. */
  function eventOf(step: Step, n: number): OutgoingEvent {
    const dates = storyBefore(NOW, n);
    const signed = creditSigned(n, { ...dates, paidMonths: dates.paidMonths.slice(0, 2) });
    const [membership] = signed.memberships;
    const participantNik = nikOf(n);
    const make = (topic: OutgoingEvent['topic'], type: string, data: object): OutgoingEvent => ({
      topic,
      type,
      data,
      id: `${step}-${n}`,
      key: `k-${n}`,
      source: 'bpr-contoh',
      time: toIso(NOW - (STORY.length - STORY.indexOf(step)) * HOUR),
    });
    switch (step) {
      case 'credit':
        return make('partner-credit', 'credit.signed.v1', signed);
      case 'coverage':
        return make('membership', 'coverage.changed.v1', {
          participantNik,
          membership: { ...membership, paidMonths: dates.paidMonths.slice(0, 7) },
        });
      case 'contribution':
        return make('membership', 'contribution.recorded.v1', {
          participantNik,
          kpj: membership?.kpj,
          months: dates.paidMonths.slice(7),
        });
      case 'death':
        return make('partner-events', 'death.reported.v1', deathReported(n, dates, toIso(NOW)));
      case 'documents':
        return make('partner-events', 'documents.added.v1', {
          claimId: claimIdOf(n),
          institutionId: 'bpr-contoh',
          branchId: 'bpr-contoh-kupang',
          staffId: 'staf-1',
          papers: [paper('chronology', n, dates.diedOn)],
        });
    }
  }

  /** As intake hands it over, tried again while something is not there yet. */
  async function give(event: OutgoingEvent): Promise<void> {
    const received = { ...event, partition: 0, offset: '0' } as unknown as ReceivedEvent;
    await until(`${event.id} handled`, () =>
      handle(received).then(
        () => true,
        () => false,
      ),
    );
  }

  /** Without what tells claims apart by right: their numbers. */
  function comes(to: ClaimState, n: number) {
    const { memberships, people, papers, readinessFileId, status, wageBase } = to;
    const text = JSON.stringify({ memberships, people, papers, hasFile: readinessFileId !== undefined, status, wageBase });
    return JSON.parse(text.replaceAll(`doc-${n}-`, 'doc-').replaceAll(`KPJ${String(n).padStart(8, '0')}`, 'KPJ')) as unknown;
  }

  const isWhole = ({ people, papers, memberships, readinessFileId }: ClaimState): boolean =>
    people.length === 2 && papers.length === 13 && memberships[0]?.paidMonths.length === 8 && readinessFileId !== undefined;

  async function claimOf(n: number): Promise<ClaimState> {
    return until(`the whole claim of ${n}`, async () => {
      const state = (await world.stores.claims.find(claimIdOf(n)))?.state;
      return state && isWhole(state) && state;
    });
  }

  test('one after the other in thirty orders, some events twice, the claim is the same', async () => {
    const orders = sampleOf(permutations(STORY), 4);
    expect(orders).toHaveLength(30);
    const played = await Promise.all(
      orders.map(async (order, index) => {
        const n = 100 + index;
        for (const step of order) await give(eventOf(step, n));
        for (const step of order.slice(0, index % 3)) await give(eventOf(step, n));
        return comes(await claimOf(n), n);
      }),
    );
    await give(eventOf('credit', 99));
    for (const step of STORY) await give(eventOf(step, 99));
    const expected = comes(await claimOf(99), 99);
    for (const one of played) expect(one).toEqual(expected);
    expect(await world.stores.membershipNews.waiting(100)).toEqual([]);
    expect(await world.stores.waitingPapers.waiting(100)).toEqual([]);
  }, 240_000);

  test('all at once over Kafka, for twelve families, nothing is lost and nothing ends in dead letters', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => 200 + index);
    const orders = sampleOf(permutations(STORY), 10);
    const events = numbers.flatMap((n, index) => (orders[index] ?? STORY).map((step) => eventOf(step, n)));
    await publisher.publish(events);
    const [expected, ...others] = await Promise.all(numbers.map(async (n) => comes(await claimOf(n), n)));
    for (const one of others) expect(one).toEqual(expected);
    expect(await listDeadLetters(world.kafka, { limit: 10 })).toEqual([]);
    await until('nothing waits', async () => (await world.stores.membershipNews.waiting(100)).length === 0);
    await until('no papers wait', async () => (await world.stores.waitingPapers.waiting(100)).length === 0);
  }, 180_000);

  test('an older coverage told after a newer one changes neither file nor claim, and both can say so', async () => {
    for (const step of STORY) await give(eventOf(step, 300));
    const before = await claimOf(300);
    const older = eventOf('coverage', 300);
    const data = older.data as { membership: { paidMonths: readonly string[] } };
    const one = { ...data, membership: { ...data.membership, paidMonths: data.membership.paidMonths.slice(0, 1) } };
    const late = { ...older, id: 'coverage-old', time: toIso(NOW - 100 * HOUR), data: one };
    await give(late);
    await give(late);
    const file = await world.stores.readiness.find('bpr-contoh', participantIdOf(nikOf(300), world.personKey));
    expect(file?.file.memberships).toEqual(before.memberships);
    const [news] = await world.stores.membershipNews.of(participantIdOf(nikOf(300), world.personKey));
    expect(news?.ignored).toMatchObject([{ eventId: 'event/bpr-contoh/coverage-old', type: 'coverage' }]);
    await give({
      ...eventOf('coverage', 300),
      id: 'coverage-new',
      time: toIso(NOW),
      data: { ...data, membership: { ...data.membership, payer: 'government' } },
    });
    const after = await until('the newer coverage', async () => {
      const state = (await world.stores.claims.find(claimIdOf(300)))?.state;
      return state?.memberships[0]?.payer === 'government' && state;
    });
    // Seven months: the whole of it as now told, the eighth was told before.
    expect(after.memberships[0]?.paidMonths).toHaveLength(7);
  }, 120_000);

  test('a crash between file and claim is mended by the repeat', async () => {
    for (const step of ['credit', 'death'] as const) await give(eventOf(step, 301));
    await until('the claim', () => world.stores.claims.find(claimIdOf(301)));
    const told = { ...eventOf('coverage', 301) };
    const cut = createIntake({
      ...world.stores,
      personKey: world.personKey,
      now: realNow,
      running: { ...world.claims, tell: () => Promise.reject(new Error('killed')) },
    });
    await expect(cut({ ...told, partition: 0, offset: '0' } as unknown as ReceivedEvent)).rejects.toThrow('killed');
    await give(told);
    await until('the coverage in the claim', async () => {
      const state = (await world.stores.claims.find(claimIdOf(301)))?.state;
      return state?.memberships[0]?.paidMonths.length === 7;
    });
  }, 120_000);

  test('a file told late is older than the one that stands, and the file says so', async () => {
    const { time, ...credit } = eventOf('credit', 302);
    await give({ ...credit, time });
    await give({ ...credit, id: 'credit-old', time: toIso(NOW - 300 * HOUR), data: { ...(credit.data as object), family: [] } });
    const file = await world.stores.readiness.find('bpr-contoh', participantIdOf(nikOf(302), world.personKey));
    expect(file?.file.family).toHaveLength(2);
    expect(file?.ignored).toMatchObject([{ eventId: 'credit-old' }]);
  }, 60_000);

  test('news dated far ahead would silence all that follows, so it is refused', async () => {
    const ahead = { ...eventOf('coverage', 303), time: '2099-01-01T00:00:00Z', partition: 0, offset: '0' } as unknown as ReceivedEvent;
    await expect(handle(ahead)).rejects.toMatchObject({ code: 'time-ahead' });
  }, 60_000);
});

function permutations<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length <= 1) return [all];
  return all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}

function sampleOf<T>(all: readonly T[], every: number): readonly T[] {
  return all.filter((_one, index) => index % every === every - 1);
}
