import { keepReconcileSchedule } from '#adapters/temporal/reconcile-schedule.ts';
import { readEnv } from '#config/env.ts';
import { addDays } from '#domain/calendar/day.ts';
import { type PayoutId, partnerReference } from '#domain/payout/payout-id.ts';
import { bankDayOf } from '#domain/reconciliation/bank-day.ts';
import { DEMO_MACHINES, DEMO_USERS } from '#sandbox/identity/users.ts';
import { reconcile } from '#workers/santun/reconcile.ts';
import { reconcileScheduleId } from '#workflows/workflow-ids.ts';
import { type BackOffice, backOffice } from '../sandbox/bank/bank-client.ts';
import { receivedBy } from '../support/bank.ts';
import { recorded } from '../support/people-at-work.ts';
import { envOf } from '../support/run-santun.ts';
import { until } from '../support/until.ts';
import { runCommand } from '../workers/santun/run-command.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';
import { accepted, approve, BANK_CODE, type Reported, reportDeath, untilClosed, workUpTo } from './story-over-http.ts';

const AMOUNT = 42_000_000;
const DAY_MS = 86_400_000;
const TODAY = bankDayOf(Date.now());

let world: ApiWorld;
let office: BackOffice;
let env: ReturnType<typeof readEnv>;
beforeAll(async () => {
  world = await startApiWorld();
  office = backOffice(world.bank.url);
  env = readEnv(await envOf(world));
  await Promise.all([world.startClaimsWorker(), world.startPayoutsWorker(), world.startSweeper()]);
  await world.startIntake().joined();
}, 120_000);
afterAll(() => world.close(), 60_000);

/** As on the morning after. */
const run = (...args: readonly string[]) =>
  runCommand((io) => reconcile(['--date', TODAY, ...args], io, { env: () => env, now: () => Date.now() + DAY_MS }));
const again = async () => JSON.parse((await run('--again', '--json')).stdout);

async function pay(n: number): Promise<Reported> {
  const reported = await reportDeath(world, n);
  await workUpTo('recommended', world, reported);
  accepted(await approve(world, reported));
  await untilClosed(world, reported);
  return reported;
}

async function referenceOf({ claimId }: Reported): Promise<string> {
  const payouts = await world.stores.payouts.ofClaim(claimId);
  return partnerReference(payouts[0]?._id as PayoutId);
}

