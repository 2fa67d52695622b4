import { keepReconcileSchedule } from '#adapters/temporal/reconcile-schedule.ts';
import { reconcile } from '#cli/reconcile/reconcile.ts';
import { readEnv } from '#config/env.ts';
import { type PayoutId, partnerReference } from '#domain/money/payout/payout-id.ts';
import { bankDayOf } from '#domain/money/reconciliation/bank-day.ts';
import { addDays } from '#domain/time/calendar/day.ts';
import { DEMO_MACHINES, DEMO_USERS } from '#sandbox/identity/users.ts';
import { REPORT_GROUPS } from '#schemas/http/reconciliations.ts';
import { reconcileScheduleId } from '#workflows/workflow-ids.ts';
import { runCommand } from '../cli/run-command.ts';
import { type BackOffice, backOffice } from '../sandbox/bank/bank-client.ts';
import { receivedBy } from '../support/bank.ts';
import { recorded } from '../support/people-at-work.ts';
import { bankNow } from '../support/real-clock.ts';
import { envOf } from '../support/run-santun.ts';
import { until } from '../support/until.ts';
import { type ApiWorld, PASSWORD, startApiWorld } from './api-world.ts';
import { accepted, approve, BANK_CODE, type Reported, reportDeath, untilClosed, workUpTo } from './story-over-http.ts';

