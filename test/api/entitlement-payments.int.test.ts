import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReconcileDay } from '#activities/reconcile-day.ts';
import { scholarship } from '#cli/scholarship/scholarship.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { type EntitlementId, entitlementIdOf } from '#domain/entitlement-id.ts';
import { type PayoutId, partnerReference } from '#domain/money/payout/payout-id.ts';
import { bankDayOf } from '#domain/money/reconciliation/bank-day.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { day } from '#domain/time/calendar/day.ts';
import type { BankFault } from '#schemas/bank/sandbox.ts';
import { runCommand } from '../cli/run-command.ts';
import { claimIdOf } from '../factories/claim-on-record.ts';
import { backOffice } from '../sandbox/bank/bank-client.ts';
import { receivedBy } from '../support/bank.ts';
import { bankNow, realNow } from '../support/real-clock.ts';
import { until } from '../support/until.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';

const OFFICER = 'petugas.satu';
const APPROVER = 'penyetuju.satu';
const PAPERS = ['active-study-letter', 'school-report'].map((paper) => ({ paper, documentId: `doc-${paper}`, sha256: 'a'.repeat(64) }));
const begun = new Date(realNow()).getUTCFullYear() - 1;
const YEAR = `/years/${begun}`;
const FINDINGS = `${YEAR}/payment-findings`;
const AMOUNT = 1_500_000;

type Child = { readonly id: EntitlementId; readonly accountNumber: string };

let world: ApiWorld;
let n = 0;
beforeAll(async () => {
  world = await startApiWorld();
  await world.startClaimsWorker();
  await world.startPayoutsWorker();
}, 60_000);
afterEach(() => world.bank.clearFaults());
afterAll(() => world.close(), 60_000);

const give = (person: string, { id }: Child, rest: string, body: object) => world.give(person, `/entitlements/${id}${rest}`, body);
const received = (accountNumber: string) => receivedBy(world.bank, '130', accountNumber);

async function account(personId: string): Promise<{ accountRef: string; accountNumber: string }> {
  n += 1;
  const accountNumber = `13000000${String(n).padStart(5, '0')}`;
  const personName = 'Wali Contoh';
  await world.bank.openAccount({ bankCode: '130', accountNumber, holderName: 'WALI CONTOH' });
  const { _id } = await world.stores.accounts.keep(`${world.personKey}-${n}`, { personId, personName, bankCode: '130', accountNumber });
  return { accountRef: _id, accountNumber };
}

/** A child with an account two people stand for. */
async function child(eventOn = `${begun}-08-10`): Promise<Child> {
  const { accountRef, accountNumber } = await account('wali');
  const childId = `anak-${n}`;
  const id = entitlementIdOf(world.personKey, childId);
  await world.stores.entitlements.open(id, {
    type: 'entitlement.opened',
    claimId: 'STN-ABCDE-FGHJK',
    childId,
    birthDate: day(`${begun - 9}-03-10`),
    programme: 'jkk',
    eventOn: day(eventOn),
    contributionMonths: 4,
    pack: { id: 'jkm-jkk-2025', version: 1 },
    switches: {},
    institutionId: 'bpr-contoh',
    branchId: 'bpr-contoh-kupang',
    submitters: [],
    payee: { guardianId: 'wali', accountRef, maker: 'petugas-lama', checker: 'pemeriksa-lama' },
    at: realNow(),
    actor: { id: SYSTEM_ACTOR.id, role: SYSTEM_ACTOR.role },
    cause: 'approved',
  });
  return { id, accountNumber };
}

async function release(one: Child): Promise<void> {
  await give('staf.bpr', one, `${YEAR}/proof`, { level: 'sd', papers: PAPERS });
  await sendAgain(one);
}

async function sendAgain(one: Child): Promise<void> {
  await give(OFFICER, one, `${YEAR}/verify`, { verdict: 'ok', level: 'sd' });
  expect((await give(APPROVER, one, `${YEAR}/release`, { verdict: 'pay' })).status).toBe(200);
}

async function reaches({ id }: Child, state: string) {
  return until(`the year to be ${state}`, async () => {
    const [line] = (await world.stores.entitlements.find(id))?.years ?? [];
    return line?.state === state && line;
  });
}

async function silent(kind: BankFault): Promise<Child> {
  const one = await child();
  await world.bank.fault({ kind, account: one.accountNumber });
  await world.bank.fault({ kind: 'outage', call: 'transferStatus', times: 'always' });
  await release(one);
  await reaches(one, 'unknown');
  return one;
}

