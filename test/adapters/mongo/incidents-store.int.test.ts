import { connectMongo } from '#adapters/mongo/connection.ts';
import type { FoundIncident } from '#adapters/mongo/incidents-store.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { freshName, testStack } from '../../support/stack.ts';

const MINUTE = 60_000;
const AT = 1_790_000_000_000;
const MISSED = {
  kind: 'rung-missed',
  claimId: 'STN-AAAAA-BBBBB',
  rungKey: 'jkm-legal:1:50',
  dueAt: AT - MINUTE,
} as const satisfies FoundIncident;
const STOPPED: FoundIncident = { kind: 'claim-not-running', claimId: 'STN-AAAAA-BBBBB' };

describe('the book of incidents', () => {
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let incidents: ReturnType<typeof createStores>['incidents'];
  beforeAll(async () => {
    mongo = await connectMongo(testStack().mongoUrl(freshName('incidents')));
    const stores = createStores(mongo, { personKey: 'unused-here' });
    await stores.ensureIndexes();
    incidents = stores.incidents;
  }, 60_000);
  beforeEach(async () => {
    await mongo.collection('incidents').deleteMany({});
  });
  afterAll(async () => {
    await mongo.dropDatabase();
    await mongo.close();
  });

  test('one pass, however often it is tried and by however many processes, sees an incident once', async () => {
    const seen = await Promise.all([1, 2, 3, 4].map(() => incidents.note(MISSED, AT)));
    expect(seen).toEqual([1, 1, 1, 1]);
    expect(await incidents.note(MISSED, AT + MINUTE)).toBe(2);
    expect(await incidents.open()).toMatchObject([{ ...MISSED, foundAt: AT, lastSeenAt: AT + MINUTE, timesSeen: 2 }]);
  });

  test('an older pass that comes late changes nothing', async () => {
    await incidents.note(MISSED, AT);
    expect(await incidents.note(MISSED, AT - MINUTE)).toBe(1);
    expect(await incidents.resolveUnseen(AT - MINUTE, AT)).toBe(0);
    expect(await incidents.open()).toMatchObject([{ lastSeenAt: AT, timesSeen: 1 }]);
  });

  test('what a pass no longer sees is over, and what it does see is not', async () => {
    await incidents.note(MISSED, AT);
    await incidents.note(STOPPED, AT);
    await incidents.note(STOPPED, AT + MINUTE);
    expect(await incidents.resolveUnseen(AT + MINUTE, AT + MINUTE + 5)).toBe(1);
    expect((await incidents.open()).map(({ kind }) => kind)).toEqual(['claim-not-running']);
    expect(await incidents.ofClaim(MISSED.claimId)).toMatchObject([{ kind: 'claim-not-running' }, { resolvedAt: AT + MINUTE + 5 }]);
  });

  test('one that comes back after it was over is open again, and counts as found then', async () => {
    await incidents.note(STOPPED, AT);
    await incidents.resolveUnseen(AT + MINUTE, AT + MINUTE);
    expect(await incidents.countSince(AT + 1)).toMatchObject({ 'claim-not-running': 0 });
    expect(await incidents.note(STOPPED, AT + 2 * MINUTE)).toBe(2);
    const [incident] = await incidents.open();
    expect(incident).toMatchObject({ foundAt: AT + 2 * MINUTE, timesSeen: 2 });
    expect(incident).not.toHaveProperty('resolvedAt');
    expect(await incidents.countSince(AT + 1)).toMatchObject({ 'claim-not-running': 1 });
  });

  test('the latest stands first in the list, and the count tells the kinds apart', async () => {
    await incidents.note(MISSED, AT);
    await incidents.note({ ...MISSED, rungKey: 'jkm-legal:1:75' }, AT + MINUTE);
    await incidents.note(STOPPED, AT + 2 * MINUTE);
    expect((await incidents.open()).map(({ foundAt }) => foundAt)).toEqual([AT + 2 * MINUTE, AT + MINUTE, AT]);
    expect(await incidents.open(1)).toHaveLength(1);
    expect(await incidents.countSince(AT + MINUTE)).toEqual({
      'rung-missed': 1,
      'record-unreadable': 0,
      'claim-not-running': 1,
      'workflow-failing': 0,
      'payment-not-running': 0,
      'account-shared': 0,
      'family-code-not-sent': 0,
      'status-code-guessed': 0,
      'payee-of-partner': 0,
      'calendar-missing': 0,
      'news-waiting': 0,
      'report-after-withdrawal': 0,
      'report-after-end': 0,
      'papers-after-end': 0,
      'deadline-unknown': 0,
      'compensation-unknown': 0,
    });
  });
});
