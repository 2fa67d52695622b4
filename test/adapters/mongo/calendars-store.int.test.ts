import type { Connection } from 'mongoose';
import { type CalendarsStore, createCalendarsStore } from '#adapters/mongo/calendars-store.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { day } from '#domain/time/calendar/day.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import type { CalendarStep } from '#domain/time/calendar/proposal.ts';
import { freshName, testStack } from '../../support/stack.ts';

let mongo: Connection;
let calendars: CalendarsStore;
beforeEach(async () => {
  mongo = await connectMongo(testStack().mongoUrl(freshName('calendars')));
  calendars = createCalendarsStore(mongo);
  for (const model of Object.values(mongo.models)) await model.createIndexes();
  await calendars.activate(NTT_2026);
});
afterEach(async () => {
  await mongo.dropDatabase();
  await mongo.close();
});

const { id } = NTT_2026;
const version = (n: number) => ({ ...NTT_2026, version: n });
const by = (step: CalendarStep['step'], who: string, role: 'supervisor' | 'system' = 'supervisor'): CalendarStep => ({
  step,
  actor: { id: who, role },
  at: 1,
  reason: 'SKB terbit.',
  commandId: `${step}-${who}`,
});

describe('the store itself keeps the second person apart from the first', () => {
  test('the maker does not get past it, whatever was decided above', async () => {
    await calendars.propose(version(2), by('proposed', 'satu'));
    expect(await calendars.activateProposal(id, 2, 1, by('activated', 'satu'))).toBe(false);
    expect(await calendars.activateProposal(id, 2, 1, by('activated', 'dua'))).toBe(true);
    expect((await calendars.active()).version).toBe(2);
  });

  test('a proposal that no signed-in person stands behind is not activated, and whoever joins it becomes its maker', async () => {
    await calendars.propose(version(2), by('proposed', 'operator:jaga', 'system'));
    expect(await calendars.activateProposal(id, 2, 1, by('activated', 'dua'))).toBe(false);
    expect(await calendars.join(id, 2, by('proposed', 'dua'))).toBe(true);
    expect(await calendars.activateProposal(id, 2, 1, by('activated', 'dua'))).toBe(false);
    expect(await calendars.activateProposal(id, 2, 1, by('activated', 'tiga'))).toBe(true);
  });

  test('of ten who press at once one is heard', async () => {
    await calendars.propose(version(2), by('proposed', 'satu'));
    const people = Array.from({ length: 10 }, (_, n) => `penyelia-${n}`);
    const heard = await Promise.all(people.map((who) => calendars.activateProposal(id, 2, 1, by('activated', who))));
    expect(heard.filter(Boolean)).toHaveLength(1);
    expect((await calendars.read(id, 2))?.steps).toHaveLength(2);
  });

  test('of two versions activated at once over the same calendar one is, and the other has to look again', async () => {
    await calendars.propose(version(2), by('proposed', 'satu'));
    await calendars.propose(version(3), by('proposed', 'satu'));
    const heard = await Promise.all([2, 3].map((n) => calendars.activateProposal(id, n, 1, by('activated', 'dua'))));
    expect(heard.toSorted()).toEqual([false, true]);
    const winner = heard[0] ? 2 : 3;
    expect((await calendars.active()).version).toBe(winner);
    expect((await calendars.read(id, 5 - winner))?.state).toBe('proposed');
  });

  test('of ten versions activated at once over the same calendar one is, and none of the others fails', async () => {
    const versions = Array.from({ length: 10 }, (_, index) => index + 2);
    for (const n of versions) await calendars.propose(version(n), by('proposed', 'satu'));
    const heard = await Promise.all(versions.map((n) => calendars.activateProposal(id, n, 1, by('activated', 'dua'))));
    expect(heard.filter(Boolean)).toHaveLength(1);
  });

  test('withdrawn and activated at once is one of the two', async () => {
    await calendars.propose(version(2), by('proposed', 'satu'));
    const heard = await Promise.all([
      calendars.withdraw(id, 2, by('withdrawn', 'satu')),
      calendars.activateProposal(id, 2, 1, by('activated', 'dua')),
    ]);
    expect(heard.toSorted()).toEqual([false, true]);
    expect((await calendars.read(id, 2))?.state).toBe(heard[0] ? 'withdrawn' : 'activated');
  });
});

describe('a kept version', () => {
  test('is never changed, whoever keeps it again', async () => {
    expect(await calendars.propose({ ...NTT_2026, holidays: [] }, by('proposed', 'satu'))).toBe(false);
    await calendars.activate({ ...NTT_2026, holidays: [] });
    expect(await calendars.find(id, 1)).toEqual(NTT_2026);
  });

  test('that people replaced stays replaced when the installation starts again', async () => {
    await calendars.propose(version(2), by('proposed', 'satu'));
    await calendars.activateProposal(id, 2, 1, by('activated', 'dua'));
    await calendars.activate(NTT_2026);
    expect(await calendars.activateFirst({ ...NTT_2026, id: 'lain' })).toBe(false);
    expect((await calendars.active()).version).toBe(2);
  });

  test('of an installation that two processes set up at once is kept once', async () => {
    await mongo.dropDatabase();
    for (const model of Object.values(mongo.models)) await model.createIndexes();
    await Promise.all([calendars.activate(NTT_2026), calendars.activate(NTT_2026), calendars.activate({ ...NTT_2026, id: 'lain' })]);
    const kept = await calendars.list();
    expect(kept.map(({ activation }) => activation).toSorted()).toEqual([1, 2]);
  });

  test('of the release before, which knew no proposals, stays active until people replace it', async () => {
    await mongo.dropDatabase();
    for (const model of Object.values(mongo.models)) await model.createIndexes();
    const old = mongo.collection<{ _id: string; active: boolean; pack: CalendarPack }>('calendars');
    await old.insertMany([
      { _id: `${id}:1`, active: false, pack: NTT_2026 },
      { _id: `${id}:2`, active: true, pack: version(2) },
    ]);
    expect(await calendars.activateFirst(NTT_2026)).toBe(false);
    await calendars.activate(NTT_2026);
    expect(await calendars.active()).toEqual(version(2));
    expect(await calendars.versionsOf(id)).toEqual([1, 2]);
    await calendars.propose(version(3), by('proposed', 'satu'));
    expect(await calendars.activateProposal(id, 3, 0, by('activated', 'dua'))).toBe(true);
    expect((await calendars.active()).version).toBe(3);
    expect((await calendars.list()).map(({ state }) => state)).toEqual(['activated', 'activated', 'activated']);
  });
});

test('a claim computes with the calendar as it holds for its branch', async () => {
  const free = day('2026-11-18');
  await calendars.activate({ ...version(50), branches: [{ branchId: '5310', holidays: [free] }] });
  const claim = { calendar: { id, version: 50 }, institutionId: 'bpr-contoh', branchId: '5310' };
  expect((await calendars.ofClaim(claim)).localHolidays).toEqual([free]);
  expect((await calendars.ofClaim({ ...claim, branchId: '5311' })).localHolidays).toBeUndefined();
  expect((await calendars.find(id, 50))?.branches).toHaveLength(1);
});
