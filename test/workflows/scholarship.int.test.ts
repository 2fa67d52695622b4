import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createScholarshipActivities } from '#activities/scholarship.activities.ts';
import { firstBreak } from '#adapters/mongo/chain.ts';
import type { RunningWorker } from '#adapters/temporal/worker.ts';
import type { ScholarshipLevel } from '#domain/law/rules/pack.ts';
import { levelRow } from '#domain/law/rules/rows.ts';
import type { AmountChange } from '#domain/scholarship/entitlement/amount-changes.ts';
import type { EntitlementFact } from '#domain/scholarship/entitlement/facts.ts';
import { addDays, day } from '#domain/time/calendar/day.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { scholarshipWorkflowId } from '#workflows/workflow-ids.ts';
import { receivedBy } from '../support/bank.ts';
import { realNow } from '../support/real-clock.ts';
import { APPROVER, Family, OFFICER } from '../support/scholarship/family.ts';
import type { ScholarshipChildSettings } from '../support/scholarship-child.ts';
import { testStack } from '../support/stack.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

/** The school year in which the family's story begins, whenever the test runs. */
const today = toLocal(realNow(), 'Asia/Makassar').day;
const first = Number(addDays(today, -10).slice(0, 4)) - (addDays(today, -10).slice(5) < '07-01' ? 1 : 0);
const YEARS = Array.from({ length: 20 }, (_, index) => first + index);

/** Younger: two years of kindergarten to the fifth year of higher education, then 23. */
const YOUNG: readonly ScholarshipLevel[] = (
  [
    ['tk', 2],
    ['sd', 6],
    ['smp', 3],
    ['sma', 3],
    ['higher', 5],
  ] as const
).flatMap(([level, years]) => Array<ScholarshipLevel>(years).fill(level));
const OLD = YOUNG.slice(3);
const MARRIES = 11;
const RAISED = 8;
const UNPROVEN = 4;
const CAUGHT_UP = 6;
const KILLED = 3;
/** The worker's death is noticed after a while; meanwhile other years go on, and the family proves this one late. */
const RESUMED = 13;
const NEW_ACCOUNT = 14;
const SILENT = 16;

const TABLE = { tk: 1.5, sd: 1.5, smp: 2, sma: 3, higher: 12 } as const;
const RAISED_TABLE = { tk: 2, sd: 2, smp: 3, sma: 4, higher: 15 } as const;
const MILLION = 1_000_000;
const amountOf = (level: ScholarshipLevel, index: number): number => (index < RAISED ? TABLE : RAISED_TABLE)[level] * MILLION;

const change: AmountChange = {
  yearsFrom: day(`${first + RAISED}-07-01`),
  eventsFrom: day('2020-01-01'),
  levels: (['tk', 'sd', 'smp', 'sma', 'higher'] as const).map((level, index) =>
    levelRow(level, RAISED_TABLE[level] * MILLION, [2, 6, 3, 3, 5][index] ?? 0, 'aturan uji', 'inferred'),
  ),
  source: 'aturan uji',
  certainty: 'inferred',
};

let world: World;
let family: Family;
let claims: RunningWorker;
let resumed: Promise<unknown> = Promise.resolve();
let sums = new Map<string, number>();

beforeAll(async () => {
  world = await startWorld();
  family = new Family(world, [change]);
  claims = await startClaims();
  await world.startPayoutsWorker();
  await world.startSweeper({ now: () => family.now });
}, 60_000);
afterAll(() => world.close(), 60_000);

function startClaims(): Promise<RunningWorker> {
  return world.startClaimsWorker(createScholarshipActivities({ ...world.stores, amountChanges: [change] }));
}

