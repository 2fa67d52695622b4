import { type EntitlementId, entitlementIdOf } from '#domain/entitlement-id.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { day } from '#domain/time/calendar/day.ts';
import { realNow } from '../support/real-clock.ts';
import { until } from '../support/until.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';

const OFFICER = 'petugas.satu';
const APPROVER = 'penyetuju.satu';

let world: ApiWorld;
let id: EntitlementId;
const PAPERS = ['active-study-letter', 'school-report'].map((paper) => ({ paper, documentId: `doc-${paper}`, sha256: 'a'.repeat(64) }));
const begun = new Date(realNow()).getUTCFullYear() - 1;
const path = (rest = ''): string => `/entitlements/${id}${rest}`;

beforeAll(async () => {
  world = await startApiWorld();
  await world.startClaimsWorker();
  await world.startPayoutsWorker();
  const claimId = `STN-ABCDE-${world.personKey
    .replace(/[^A-HJ-NP-Z2-9]/gi, '')
    .slice(0, 5)
    .toUpperCase()}`;
  id = entitlementIdOf(world.personKey, 'anak');
  await world.stores.entitlements.open(id, {
    type: 'entitlement.opened',
    claimId,
    childId: 'anak',
    birthDate: day(`${begun - 9}-03-10`),
    programme: 'jkk',
    eventOn: day(`${begun}-08-10`),
    contributionMonths: 4,
    pack: { id: 'jkm-jkk-2025', version: 1 },
    switches: {},
    institutionId: 'bpr-contoh',
    branchId: 'bpr-contoh-kupang',
    submitters: ['staf-1'],
    at: realNow(),
    actor: { id: SYSTEM_ACTOR.id, role: SYSTEM_ACTOR.role },
    cause: 'approved',
  });
}, 60_000);
afterAll(() => world.close(), 60_000);

test('a partner sees its own children without amounts, another partner sees none', async () => {
  const own = await world.call('staf.bpr', '/entitlements');
  expect(own.body.entitlements.map((one: { id: string }) => one.id)).toEqual([id]);
  expect((await world.call('staf.ksp', '/entitlements')).body.entitlements).toEqual([]);
  expect((await world.call('staf.ksp', path())).status).toBe(404);
  expect((await world.call(undefined, path())).status).toBe(401);
});

test('from the partner’s proof to the bank: an account two people stand for, a look, a second look, and the money', async () => {
  const year = `/years/${begun}`;
  const proof = await world.give('staf.bpr', path(`${year}/proof`), { level: 'sd', papers: PAPERS });
  expect([proof.status, proof.body.years?.[0]]).toEqual([200, expect.objectContaining({ schoolYear: begun, state: 'proven' })]);
  expect(proof.body.years[0]).not.toHaveProperty('amount');
  expect((await world.give('staf.bpr', path(`${year}/verify`), { verdict: 'ok', level: 'sd' })).status).toBe(404);
  const verified = await world.give(OFFICER, path(`${year}/verify`), { verdict: 'ok', level: 'sd' });
  expect(verified.body.years[0]).toMatchObject({ state: 'verified', amount: 1_500_000 });
  const unaccounted = await world.give(APPROVER, path(`${year}/release`), { verdict: 'pay' });
  expect([unaccounted.status, unaccounted.body.error]).toEqual([409, 'point-open']);

  await world.bank.openAccount({ bankCode: '130', accountNumber: '1300000000077', holderName: 'WALI CONTOH' });
  const account = { type: 'account', guardianId: 'wali', personName: 'Wali Contoh', bankCode: '130', accountNumber: '1300000000077' };
  expect((await world.give(OFFICER, path('/changes'), { ...account, personName: 'Orang Lain' })).body.error).toBe('point-open');
  const proposed = await world.give(OFFICER, path('/changes'), account);
  const { accountRef } = proposed.body.proposedPayee;
  expect((await world.give(OFFICER, path('/changes'), { type: 'confirmAccount', accountRef })).body.error).toBe('not-your-role');
  expect((await world.give(APPROVER, path('/changes'), { type: 'confirmAccount', accountRef })).body.payee).toMatchObject({
    guardianId: 'wali',
  });

  const released = await world.give(APPROVER, path(`${year}/release`), { verdict: 'pay' });
  expect(released.status).toBe(200);
  const paid = await until('the year to be paid', async () => {
    const { body } = await world.call(OFFICER, path());
    return body.years[0].state === 'paid' && body;
  });
  expect(paid.years[0]).toMatchObject({ amount: 1_500_000, issue: 1, round: 1 });
  const again = await world.give('staf.bpr', path(`${year}/proof`), { level: 'sd', papers: PAPERS });
  expect([again.status, again.body.error]).toEqual([409, 'already-paid']);
}, 60_000);

