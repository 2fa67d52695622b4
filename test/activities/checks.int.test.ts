import { createHash } from 'node:crypto';
import { createCheckActivities } from '#activities/checks.activities.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { readinessFileId } from '#adapters/mongo/readiness-store.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { CHECK_IDS, type CheckId, type CheckResult } from '#domain/claim/checks/checks.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { day } from '#domain/time/calendar/day.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import type { CreditSignedV1 } from '#schemas/events/credit-signed.v1.ts';
import { onRecord } from '#stack/demo-records.ts';
import { claimIn } from '../factories/claim-paths.ts';
import { MONDAY_9, REGISTRATION } from '../factories/claims.ts';
import { creditSigned, deathReported, nikOf, type Story } from '../factories/people.ts';
import { type TestBank, testBank } from '../support/bank.ts';
import { type TestRegistries, testRegistries } from '../support/registries.ts';
import { freshName, testStack } from '../support/stack.ts';

/** Nine months of contributions up to the death of REGISTRATION. */
const STORY: Story = {
  signedOn: '2025-08-01',
  diedOn: '2026-02-20',
  paidMonths: ['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'],
  accountNumber: '',
};
/** Far apart, so that nobody is taken for another by accident. */
const NAMES = [
  '',
  'Aloysia',
  'Bernadus',
  'Coleta',
  'Dorothea',
  'Edmundus',
  'Felisitas',
  'Gaspar',
  'Hironimus',
  'Imelda',
  'Kornelius',
  'Ludgardis',
  'Marselinus',
  'Nikodemus',
  'Ottilia',
  'Rafael',
];

const claimIdOf = (n: number): ClaimId => claimIdFromDigest(createHash('sha256').update(`klaim-${n}`).digest());

type Family = { readonly claimId: ClaimId; readonly nik: string; readonly participantId: string; readonly fileId: string };

