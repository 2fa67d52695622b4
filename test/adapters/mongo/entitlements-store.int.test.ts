import type { Connection } from 'mongoose';
import { firstBreak } from '#adapters/mongo/chain.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { entitlementIdOf } from '#domain/entitlement-id.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import type { EntitlementFact } from '#domain/scholarship/entitlement/facts.ts';
import { day } from '#domain/time/calendar/day.ts';
import { freshName, testStack } from '../../support/stack.ts';

const actor = { id: SYSTEM_ACTOR.id, role: SYSTEM_ACTOR.role };
const OPENED = {
  type: 'entitlement.opened',
  claimId: 'STN-ABCDE-FGHJK',
  childId: 'anak',
  birthDate: day('2020-03-10'),
  programme: 'jkk',
  eventOn: day('2026-07-05'),
  contributionMonths: 4,
  pack: { id: 'jkm-jkk-2025', version: 1 },
  switches: {},
  institutionId: 'bpr-contoh',
  branchId: 'bpr-contoh-kupang',
  submitters: [],
  at: 1,
  actor,
  cause: 'approved',
} as const;
const ID = entitlementIdOf(OPENED.claimId, OPENED.childId);

let mongo: Connection;
let stores: Stores;
beforeEach(async () => {
  mongo = await connectMongo(testStack().mongoUrl(freshName('entitlements')));
  stores = createStores(mongo, { personKey: 'unused-here' });
  await stores.ensureIndexes();
});
afterEach(async () => {
  await mongo.dropDatabase();
  await mongo.close();
});

test('a scholarship opened by many at once is one scholarship, as the first of them opened it', async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5].map((at) => stores.entitlements.open(ID, { ...OPENED, at })));
  expect(answers.filter((answer) => answer === 'opened')).toHaveLength(1);
  expect(await stores.entitlements.journal(ID)).toHaveLength(1);
});

test('people who decide at the same time are decided one after the other, each on what the others left', async () => {
  await stores.entitlements.open(ID, OPENED);
  const leave = (schoolYear: number) =>
    stores.entitlements.change(ID, (one): EntitlementFact => {
      const change = { type: 'leftSchool' as const, schoolYear };
      return { type: 'child.changed', change, at: one.seq, actor, cause: `pindah-${schoolYear}` };
    });
  await Promise.all([2027, 2028, 2029, 2030, 2031, 2032].map(leave));
  const journal = await stores.entitlements.journal(ID);
  expect([journal.length, firstBreak(journal)]).toEqual([7, undefined]);
  expect(journal.map(({ fact }) => fact.at)).toEqual([1, 1, 2, 3, 4, 5, 6]);
  expect(await stores.entitlements.find(ID)).toMatchObject({ seq: 7 });
});

test('a death between journal and document is made good by the next reader', async () => {
  await stores.entitlements.open(ID, OPENED);
  await mongo.collection('entitlements').deleteMany({});
  expect(await stores.entitlements.list({}, 10)).toEqual([]);
  expect(await stores.entitlements.find(ID)).toMatchObject({ id: ID, seq: 1 });
  expect(await stores.entitlements.list({}, 10)).toHaveLength(1);
});

test('the journal of a child refuses to be changed', async () => {
  await stores.entitlements.open(ID, OPENED);
  await expect(mongo.model('EntitlementJournal').deleteMany({})).rejects.toThrow('append-only');
});