const AMOUNT = 42_000_000;
const DAY_MS = 86_400_000;
const TODAY = bankDayOf(bankNow());
const NONE = { count: 0, amount: 0 };
const NOTHING = { out: NONE, in: NONE, ordered: NONE, confirmed: NONE, reversed: NONE, difference: 0, shifted: [], unexplained: 0 };

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
  runCommand((io) => reconcile(['--date', TODAY, ...args], io, { env: () => env, now: () => bankNow() + DAY_MS }));
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
    const { code, stderr, stdout: file } = await run('--csv');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(file).toBe(byFormat.text);
    expect(file).toContain('Selisih yang belum terjelaskan;0');
    expect((await run('--html')).stdout).toContain('Cocok sampai rupiah terakhir');
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
    const history = (await world.call('auditor', path)).body.steps.map(({ step, by }: { step: string; by: { id: string } }) => [
      step,
      by.id,
    ]);
    expect(history).toEqual([
      ['found', 'system'],
      ['explained', 'pengawas'],
      ['closed', 'pengawas.dua'],
    ]);
    // What people closed stays closed; the proof still shows the difference, and that it is answered for.
    expect((await again()).differences).toEqual([expect.objectContaining({ kind: 'unordered-entry', caseState: 'closed' })]);
  }, 60_000);

  test('reports by programme, institution, branch, regency, payer, benefit and month each sum to what the bank’s ledger says', async () => {
    await pay(82);
    await again();
    const { entries } = await world.bank.ledger();
    const moved = (kind: string) =>
      entries
        .filter((entry) => entry.kind === kind && entry.partnerReferenceNo !== undefined)
        .reduce((sum, { postings }) => sum + (postings.find(({ amount }) => amount > 0)?.amount ?? 0), 0);
    const kupang = { institutionId: 'bpr-contoh', branchId: 'bpr-contoh-kupang', name: 'Kupang', regencyCode: '53.71' } as const;
    for (const by of REPORT_GROUPS) {
      if (by === 'payer') await world.stores.branches.keep([kupang]);
      const { body } = await world.call('pengawas', `/reports/payments?month=${TODAY.slice(0, 7)}&by=${by}`);
      expect(body.total).toMatchObject({ paid: { amount: moved('transfer') }, returned: { amount: moved('reversal') } });
      // The stray transfer is in the bank's book and in nobody's report.
      expect(body.bank).toMatchObject({ net: body.total.net + 9, notInBooks: 9, notOnStatement: 0, amountsDiffer: 0 });
      const sum = body.rows.reduce((total: number, { net }: { net: number }) => total + net, 0);
      expect([by, sum]).toEqual([by, moved('transfer') - moved('reversal')]);
    }
    const csv = await world.call('auditor', `/reports/payments?month=${TODAY.slice(0, 7)}&by=institution&format=csv`);
    expect(csv.text).toContain(`bpr-contoh;${2 * AMOUNT};2;${AMOUNT};1;${AMOUNT};0`);
    const regency = await world.call('auditor', `/reports/payments?year=${TODAY.slice(0, 4)}&by=regency`);
    expect(regency.body.rows).toEqual([expect.objectContaining({ group: '53.71', text: '53.71 Kota Kupang', net: AMOUNT })]);
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
    const early = await runCommand((io) => reconcile(['--date', before, '--wait', '0'], io, { env: () => env, now: bankNow }));
    expect(early.code).toBe(1);
    await until('the statement to be read', async () => (await world.stores.reconciliations.find(before))?.state === 'done');
    expect((await runCommand((io) => reconcile(['--date', before], io, { env: () => env, now: bankNow }))).stdout).toContain('Saldo akhir');
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
    const run = { totals: { ...NOTHING, opening: 0, closing: 0 }, matched: 0, differences: [], told: [] };
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

describe('the pages, in a browser', () => {
  /** Keeps cookies as a browser does. */
  async function browse(address: string, jar: Map<string, string>, form?: Readonly<Record<string, string>>): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const answer = await fetch(address, { headers: { cookie }, redirect: 'manual', ...body });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) jar.delete(name);
      else jar.set(name, value);
      expect(line).toMatch(/; HttpOnly; SameSite=Lax$/);
    }
    return answer;
  }
  const nextOf = (answer: Response): string => new URL(answer.headers.get('location') ?? '', world.url).href;

  async function signIn(jar: Map<string, string>, username: string, ke = '/pencocokan'): Promise<Response> {
    const leaving = await browse(`${world.url}/masuk?ke=${encodeURIComponent(ke)}`, jar);
    const asked = Object.fromEntries(new URL(nextOf(leaving)).searchParams);
    const back = await fetch(`${world.identity.issuer}/authorize`, {
      method: 'POST',
      body: new URLSearchParams({ ...asked, username, password: PASSWORD }),
      redirect: 'manual',
    });
    return browse(back.headers.get('location') ?? '', jar);
  }

  test('somebody signs in with a code, reads the proof and its files, steps on a case, and signs out', async () => {
    const jar = new Map<string, string>();
    const arrived = await signIn(jar, 'pengawas', `/pencocokan/${TODAY}`);
    expect([arrived.status, nextOf(arrived)]).toEqual([303, `${world.url}/pencocokan/${TODAY}`]);
    expect([...jar.keys()]).toEqual(['santun']);
    const page = await (await browse(nextOf(arrived), jar)).text();
    expect(page).toContain('Bukti akhir hari');
    expect(page).not.toContain('<script');
    const file = await (await browse(`${world.url}/pencocokan/${TODAY}?format=csv`, jar)).text();
    expect(file).toBe((await world.call('auditor', `/reconciliations/${TODAY}?format=csv`)).text.replace('\uFEFF', ''));
    const days = await (await browse(`${world.url}/pencocokan`, jar)).text();
    expect(days).toContain('Perkara yang belum ditutup');

    await office.strayTransfer({ bankCode: '130', accountNumber: '777777', amount: 11 });
    await again();
    const { body } = await world.call('pengawas', '/reconciliation-cases?state=open');
    const address = `${world.url}/pencocokan/perkara/${body.cases[0].caseId}`;
    const csrf = /name="csrf" value="([^"]+)"/.exec(await (await browse(address, jar)).text())?.[1] ?? '';
    const explain = { step: 'explain', reason: 'Biaya administrasi.', commandId: 'dari-halaman-1' };
    expect((await browse(address, jar, { ...explain, csrf: 'buatan-situs-lain' })).status).toBe(403);
    const assigned = await browse(address, jar, {
      step: 'assign',
      to: 'pengawas.dua',
      reason: 'Giliran.',
      commandId: 'dari-halaman-0',
      csrf,
    });
    expect([assigned.status, nextOf(assigned)]).toEqual([303, `${address}?selesai=1`]);
    await browse(address, jar, { ...explain, csrf });
    const refused = await browse(address, jar, { ...explain, step: 'close', commandId: 'dari-halaman-2', csrf });
    expect(await refused.text()).toContain('harus ditutup oleh orang kedua');
    expect((await world.call('auditor', `/reconciliation-cases/${body.cases[0].caseId}`)).body).toMatchObject({
      state: 'explained',
      assignee: 'pengawas.dua',
    });
    await browse(`${world.url}/keluar`, jar, { csrf });
    expect(jar.has('santun')).toBe(false);
    expect((await browse(address, jar)).status).toBe(303);
  }, 60_000);

  test('a code with another state, a second use of it, or a cookie of another purpose signs nobody in', async () => {
    const jar = new Map<string, string>();
    const leaving = await browse(`${world.url}/masuk`, jar);
    const departure = jar.get('santun-masuk') ?? '';
    expect((await browse(`${world.url}/masuk/selesai?code=x&state=y`, new Map(jar))).status).toBe(400);
    expect((await browse(`${world.url}/pencocokan`, new Map([['santun', departure]]))).status).toBe(303);
    const asked = Object.fromEntries(new URL(nextOf(leaving)).searchParams);
    const form = new URLSearchParams({ ...asked, username: 'pengawas', password: PASSWORD });
    const back = await fetch(`${world.identity.issuer}/authorize`, { method: 'POST', body: form, redirect: 'manual' });
    const address = back.headers.get('location') ?? '';
    expect((await browse(address, new Map([['santun-masuk', departure]]))).status).toBe(303);
    expect((await browse(address, new Map([['santun-masuk', departure]]))).status).toBe(400);
    // Another address than one of our pages is not where anybody is sent after signing in.
    const arrived = await signIn(new Map(), 'auditor', '//contoh.invalid/pencocokan');
    expect(nextOf(arrived)).toBe(`${world.url}/pencocokan`);
  }, 60_000);
});