/** The new account under four eyes, then two people look at the year again. */
async function payToAnotherAccount(one: Child): Promise<string> {
  await world.bank.clearFaults();
  const { accountNumber } = await account('nenek');
  const typed = { type: 'account', guardianId: 'nenek', personName: 'Wali Contoh', bankCode: '130', accountNumber };
  const proposed = await give(OFFICER, one, '/changes', typed);
  const accountRef = proposed.body.proposedPayee.accountRef as string;
  expect((await give(APPROVER, one, `${YEAR}/release`, { verdict: 'pay' })).body).toMatchObject({ error: 'point-open' });
  await give(APPROVER, one, '/changes', { type: 'confirmAccount', accountRef });
  await sendAgain(one);
  expect(await reaches(one, 'paid')).toMatchObject({ payout: { issue: 2 } });
  return accountNumber;
}

describe('a scholarship payment the bank stays silent about', () => {
  const paid = { issue: 1, finding: { outcome: 'paid', bankReference: 'RK-118' }, evidence: 'Rekening koran hari ini.' };
  const unpaid = { issue: 1, finding: { outcome: 'unpaid' }, evidence: 'Tidak ada di rekening koran.' };

  test('is paid when two people read so on the statement; one alone, a partner, or a word without evidence settles nothing', async () => {
    const one = await silent('accepts-then-times-out');
    expect((await give('staf.bpr', one, FINDINGS, paid)).status).toBe(404);
    expect((await give(OFFICER, one, FINDINGS, { ...paid, evidence: ' ' })).status).toBe(400);
    const proposed = await give(OFFICER, one, FINDINGS, paid);
    expect(proposed.body.years[0]).toMatchObject({
      state: 'unknown',
      findings: [{ finding: paid.finding, evidence: paid.evidence, by: OFFICER }],
    });
    const alone = await give(OFFICER, one, FINDINGS, paid);
    expect([alone.status, alone.body]).toEqual([
      409,
      expect.objectContaining({ error: 'maker-is-checker', text: 'Anda yang mengusulkannya. Orang kedua memutuskan.' }),
    ]);
    expect((await world.call('staf.bpr', `/entitlements/${one.id}`)).body.years[0]).not.toHaveProperty('findings');
    expect((await give(APPROVER, one, FINDINGS, paid)).status).toBe(200);
    expect(await reaches(one, 'paid')).toMatchObject({ bankReference: 'RK-118' });
    expect(await received(one.accountNumber)).toEqual([AMOUNT]);
    const facts = (await world.stores.entitlements.journal(one.id)).map(({ fact }) => fact.type as string);
    expect(facts.slice(-3)).toEqual(['year.finding-proposed', 'year.payment-resolved', 'year.paid']);
  }, 60_000);

  test('and was not paid goes out again, to another account, only after two people have looked at account and year again', async () => {
    const one = await silent('drop-before');
    await give(OFFICER, one, FINDINGS, unpaid);
    await give(APPROVER, one, FINDINGS, unpaid);
    await reaches(one, 'refused');
    const accountNumber = await payToAnotherAccount(one);
    expect([await received(one.accountNumber), await received(accountNumber)]).toEqual([[], [AMOUNT]]);
  }, 60_000);

  test('is settled from the command line under the names of two people, each with a token of their own', async () => {
    const one = await silent('accepts-then-times-out');
    const folder = mkdtempSync(join(tmpdir(), 'santun-token-'));
    const settle = async (person: string, ...more: readonly string[]) => {
      const file = join(folder, person);
      writeFileSync(file, await world.token(person));
      const args = ['resolve', one.id, String(begun), '--paid', 'RK-119', '--evidence', 'Rekening koran.', '--api', world.url];
      return runCommand((io) => scholarship([...args, '--token-file', file, ...more], io, {}));
    };
    expect(await settle(OFFICER)).toMatchObject({ code: 0, stdout: expect.stringContaining('Diusulkan.') });
    expect(await settle(OFFICER)).toMatchObject({ code: 1, stderr: expect.stringContaining('Orang kedua memutuskan.') });
    expect(await settle('staf.bpr')).toMatchObject({ code: 1, stderr: expect.stringContaining('belum punya perintah bayar') });
    expect(await settle(OFFICER, '--unpaid')).toMatchObject({ code: 2 });
    expect(await settle(APPROVER)).toMatchObject({ code: 0, stdout: expect.stringContaining('Diputuskan dua orang.') });
    await reaches(one, 'paid');
    expect(await received(one.accountNumber)).toEqual([AMOUNT]);
  }, 60_000);

  test('settled by two people of whom nobody told the payment is told by the next daily pass, which one bad record does not stop', async () => {
    const one = await silent('accepts-then-times-out');
    const deaf = await world.anotherApi({ scholarships: { ...world.scholarships, resolve: async () => undefined } });
    const path = `/entitlements/${one.id}${FINDINGS}`;
    for (const person of [OFFICER, APPROVER]) await world.give(person, path, paid, deaf);
    expect(await reaches(one, 'unknown')).toMatchObject({ resolution: { maker: OFFICER, checker: APPROVER } });
    await world.startSweeper();
    const pass = { workflowId: `${world.queues.sweeper}:pass`, taskQueue: world.queues.sweeper, args: [] };
    const bad = await child(`${begun - 90}-08-10`);
    const failed = await world.temporal.client.workflow.execute('scholarshipYears', pass).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      cause: { cause: { type: 'record-unreadable', message: `1 scholarships cannot be judged: ${bad.id}` } },
    });
    await reaches(one, 'paid');
  }, 60_000);
});

