import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPayoutActivities } from '#activities/payout.activities.ts';
import { createReconcileDay } from '#activities/reconcile-day.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { branches } from '#cli/branches/branches.ts';
import { payments } from '#cli/payments/payments.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Fact, PayoutOrdered } from '#domain/claim/facts.ts';
import type { Membership } from '#domain/claim/parts.ts';
import type { BenefitId } from '#domain/law/benefit/lines.ts';
import { rupiah } from '#domain/money/money.ts';
import { type PayoutId, partnerReference, payoutId } from '#domain/money/payout/payout-id.ts';
import { bankDayOf } from '#domain/money/reconciliation/bank-day.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { REPORT_GROUPS } from '#schemas/http/reconciliations.ts';
import { readPaymentsReport, toReportRows, toReportView } from '#services/reports/payments-report.ts';
import { runCommand } from '../cli/run-command.ts';
import { calendarAround } from '../factories/calendar.ts';
import { claimIdOf } from '../factories/claim-on-record.ts';
import { type BackOffice, backOffice } from '../sandbox/bank/bank-client.ts';
import { type TestBank, testBank } from '../support/bank.ts';
import { bankNow } from '../support/real-clock.ts';
import { freshName, testStack } from '../support/stack.ts';
import { TOLD_AT } from './claims-at.ts';

const DAY_MS = 86_400_000;
const TODAY = bankDayOf(bankNow());
const MONTH = TODAY.slice(0, 7);
const name = freshName('payments-report');

let mongo: Awaited<ReturnType<typeof connectMongo>>;
let stores: ReturnType<typeof createStores>;
let bank: TestBank;
let office: BackOffice;
let n = 0;

type Line = readonly [benefit: BenefitId, amount: number];
type Family = {
  readonly institutionId: string;
  readonly branchId: string;
  readonly payer: Membership['payer'];
  readonly lines: readonly Line[];
  readonly programme?: 'jkm' | 'jkk';
};

const running = { tell: async () => undefined, tellEnded: async () => undefined };

/** Twenty-four months in one go, and what is around it; what a family of each kind is paid. */
const DEATH: readonly Line[] = [
  ['jkm.lump', 20_000_000],
  ['jkm.periodic', 12_000_000],
  ['jkm.funeral', 10_000_000],
];
const FAMILIES: readonly Family[] = [
  { institutionId: 'bpr-contoh', branchId: 'kupang', payer: 'self', lines: DEATH },
  { institutionId: 'bpr-contoh', branchId: 'atambua', payer: 'government', lines: DEATH },
  {
    institutionId: 'ksp-contoh',
    branchId: 'maumere',
    payer: 'employer',
    programme: 'jkk',
    lines: [
      ['jkk.death', 70_000_000],
      ['jkk.funeral', 10_000_000],
    ],
  },
  { institutionId: 'bpr-contoh', branchId: 'kupang', payer: 'self', lines: [['late.compensation', 840_000]] },
  { institutionId: 'ksp-contoh', branchId: 'maumere', payer: 'government', lines: [['scholarship', 1_500_000]] },
];

beforeAll(async () => {
  mongo = await connectMongo(testStack().mongoUrl(name));
  stores = createStores(mongo, { personKey: 'a-person-key-made-for-this-test-only' });
  await stores.ensureIndexes();
  await stores.calendars.activate(calendarAround(bankNow()));
  bank = await testBank();
  office = backOffice(bank.url);
}, 60_000);
afterAll(async () => {
  await bank.close();
  await mongo.dropDatabase();
  await mongo.close();
});