test('a change of the child is an officer’s to make, and says what is wrong with it', async () => {
  const married = { type: 'married', on: `${begun - 20}-01-01` };
  expect((await world.give(OFFICER, path('/changes'), married)).body.error).toBe('invalid-command');
  expect((await world.give('staf.bpr', path('/changes'), married)).status).toBe(404);
  expect((await world.give(OFFICER, path('/changes'), { type: 'married', on: 'kemarin' })).status).toBe(400);
  expect((await world.call(OFFICER, '/entitlements/BSW-1')).status).toBe(400);
});

describe('what families and partners were asked', () => {
  const list = async (person: string, query = '') => world.call(person, `/notices${query}`);

  test('is nothing before anybody was asked, and says so', async () => {
    const { status, body } = await list('staf.bpr');
    expect([status, body]).toEqual([200, { notices: [], empty: 'Belum ada permintaan atau pengingat bukti sekolah.' }]);
  });

  test('is listed, the latest first, for the partner whose child it is and for officers, a page at a time', async () => {
    const subject = { entitlementId: id, claimId: 'STN-ABCDE-FGHJK', schoolYear: begun, round: 1 };
    const about = { subject, institutionId: 'bpr-contoh', guardianId: 'wali' };
    const asked = { kind: 'scholarship-proof-asked', at: 1_000, ...about } as const;
    const reminded = { kind: 'scholarship-proof-reminder', at: 2_000, ...about } as const;
    await world.stores.notices.keep([
      { _id: 'a:guardian', to: 'guardian', ...asked },
      { _id: 'a:partner', to: 'partner', ...asked },
      { _id: 'b:partner', to: 'partner', ...reminded },
      { _id: 'b:supervisor', to: 'supervisor', ...reminded },
    ]);
    const idsOf = (body: { notices: { id: string }[] }) => body.notices.map((notice) => notice.id);
    const own = await list('staf.bpr');
    expect(idsOf(own.body)).toEqual(['b:partner', 'a:partner', 'a:guardian']);
    expect(own.body.notices[0]).toMatchObject({ entitlementId: id, schoolYear: begun, state: 'paid', standing: 'dibayar', isOpen: false });
    expect(own.text).not.toContain('wali');
    expect(idsOf((await list(OFFICER, `?entitlement=${id}`)).body)).toEqual(['b:supervisor', 'b:partner', 'a:partner', 'a:guardian']);
    const page = await list('staf.bpr', '?limit=2');
    expect(idsOf((await list('staf.bpr', `?limit=2&cursor=${encodeURIComponent(page.body.next)}`)).body)).toEqual(['a:guardian']);
    expect((await list('staf.ksp')).body.notices).toEqual([]);
    expect((await list('staf.ksp', `?entitlement=${id}`)).body.notices).toEqual([]);
    expect((await list('staf.bpr', '?cursor=kemarin')).status).toBe(400);
  });
});

test('what scholarships may still cost is told to those who read reports, as object and as sheet, and adds up', async () => {
  const { status, body } = await world.call(APPROVER, '/reports/scholarships');
  expect([status, body.paid, body.entitlements.length]).toEqual([200, 1_500_000, 1]);
  const sum = (rows: { amount: number }[]) => rows.reduce((total, { amount }) => total + amount, 0);
  expect(sum(body.byYear)).toBe(body.total);
  expect(sum(body.entitlements[0].years)).toBe(body.total);
  const csv = await world.call(APPROVER, '/reports/scholarships?format=csv');
  expect(csv.headers.get('content-disposition')).toMatch(/taksiran-beasiswa-.*\.csv/);
  expect(csv.text).toContain(`Jumlah;1500000;0;${body.total};0;`);
  expect((await world.call('staf.bpr', '/reports/scholarships')).status).toBe(404);
  expect((await world.call(OFFICER, '/reports/scholarships')).status).toBe(404);
});