/** The worker dies after it recorded that the year was asked for, and before it could say so. */
async function killedAmidTheQuestion(childId: string, schoolYear: number): Promise<{ readonly reached: Promise<unknown> }> {
  await claims.stop();
  const stack = testStack();
  const prefix = world.queues.claims.replace(/-claims$/, '');
  const settings: ScholarshipChildSettings = {
    address: stack.temporalAddress,
    mongoUrl: stack.mongoUrl(prefix),
    prefix,
    workflowsPath: join(process.cwd(), 'workflows/index.ts'),
  };
  const child = fork(join('test', 'support', 'scholarship-child.ts'), [JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const recorded = once(child, 'message');
  const reached = family.reach(childId, schoolYear).catch(() => undefined);
  expect((await recorded)[0]).toBe('recorded');
  child.kill('SIGKILL');
  await once(child, 'exit');
  // From here on two of them share the work.
  await Promise.all([startClaims(), startClaims()]);
  return { reached };
}

async function live(childId: string, index: number, level: ScholarshipLevel): Promise<void> {
  const schoolYear = first + index;
  if (childId === 'anak-2' && index === KILLED) return;
  await family.reach(childId, schoolYear);
  await family.line(childId, schoolYear, 'asked');
  if (childId === 'anak-2' && index === UNPROVEN) {
    await family.reach(childId, schoolYear, 400 * 86_400_000);
    await family.line(childId, schoolYear, 'notDue');
    return;
  }
  await family.prove(childId, schoolYear, level);
  await family.line(childId, schoolYear, 'paid');
}

test('twenty school years of two children: asked every year, paid once each, and nothing after the right has ended', async () => {
  const born = (age: number) => day(`${first - age}-03-10`);
  const children = [
    { id: 'anak-1', birthDate: born(7) },
    { id: 'anak-2', birthDate: born(4) },
    { id: 'anak-3', birthDate: born(1) },
  ];
  const opened = await family.approved(children, '1300000000001');
  expect(opened).toEqual([family.idOf('anak-1'), family.idOf('anak-2')]);

  for (const [index, schoolYear] of YEARS.entries()) {
    const level = { old: OLD[index], young: YOUNG[index] };
    if (index === MARRIES)
      await family.give('anak-1', OFFICER, { type: 'changeChild', change: { type: 'married', on: day(`${schoolYear}-03-10`) } });
    if (index === NEW_ACCOUNT) {
      const accountRef = await family.account('nenek', '1300000000002');
      await family.give('anak-2', OFFICER, {
        type: 'proposePayee',
        guardianId: 'nenek',
        accountRef,
        holderMatches: true,
        ownedByPartner: false,
      });
      await family.give('anak-2', APPROVER, { type: 'confirmPayee', accountRef });
    }
    if (index === SILENT) await world.bank.fault({ kind: 'accepts-then-times-out', account: '1300000000002' });
    await family.begin(schoolYear);
    if (index === KILLED) resumed = (await killedAmidTheQuestion('anak-2', schoolYear)).reached;
    const lives: Promise<void>[] = [];
    if (level.old && index < MARRIES) lives.push(live('anak-1', index, level.old));
    if (level.young) lives.push(live('anak-2', index, level.young));
    await Promise.all(lives);
    if (index === MARRIES) {
      await family.reach('anak-1', schoolYear);
      expect(await family.line('anak-1', schoolYear, 'notDue')).toMatchObject({ reason: 'married' });
    }
    if (index === RESUMED) {
      await resumed;
      await family.line('anak-2', first + KILLED, 'asked');
      await family.prove('anak-2', first + KILLED, 'sd');
      await family.line('anak-2', first + KILLED, 'paid');
    }
    if (index === CAUGHT_UP) {
      await family.prove('anak-2', first + UNPROVEN, 'sd');
      expect(await family.line('anak-2', first + UNPROVEN, 'paid')).toMatchObject({ round: 2, amount: 1_500_000 });
    }
  }
  const last = first + YOUNG.length;
  await family.reach('anak-2', last);
  expect(await family.line('anak-2', last, 'notDue')).toMatchObject({ reason: 'turned-23' });

  const [old, young] = [await family.child('anak-1'), await family.child('anak-2')];
  expect(old.years.map(({ schoolYear }) => schoolYear)).toEqual(YEARS.slice(0, MARRIES + 1));
  expect(young.years).toHaveLength(YOUNG.length + 1);
  const paidOf = (years: typeof old.years) => years.filter(({ state }) => state === 'paid').map(({ payout }) => payout?.amount ?? 0);
  expect(paidOf(old.years)).toEqual(OLD.slice(0, MARRIES).map(amountOf));
  expect(paidOf(young.years)).toEqual(YOUNG.map(amountOf));
  sums = new Map([
    ['anak-1', total(paidOf(old.years))],
    ['anak-2', total(paidOf(young.years))],
  ]);
}, 580_000);

test('the journals’ sum is the bank’s ledger, and the new guardian is paid from the year of the change', async () => {
  const facts = await factsOf('anak-1', 'anak-2');
  const ordered = facts.flatMap((fact) => (fact.type === 'year.ordered' ? [fact.payout] : []));
  const paid = facts.flatMap((fact) => (fact.type === 'year.paid' ? [fact.payoutId] : []));
  expect([...paid].sort()).toEqual(ordered.map(({ payoutId }) => payoutId).sort());
  const [spouse, grandmother] = [
    await receivedBy(world.bank, '130', '1300000000001'),
    await receivedBy(world.bank, '130', '1300000000002'),
  ];
  expect(total(ordered.map(({ amount }) => amount))).toBe(total([...spouse, ...grandmother]));
  expect(total([...sums.values()])).toBe(total([...spouse, ...grandmother]));
  expect(grandmother).toEqual(YOUNG.map(amountOf).slice(NEW_ACCOUNT));
  expect(facts.filter(({ type }) => type === 'year.payment-unknown')).toHaveLength(1);
});

test('under double schedules, two workers and a killed one: the journals hang together, each year was asked for and reminded of once, and no workflow is left', async () => {
  for (const childId of ['anak-1', 'anak-2'])
    expect(firstBreak(await world.stores.entitlements.journal(family.idOf(childId)))).toBeUndefined();
  for (const childId of ['anak-1', 'anak-2']) {
    const asked = (await factsOf(childId)).flatMap((fact) => (fact.type === 'year.asked' ? [fact.schoolYear] : []));
    expect(new Set(asked).size).toBe(asked.length);
  }
  const notices = await world.stores.notices.about(family.idOf('anak-2'));
  expect(
    notices
      .filter(({ kind }) => kind === 'scholarship-proof-reminder')
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['guardian', 'partner', 'supervisor']);
  expect(notices.filter(({ kind, to }) => kind === 'scholarship-proof-asked' && to === 'guardian')).toHaveLength(YOUNG.length);
  const ids = ['anak-1', 'anak-2'].map((childId) => family.idOf(childId));
  for (const id of ids) {
    const query = `WorkflowId STARTS_WITH 'scholarship:${id}' AND ExecutionStatus = 'Running'`;
    await until(`the end of every year of ${id}`, async () => (await world.temporal.client.workflow.count(query)).count === 0);
  }
  const again = scholarshipWorkflowId(family.idOf('anak-2'), { schoolYear: first, round: 1 });
  expect((await world.temporal.client.workflow.getHandle(again).describe()).status.name).toBe('COMPLETED');
});

async function factsOf(...childIds: readonly string[]): Promise<readonly EntitlementFact[]> {
  const journals = await Promise.all(childIds.map((childId) => world.stores.entitlements.journal(family.idOf(childId))));
  return journals.flat().map(({ fact }) => fact as unknown as EntitlementFact);
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