async function orderFor(family: Family): Promise<{ claimId: ClaimId; order: PayoutOrdered }> {
  n += 1;
  const claimId = claimIdOf(name, n);
  const accountNumber = `13000${String(n).padStart(8, '0')}`;
  await bank.openAccount({ bankCode: '130', accountNumber, holderName: 'PASANGAN CONTOH' });
  const { _id: accountRef } = await stores.accounts.keep(claimId, {
    personId: 'p',
    personName: 'Pasangan Contoh',
    bankCode: '130',
    accountNumber,
  });
  const lines = family.lines.map(([benefit, amount]) => ({ benefit, amount: rupiah(amount) }));
  const order: PayoutOrdered = {
    payoutId: payoutId(claimId, 1, family.programme ?? 'jkm', 'once', 'heirs'),
    issue: 1,
    programme: family.programme ?? 'jkm',
    payeeClass: 'heirs',
    personId: 'p',
    accountRef,
    amount: rupiah(lines.reduce((sum, { amount }) => sum + amount, 0)),
    lines,
    maker: 'petugas-1',
    checker: 'pemeriksa-1',
  };
  const { claim } = TOLD_AT.closed();
  const memberships = claim.memberships.map((one) => ({ ...one, payer: family.payer }));
  const { institutionId, branchId } = family;
  await stores.claims.save({ ...claim, claimId, institutionId, branchId, memberships }, 'uji');
  return { claimId, order };
}

async function pay(family: Family): Promise<{ claimId: ClaimId; order: PayoutOrdered }> {
  const task = await orderFor(family);
  await payOut(task);
  return task;
}

async function payOut(task: { claimId: ClaimId; order: PayoutOrdered }): Promise<void> {
  const deps = { ...stores, bank: bank.port, running, patience: bank.patience, now: bankNow };
  await createPayoutActivities(deps as never).payOut(task);
}

const reconcile = () => createReconcileDay({ ...stores, bank: bank.port, running, now: () => bankNow() + DAY_MS } as never)(TODAY);

async function ledger() {
  const { entries } = await bank.ledger();
  const moved = (kind: string): number =>
    entries.filter((one) => one.kind === kind).reduce((sum, { postings }) => sum + Math.max(...postings.map(({ amount }) => amount)), 0);
  return { paid: moved('transfer'), returned: moved('reversal') };
}

async function expectEqual(): Promise<void> {
  const { paid, returned } = await ledger();
  for (const period of [MONTH, MONTH.slice(0, 4)]) {
    for (const by of REPORT_GROUPS) {
      const { rows, total, bank: proof } = await readPaymentsReport(period, by, { stores });
      expect([by, total.paid.amount, total.returned.amount]).toEqual([by, paid, returned]);
      expect([by, rows.reduce((sum, row) => sum + row.paid.amount, 0)]).toEqual([by, paid]);
      expect([by, rows.reduce((sum, row) => sum + row.returned.amount, 0)]).toEqual([by, returned]);
      expect([by, rows.reduce((sum, row) => sum + row.late, 0)]).toEqual([by, total.late]);
      expect([by, rows.reduce((sum, row) => sum + row.paid.count, 0)]).toEqual([by, total.paid.count]);
      expect([by, rows.reduce((sum, row) => sum + row.returned.count, 0)]).toEqual([by, total.returned.count]);
      expect(proof).toMatchObject({ state: 'equal', net: paid - returned, statementsUntil: TODAY });
    }
  }
}

const groupsOf = async (by: (typeof REPORT_GROUPS)[number]) =>
  Object.fromEntries((await readPaymentsReport(MONTH, by, { stores })).rows.map(({ group, net }) => [group, net]));