test('nothing is verified or released for a claim that was reopened and rejected after all', async () => {
  const one = await child();
  await give('staf.bpr', one, `${YEAR}/proof`, { level: 'sd', papers: PAPERS });
  const kept = {
    claimId: 'STN-ABCDE-FGHJK',
    seq: 9,
    status: 'rejected',
    institutionId: 'bpr-contoh',
    branchId: 'kupang',
    updatedAt: 1,
    payouts: [],
  };
  await world.stores.claims.save({ ...kept, causes: [], calendar: { id: 'none', version: 1 } } as unknown as ClaimState, 'head');
  const verified = await give(OFFICER, one, `${YEAR}/verify`, { verdict: 'ok', level: 'sd' });
  await world.stores.claims.save(
    { ...kept, seq: 10, status: 'paid', causes: [], calendar: { id: 'none', version: 1 } } as unknown as ClaimState,
    'head',
  );
  expect([verified.status, verified.body.text]).toEqual([409, 'Klaim asalnya berakhir tanpa hak. Beasiswanya tidak dibayar lagi.']);
  expect((await give(OFFICER, one, `${YEAR}/verify`, { verdict: 'ok', level: 'sd' })).status).toBe(200);
});

test('a child whose birth date was missing is named, and has its scholarship when an officer brings the date; a third child has none', async () => {
  const claimId = claimIdOf(world.personKey, 'tanpa-tanggal');
  const people = ['satu', 'dua', 'tiga'].map((id) => ({ id, relation: 'child', alive: true }));
  const kept = { claimId, seq: 9, status: 'paid', kind: 'death', programme: 'jkk', eventOn: `${begun}-08-10`, institutionId: 'bpr-contoh' };
  const more = { branchId: 'kupang', updatedAt: 1, payouts: [], people, memberships: [], payees: {}, points: {}, submitters: [] };
  await world.stores.claims.save({ ...kept, ...more, causes: [], calendar: { id: 'none', version: 1 } } as unknown as ClaimState, 'head');
  const list = (person: string) => world.call(person, `/entitlements?claim=${claimId}`);
  expect((await list('staf.bpr')).body).toEqual({ entitlements: [], withoutBirthDate: ['satu', 'dua', 'tiga'] });
  expect((await list('staf.ksp')).body).toEqual({ entitlements: [] });
  const open = (childId: string, birthDate: string) => world.give(OFFICER, '/entitlements', { claim: claimId, childId, birthDate });
  expect((await open('lain', '2015-03-10')).body.error).toBe('invalid-command');
  expect((await open('satu', '1990-03-10')).body.text).toBe('Anak ini tidak berhak pada hari peristiwa.');
  expect((await open('satu', '2015-03-10')).body).toMatchObject({ childId: 'satu', birthDate: '2015-03-10', years: [] });
  expect((await open('satu', '2016-03-10')).body).toMatchObject({ birthDate: '2015-03-10' });
  expect((await open('dua', '2016-03-10')).status).toBe(200);
  expect((await open('tiga', '2017-03-10')).body.text).toBe('Dua anak sudah ditanggung.');
  expect((await list(OFFICER)).body).toMatchObject({ withoutBirthDate: ['tiga'] });
});

test('money the bank gives back later reopens the year, which is paid again only under new eyes; the bank keeps one payment', async () => {
  const one = await child();
  await release(one);
  const line = await reaches(one, 'paid');
  await backOffice(world.bank.url).reverse(partnerReference((line.payout?.payoutId ?? '') as PayoutId));
  const deps = { ...world.stores, bank: world.bank.port, running: world.claims, scholarships: world.scholarships };
  const today = bankDayOf(bankNow());
  await createReconcileDay({ ...deps, now: () => bankNow() + 86_400_000 })(today);
  expect(await reaches(one, 'refused')).toMatchObject({ remark: 'bank-statement', round: 2 });
  const accountNumber = await payToAnotherAccount(one);
  expect([await received(one.accountNumber), await received(accountNumber)]).toEqual([[AMOUNT], [AMOUNT]]);
  const { balances } = await world.bank.ledger();
  expect([balances[`130:${one.accountNumber}`] ?? 0, balances[`130:${accountNumber}`]]).toEqual([0, AMOUNT]);
}, 60_000);