describe('the automatic checks over a real store, registries and a bank', () => {
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let stores: ReturnType<typeof createStores>;
  let registries: TestRegistries;
  let bank: TestBank;
  let runChecks: ReturnType<typeof createCheckActivities>['runChecks'];

  beforeAll(async () => {
    mongo = await connectMongo(testStack().mongoUrl(freshName('checks')));
    stores = createStores(mongo, { personKey: 'a-person-key-made-for-this-test-only' });
    await stores.ensureIndexes();
    await stores.calendars.activate(NTT_2026);
    registries = await testRegistries(1_000);
    bank = await testBank();
    runChecks = createCheckActivities({ ...stores, ...registries.ports, bank: bank.port, now: () => MONDAY_9 }).runChecks;
  }, 60_000);
  afterEach(async () => {
    await registries.civil.clearFaults();
    await registries.membership.clearFaults();
  });
  afterAll(async () => {
    await registries.close();
    await bank.close();
    await mongo.dropDatabase();
    await mongo.close();
  });

  /** A prepared family, known everywhere as it told the partner, and the claim of its dead. */
  async function family(
    n: number,
    { claim = {}, participant = {}, holder }: { claim?: Partial<ClaimState>; participant?: object; holder?: string } = {},
  ): Promise<Family> {
    const story = { ...STORY, accountNumber: `13000${String(n).padStart(8, '0')}` };
    const signed = creditSigned(n, story);
    const birthDate = day(`19${60 + n}-0${(n % 9) + 1}-1${n % 10}`);
    const credit: CreditSignedV1 = {
      ...signed,
      staffId: `staf-${n}`,
      participant: { ...signed.participant, name: `${NAMES[n] ?? ''} Contoh`, birthDate, ...participant },
    };
    const participantId = `peserta-${n}`;
    const fileId = await open(credit, participantId, n);
    const records = onRecord({ credit, death: deathReported(n, story, '2026-03-02T01:00:00Z') });
    await registries.civil.keep(records.civil);
    await registries.membership.keep(records.membership);
    await bank.openAccount({ bankCode: '130', accountNumber: story.accountNumber, holderName: holder ?? `PASANGAN CONTOH ${n}` });
    const claimId = claimIdOf(n);
    await register(claimId, { participantId, readinessFileId: fileId, memberships: credit.memberships, branchId: `cabang-${n}`, ...claim });
    return { claimId, nik: nikOf(n), participantId, fileId };
  }

  async function open(credit: CreditSignedV1, participantId: string, n: number): Promise<string> {
    const { institutionId, branchId, ...file } = credit;
    const _id = readinessFileId(institutionId, participantId);
    const { declaredPayee } = file;
    if (!declaredPayee) throw new Error('the factory declares a payee');
    const { personId, bankCode, accountNumber } = declaredPayee;
    const account = await stores.accounts.keep(_id, { personId, personName: `Pasangan Contoh ${n}`, bankCode, accountNumber });
    await stores.readiness.tell({
      _id,
      participantId,
      institutionId,
      branchId,
      file,
      declaredAccountRef: account._id,
      toldAt: MONDAY_9,
      eventId: `credit-${n}`,
    });
    return _id;
  }

  async function register(claimId: ClaimId, changes: Partial<ClaimState>): Promise<void> {
    await stores.claims.save({ ...claimIn('verifying').state, claimId, ...changes }, 'a'.repeat(64));
  }

  const verdicts = (results: readonly CheckResult[]): Readonly<Record<CheckId, string>> =>
    Object.fromEntries(results.map(({ check, result }) => [check, result])) as Record<CheckId, string>;
  const all = (result: string) => Object.fromEntries(CHECK_IDS.map((check) => [check, result]));

  test('a family whose every word is confirmed passes every check', async () => {
    const { claimId } = await family(12);
    const results = await runChecks({ claimId });
    expect(results.map(({ check }) => check)).toEqual(CHECK_IDS);
    expect(verdicts(results)).toEqual(all('pass'));
  });

  test('where nobody answers and nothing was prepared, every check asks', async () => {
    const claimId = claimIdOf(90);
    const memberships = REGISTRATION.memberships.map((membership) => ({
      ...membership,
      kpj: 'KPJ00000090',
      memberSince: day('2026-02-10'),
    }));
    await register(claimId, { ...claimIn('registered').state, claimId, participantId: 'peserta-90', branchId: 'cabang-90', memberships });
    // The day of the event is judged by itself: it needs nobody's answer to be possible.
    expect(verdicts(await runChecks({ claimId }))).toEqual({ ...all('ask'), event: 'pass' });
  });

  test('a prepared family is a question too while both registries are down, for all that needs them', async () => {
    const { claimId } = await family(1);
    await registries.civil.fault({ kind: 'outage' });
    await registries.membership.fault({ kind: 'no-answer' });
    const results = verdicts(await runChecks({ claimId }));
    expect(results).toEqual({ ...all('ask'), event: 'pass', duplicate: 'pass', papers: 'pass', account: 'pass', fraud: 'pass' });
  });

  test('every word proved wrong fails its check, and proposes without rejecting', async () => {
    const refused = claimIn('verifying').state.papers.map((paper, index) =>
      index === 0 ? { ...paper, verdict: 'refused' as const } : paper,
    );
    const { claimId, nik, participantId } = await family(2, { claim: { papers: refused }, holder: 'YULIANA TEFA' });
    await register(claimIdOf(91), {
      claimId: 'STN-ZZZZZ-ZZZZZ' as ClaimId,
      participantId,
      branchId: 'lain',
    });
    const relatives = [{ nik: '0001000701000002', relation: 'spouse', name: 'PASANGAN CONTOH 2', birthDate: '1982-03-04', alive: false }];
    const born = '1950-12-31';
    const life = { alive: true };
    await registries.civil.keep({ nik, name: 'ORANG LAIN', birthDate: born, familyCardNumber: '0000000000000002', life, relatives });
    const late = { kpj: 'KPJ00000002', segment: 'BPU', memberSince: '2026-02-25', paidMonths: [], payer: 'self', payerUnpaid: true };
    await registries.membership.keep({ nik, memberships: [late] });
    const results = await runChecks({ claimId });
    expect(verdicts(results)).toEqual({ ...all('fail'), contributions: 'ask', 'arrears-and-payer': 'ask' });
    expect(Object.fromEntries(results.flatMap(({ check, proposes }) => (proposes ? [[check, proposes]] : [])))).toEqual({
      registry: 'false-paper',
      coverage: 'not-a-participant',
      duplicate: 'duplicate-claim',
      event: 'not-a-participant',
      fraud: 'not-a-participant',
    });
  });

  test('two months and an unpaid payer fail the months and the arrears, and the cover stands', async () => {
    const { claimId, nik } = await family(3);
    const young = { kpj: 'KPJ00000003', segment: 'BPU', memberSince: '2026-01-05', paidMonths: ['2026-01', '2026-02'] };
    await registries.membership.keep({ nik, memberships: [{ ...young, payer: 'government', payerUnpaid: true }] });
    const results = verdicts(await runChecks({ claimId }));
    expect(results).toMatchObject({ contributions: 'fail', 'arrears-and-payer': 'fail', coverage: 'ask' });
  });

  test('an account checked once is not asked of the bank again, one the bank was silent about is', async () => {
    const { claimId } = await family(4);
    expect(verdicts(await runChecks({ claimId })).account).toBe('pass');
    await bank.fault({ kind: 'outage', call: 'accountInquiry' });
    expect(verdicts(await runChecks({ claimId })).account).toBe('pass');
    const fresh = await family(5);
    expect(verdicts(await runChecks({ claimId: fresh.claimId })).account).toBe('ask');
    expect(verdicts(await runChecks({ claimId: fresh.claimId })).account).toBe('pass');
  });

  test('an account confirmed on the claim is taken as confirmed, and the declared one is left alone', async () => {
    const { claimId, fileId } = await family(13, { holder: 'YULIANA TEFA' });
    const { _id: accountRef } = await stores.accounts.keep(fileId, {
      personId: 'pasangan',
      personName: 'Pasangan Contoh 13',
      bankCode: '130',
      accountNumber: '1399999999999',
    });
    const payee = { personId: 'pasangan', accountRef, maker: 'petugas-1' };
    const document = await stores.claims.find(claimId);
    if (!document) throw new Error('the claim was registered');
    const { state } = document;
    await stores.claims.save({ ...state, seq: state.seq + 1, payees: { heirs: { ...payee, holderMatch: 'match' } } }, 'b'.repeat(64));
    expect(verdicts(await runChecks({ claimId })).account).toBe('pass');
    await stores.claims.save({ ...state, seq: state.seq + 2, payees: { heirs: { ...payee, holderMatch: 'ask' } } }, 'c'.repeat(64));
    expect(verdicts(await runChecks({ claimId })).account).toBe('ask');
  });

  test('somebody of the same name under another NIK, born one digit away, is found by the store and laid beside', async () => {
    const one = await family(6);
    const claimed = await family(7, { participant: { name: 'GASPAR, CONTOH', birthDate: day('1967-08-17') } });
    const other = await family(8, { participant: { name: 'Contoh Gaspar', birthDate: day('1967-08-18') } });
    const results = await runChecks({ claimId: other.claimId });
    const duplicate = results.find(({ check }) => check === 'duplicate');
    expect(duplicate).toMatchObject({ result: 'ask', evidence: [{ other: { claimId: claimed.claimId, agrees: ['name', 'event-day'] } }] });
    expect(JSON.stringify(results)).not.toContain(one.claimId);
  });

  test('the same account for another family, and deaths gathered by one agent, are signs', async () => {
    const { claimId } = await family(9, { claim: { branchId: 'cabang-api' } });
    const other = await stores.readiness.findByIds([readinessFileId('bpr-contoh', 'peserta-9')]);
    const [file] = other;
    if (!file) throw new Error('the file was told');
    await stores.readiness.tell({ ...file, _id: 'ksp-contoh:peserta-99', participantId: 'peserta-99', institutionId: 'ksp-contoh' });
    for (const n of [92, 93, 94]) {
      const id = claimIdOf(n);
      const _id = `bpr-contoh:peserta-${n}`;
      const { participant } = file.file;
      const stranger = { ...file.file, participant: { ...participant, name: `Orang ${NAMES[n - 91]} Jauh`, birthDate: day('1999-12-31') } };
      const { declaredAccountRef: _none, ...rest } = file;
      await stores.readiness.tell({ ...rest, _id, participantId: `peserta-${n}`, file: stranger });
      await register(id, { participantId: `peserta-${n}`, readinessFileId: _id, branchId: 'cabang-api', memberships: [] });
    }
    const fraud = (await runChecks({ claimId })).find(({ check }) => check === 'fraud');
    expect(fraud?.result).toBe('ask');
    expect(fraud?.evidence.slice(0, 2).map(({ found }) => found)).toEqual(['3', '1']);
  });

  test('a family member made of the dead, under their NIK and with an account in their name, fails heirs and account', async () => {
    const { claimId, fileId, nik } = await family(14, { participant: { name: 'Paulina Contoh Kolo' }, holder: 'PAULINA CONTOH KOLO' });
    const [file] = await stores.readiness.findByIds([fileId]);
    if (!file?.declaredAccountRef) throw new Error('the file was told with an account');
    const made = file.file.family.map((person) => (person.id === 'pasangan' ? { ...person, nik, name: 'Paulina Contoh Kolo' } : person));
    await stores.readiness.tell({ ...file, file: { ...file.file, family: made } });
    const account = await stores.accounts.find(file.declaredAccountRef);
    if (!account) throw new Error('the account was kept');
    await stores.accounts.keep(fileId, { ...account, personName: 'Paulina Contoh Kolo' });
    const results = await runChecks({ claimId });
    expect(verdicts(results)).toMatchObject({ heirs: 'fail', account: 'fail' });
    expect(results.find(({ check }) => check === 'account')?.evidence[0]).toMatchObject({ found: 'atas nama peserta yang meninggal' });
    expect(JSON.stringify(results)).not.toContain(nik);
  });

  test('an account that was registered as the participant’s own fails for the family after the death', async () => {
    const { claimId, participantId } = await family(15);
    const known = { bankCode: '130', accountNumber: '1300000000015', personId: participantId, personName: 'Peserta Contoh' };
    await stores.accounts.keep('STN-KECELAKAAN', known);
    const account = (await runChecks({ claimId })).find(({ check }) => check === 'account');
    expect(account).toMatchObject({ result: 'fail', evidence: [{ found: 'terdaftar sebagai rekening peserta yang meninggal' }, {}] });
  });

  test('a check that breaks asks with its reason, and the others still run', async () => {
    const { claimId } = await family(10, { claim: { calendar: { id: 'tidak-disimpan', version: 9 } } });
    const results = await runChecks({ claimId });
    // Which day it is where the claim is handled says its calendar, and the event is measured by that day.
    expect(verdicts(results)).toEqual({ ...all('pass'), papers: 'ask', event: 'ask' });
    expect(results.find(({ check }) => check === 'papers')?.evidence[0]?.found).toBe('tidak dapat dijalankan (Error)');
  });

  test('run again over the same record, the checks say the same, and nothing of a person', async () => {
    const { claimId, nik } = await family(11, { participant: { name: 'Yosafat Contoh' } });
    const [first, second] = [await runChecks({ claimId }), await runChecks({ claimId })];
    expect(second).toEqual(first);
    const text = JSON.stringify(first);
    for (const secret of [nik, 'Yosafat', 'YOSAFAT', 'Pasangan Contoh', '1300000000011', 'KPJ']) expect(text).not.toContain(secret);
  });

  test('a claim that is not on record is an error to be tried again', async () => {
    await expect(runChecks({ claimId: 'STN-QQQQQ-QQQQQ' as ClaimId })).rejects.toThrow('not on record yet');
  });
});