test('on the day of payment there is no statement yet, and the report says so instead of crying, in JSON, CSV and on the terminal', async () => {
  for (const family of FAMILIES) await pay(family);
  const report = await readPaymentsReport(MONTH, 'programme', { stores });
  expect(report.rows.map(({ group, paid }) => [group, paid.count])).toEqual([
    ['jkk', 1],
    ['jkm', 3],
    ['scholarship', 1],
  ]);
  expect(report.total.paid.count).toBe(5);
  expect(report.bank).toMatchObject({ state: 'no-statement-yet', notOnStatement: 166_340_000, awaitingStatement: 166_340_000 });
  expect(toReportView(report, 'programme').bank.text).toBe('Rekening koran belum ada');
  expect(toReportRows(report, 'programme').at(-1)).toEqual(['Pencocokan', 'Rekening koran belum ada']);
  const source = { name: 'uji', url: testStack().mongoUrl(name) };
  const asked = (...args: readonly string[]) => runCommand((io) => payments(args, io, { source }));
  expect(await asked('--month', MONTH, '--by', 'benefit')).toMatchObject({ code: 0, stdout: expect.stringContaining('Baris manfaat') });
  expect((await asked('--month', MONTH)).stdout).toMatch(/Jumlah +Rp166\.340\.000 +5 .*\n.*\nRekening koran belum ada\n$/);
  expect(await asked('--month', '2026-13')).toMatchObject({ code: 2, stdout: '' });
  expect(await asked('--by', 'warna')).toMatchObject({ code: 2 });
  expect(await asked('--csv', '--json')).toMatchObject({ code: 2 });
});

test('deaths, accidents, a scholarship and compensation for lateness: every grouping is the bank’s ledger to the rupiah', async () => {
  await reconcile();
  await expectEqual();
  expect(await groupsOf('programme')).toEqual({ jkk: 80_000_000, jkm: 84_840_000, scholarship: 1_500_000 });
  expect(await groupsOf('benefit')).toMatchObject({ 'jkm.funeral': 20_000_000, 'late.compensation': 840_000, scholarship: 1_500_000 });
  expect(await groupsOf('payer')).toEqual({ employer: 80_000_000, government: 43_500_000, self: 42_840_000 });
  expect((await readPaymentsReport(MONTH, 'institution', { stores })).total.late).toBe(840_000);
});

test('branches nobody registered are a line of their own, until they are registered', async () => {
  expect(await groupsOf('regency')).toEqual({ unregistered: 166_340_000 });
  const file = join(mkdtempSync(join(tmpdir(), 'santun-branches-')), 'branches.csv');
  writeFileSync(
    file,
    'institutionId;branchId;name;regencyCode\nbpr-contoh;kupang;Kupang;53.71\nbpr-contoh;x;Salah;53.99\nksp-contoh;maumere;Maumere;53.07\n',
  );
  const source = { name: 'uji', url: testStack().mongoUrl(name) };
  const imported = () => runCommand((io) => branches(['import', file], io, { source }));
  expect(await imported()).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('Cabang baru: 2'),
    stderr: expect.stringContaining('Baris 3'),
  });
  expect((await imported()).stdout).toContain('Cabang baru: 0; diperbarui: 0; sama: 2');
  expect((await runCommand((io) => branches(['list'], io, { source }))).stdout).toContain(
    'ksp-contoh  maumere  Maumere  53.07 Kabupaten Sikka',
  );
  expect(await runCommand((io) => branches(['import'], io, { source }))).toMatchObject({ code: 2 });
  expect(await groupsOf('regency')).toEqual({ '53.07': 81_500_000, '53.71': 42_840_000, unregistered: 42_000_000 });
});

test('money that came back and went out again under another amount counts each way as the bank booked it', async () => {
  const family = { institutionId: 'bpr-contoh', branchId: 'kupang', payer: 'self', lines: DEATH } as const;
  const { claimId, order } = await pay(family);
  await office.reverse(partnerReference(order.payoutId as PayoutId));
  await reconcile();
  const again: PayoutOrdered = {
    ...order,
    issue: 2,
    amount: rupiah(30_000_000),
    lines: [{ benefit: 'jkm.lump', amount: rupiah(30_000_000) }],
  };
  const { id, role } = SYSTEM_ACTOR;
  const facts = [order, again].map(
    (payout): Fact => ({ type: 'payout.ordered', payout, at: bankNow(), actor: { id, role }, cause: `uji-${payout.issue}` }),
  );
  await stores.journal.append(claimId, 1, facts);
  await payOut({ claimId, order: again });
  await reconcile();
  const { paid, returned } = await ledger();
  expect([returned, paid]).toEqual([42_000_000, 166_340_000 + 42_000_000 + 30_000_000]);
  await expectEqual();
});