describe('the proof of a banking day', () => {
  let first: Reported;
  beforeAll(async () => {
    first = await pay(81);
  }, 90_000);

  test('is run by the workers when somebody asks for it, and is the bank’s own book to the rupiah', async () => {
    const { code, stdout, stderr } = await run();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('TERBUKTI: rekening koran dan pembukuan sama.');
    const { balances } = await world.bank.ledger();
    const shown = JSON.parse((await run('--json')).stdout);
    expect(shown).toMatchObject({ date: TODAY, isProven: true, matched: 1, differences: [] });
    expect(shown.totals).toMatchObject({ closing: balances['8880000000001'], out: { count: 1, amount: AMOUNT }, difference: 0 });
  }, 60_000);

  test('is read by those who answer for money, as data or as a table, and is not there for the others', async () => {
    for (const { username, role } of [...DEMO_USERS, ...DEMO_MACHINES]) {
      const { status } = await world.call(username, `/reconciliations/${TODAY}`);
      expect([username, status]).toEqual([username, ['approver', 'supervisor', 'auditor'].includes(role) ? 200 : 404]);
    }
    const byFormat = await world.call('auditor', `/reconciliations/${TODAY}?format=csv`);
    const byAccept = await world.call('auditor', `/reconciliations/${TODAY}`, { headers: { accept: 'text/csv' } });
    expect(byAccept.text).toBe(byFormat.text);
    expect(byFormat.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const file = (await run('--csv')).stdout;
    expect(file).toBe(byFormat.text);
    expect(file).toContain('Selisih yang belum terjelaskan;0');
    expect((await world.call('auditor', '/reconciliations/2026-02-30')).status).toBe(400);
    expect((await world.call('auditor', '/reconciliations/2020-01-01')).status).toBe(404);
  }, 60_000);

  test('a claim that was closed as paid hears from the statement that its money came back, and waits for people', async () => {
    await office.reverse(await referenceOf(first));
    expect(await again()).toMatchObject({ isProven: true, toldByStatement: [{ kind: 'reversed-on-statement', caseState: 'closed' }] });
    const claim = await until('the claim to be open again', async () => {
      const found = await recorded(world, first.claimId);
      return found?.status !== 'closed' && found;
    });
    expect(claim.payouts.map(({ state }) => state)).toEqual(['reversed']);
    expect(await receivedBy(world.bank, BANK_CODE, first.story.accountNumber)).toEqual([AMOUNT]);
  }, 60_000);

  test('money nobody ordered is a case that one person explains and another, a supervisor, closes', async () => {
    await office.strayTransfer({ bankCode: '130', accountNumber: '777777', amount: 9 });
    const proof = await again();
    expect(proof).toMatchObject({ isProven: false, totals: { unexplained: 9 } });
    expect((await run()).code).toBe(1);
    const { body } = await world.call('penyetuju.satu', '/reconciliation-cases?state=open');
    expect(body.cases).toEqual([
      expect.objectContaining({ kind: 'unordered-entry', effect: 9, owner: { role: 'supervisor' }, state: 'open' }),
    ]);
    const path = `/reconciliation-cases/${body.cases[0].caseId}`;
    const give = (person: string, step: string, more: object = {}) =>
      world.give(person, `${path}/${step}`, { reason: 'Biaya bank.', ...more });

    expect((await give('auditor', 'explain')).status).toBe(404);
    expect((await give('petugas.satu', 'explain')).status).toBe(404);
    expect((await give('pengawas', 'close')).body.error).toBe('not-allowed-in-status');
    const pressed = { commandId: 'penjelasan-1' };
    const twice = await Promise.all([give('pengawas', 'explain', pressed), give('pengawas', 'explain', pressed)]);
    expect(twice.map(({ status, body: one }) => [status, one.state, one.steps.length])).toEqual([
      [200, 'explained', 2],
      [200, 'explained', 2],
    ]);
    expect((await give('pengawas', 'close')).body.error).toBe('maker-is-checker');
    expect((await give('penyetuju.satu', 'close')).body.error).toBe('not-your-role');
    expect((await give('pengawas.dua', 'close')).body.state).toBe('closed');
    expect((await give('pengawas.dua', 'explain')).body.error).toBe('not-allowed-in-status');
    expect((await give('pengawas', 'close', { commandId: 'lain-lagi', reason: ' ' })).status).toBe(400);
    // What people closed stays closed; the proof still shows the difference, and that it is answered for.
    expect((await again()).differences).toEqual([expect.objectContaining({ kind: 'unordered-entry', caseState: 'closed' })]);
  }, 60_000);

  test('reports by programme, institution, branch and payer each sum to what the bank’s ledger says', async () => {
    await pay(82);
    await again();
    const { entries } = await world.bank.ledger();
    const moved = (kind: string) =>
      entries
        .filter((entry) => entry.kind === kind && entry.partnerReferenceNo !== undefined)
        .reduce((sum, { postings }) => sum + (postings.find(({ amount }) => amount > 0)?.amount ?? 0), 0);
    for (const by of ['programme', 'institution', 'branch', 'payer']) {
      const { body } = await world.call('pengawas', `/reports/payments?month=${TODAY.slice(0, 7)}&by=${by}`);
      expect(body.total).toMatchObject({ paid: { amount: moved('transfer') }, returned: { amount: moved('reversal') } });
      const sum = body.rows.reduce((total: number, { net }: { net: number }) => total + net, 0);
      expect([by, sum]).toEqual([by, moved('transfer') - moved('reversal')]);
    }
    const csv = await world.call('auditor', `/reports/payments?month=${TODAY.slice(0, 7)}&by=institution&format=csv`);
    expect(csv.text).toContain(`bpr-contoh;${2 * AMOUNT};2;${AMOUNT};1;${AMOUNT}`);
    expect((await world.call('petugas.satu', '/reports/payments')).status).toBe(404);
    expect((await world.call('auditor', '/reports/payments?month=2026-13')).status).toBe(400);
  }, 90_000);
});

describe('the command line', () => {
  test('says what is wrong with a date, a day that is not over, or two forms at once', async () => {
    const asked = (...args: readonly string[]) => runCommand((io) => reconcile(args, io, { env: () => env }));
    expect(await asked('--date', '2026-02-30')).toMatchObject({ code: 2, stdout: '' });
    expect(await asked('--date', TODAY)).toMatchObject({ code: 2, stderr: expect.stringContaining('belum berakhir') });
    expect(await asked('--date', '2026-02-03', '--json', '--csv')).toMatchObject({ code: 2 });
    expect(await asked('--help')).toMatchObject({ code: 0, stderr: '' });
  });

  test('while the bank has no statement says so, and the workers go on asking until it is there', async () => {
    const before = addDays(TODAY, -1);
    await office.statementFault({ kind: 'late', times: 2 });
    const early = await runCommand((io) => reconcile(['--date', before, '--wait', '0'], io, { env: () => env }));
    expect(early.code).toBe(1);
    await until('the statement to be read', async () => (await world.stores.reconciliations.find(before))?.state === 'done');
    expect((await runCommand((io) => reconcile(['--date', before], io, { env: () => env }))).stdout).toContain('Saldo akhir');
  }, 60_000);
});

test('the schedule of the nightly run does every day that is missing, and none twice', async () => {
  const { client } = world.temporal;
  await world.stores.reconciliations.noteWaiting(addDays(TODAY, -3), 'in-progress', 1);
  await keepReconcileSchedule(client, world.queues, '03:00');
  await keepReconcileSchedule(client, world.queues, '04:30');
  const schedule = client.schedule.getHandle(reconcileScheduleId(world.queues));
  try {
    const { spec } = await schedule.describe();
    expect(spec.calendars).toEqual([expect.objectContaining({ hour: [expect.objectContaining({ start: 4 })] })]);
    const run = { totals: {} as never, matched: 0, differences: [], told: [] };
    await world.stores.reconciliations.finish(addDays(TODAY, -4), 1, run);
    await schedule.trigger();
    await until('the missing days to be done', async () => {
      const done = await world.stores.reconciliations.daysDone(addDays(TODAY, -10));
      return [-4, -3, -2, -1, 0].every((days) => done.includes(addDays(TODAY, days)));
    });
  } finally {
    await schedule.delete();
  }
}, 60_000);
