import { toIso } from '#domain/time/calendar/instant.ts';
import { receivedBy } from '../support/bank.ts';
import { realNow } from '../support/real-clock.ts';
import { until } from '../support/until.ts';
import { type Answer, type ApiWorld, startApiWorld } from './api-world.ts';
import { accepted, approve, BANK_CODE, type Reported, reportDeath, untilClosed, workUpTo } from './story-over-http.ts';

const HOUR = 3_600_000;
const REASON = 'Tutup buku akhir tahun.';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
  await world.startClaimsWorker();
  await world.startPayoutsWorker();
  await world.startIntake().joined();
}, 120_000);
afterAll(() => world.close(), 60_000);

const propose = (person: string, more: object = {}): Promise<Answer> =>
  world.give(person, '/freezes', { from: toIso(realNow() - HOUR), until: toIso(realNow() + 24 * HOUR), reason: REASON, ...more });
const step = (person: string, freezeId: string, act: string, more: object = {}): Promise<Answer> =>
  world.give(person, `/freezes/${freezeId}/steps`, { act, reason: REASON, ...more });

async function frozen(): Promise<string> {
  const { freezeId } = accepted(await propose('pengawas')).body;
  accepted(await step('pengawas.dua', freezeId, 'agree'));
  return freezeId;
}

/** A claim whose order is written down, and waits. */
async function waiting(n: number): Promise<{ reported: Reported; payout: { payoutId: string; wait: { text: string } } }> {
  const reported = await reportDeath(world, n);
  await workUpTo('recommended', world, reported);
  await approve(world, reported);
  const payout = await until('the order that waits', async () => {
    const { body } = await world.call('pengawas', reported.path);
    const documents = await world.stores.payouts.ofClaim(reported.claimId);
    return documents.length === 1 && body.payouts[0];
  });
  return { reported, payout };
}

const received = ({ story }: Reported): Promise<readonly number[]> => receivedBy(world.bank, BANK_CODE, story.accountNumber);

describe('a freeze', () => {
  test('is proposed by one supervisor and agreed by another; pressed twice it is one', async () => {
    const press = { commandId: 'beku-akhir-tahun', from: toIso(realNow() + HOUR), until: toIso(realNow() + 2 * HOUR) };
    const [first, second] = await Promise.all([propose('pengawas', press), propose('pengawas', press)]);
    expect(accepted(first).body).toMatchObject({ state: 'proposed', inForce: false });
    expect(accepted(second).body.freezeId).toBe(first.body.freezeId);
    const { freezeId } = first.body;
    expect((await step('pengawas', freezeId, 'agree')).body).toMatchObject({ error: 'maker-is-checker' });
    const both = await Promise.all(['pengawas.dua', 'pengawas.dua'].map((person) => step(person, freezeId, 'agree')));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(accepted(await step('pengawas', freezeId, 'lift')).body.state).toBe('lifting-proposed');
    expect(accepted(await step('pengawas.dua', freezeId, 'lift')).body.state).toBe('lifted');
  });

  test('is refused with the field that is wrong', async () => {
    const refusals = await Promise.all([
      propose('pengawas', { until: toIso(realNow() - 2 * HOUR) }),
      propose('pengawas', { until: toIso(realNow() + 169 * HOUR) }),
      propose('pengawas', { from: 'kemarin' }),
      step('pengawas', '0123456789abcdef', 'agree'),
    ]);
    expect(refusals.map(({ status }) => status)).toEqual([409, 409, 400, 404]);
    expect(refusals[0]?.body.text).toBe('Akhir masa beku harus setelah awalnya.');
  });

  test.each(['petugas.satu', 'penyetuju.satu', 'auditor', 'kepala.bpr', 'sistem-bpr'])('is nothing %s can propose', async (person) => {
    expect((await propose(person)).status).toBe(404);
  });

  test('holds the order of a family, says so on the claim, and lets it go when two supervisors lift it', async () => {
    const freezeId = await frozen();
    const { reported, payout } = await waiting(81);
    expect(payout).toMatchObject({ state: 'ordered', wait: { why: 'freeze', text: 'menunggu akhir masa beku' } });
    const { body } = accepted(await world.call('auditor', '/freezes'));
    expect(body.notLeft).toEqual({ count: 1, amount: 42_000_000 });
    expect(body.freezes.find((one: { freezeId: string }) => one.freezeId === freezeId)).toMatchObject({ inForce: true });
    expect(await received(reported)).toEqual([]);

    accepted(await step('pengawas.dua', freezeId, 'lift'));
    expect(await received(reported)).toEqual([]);
    accepted(await step('pengawas', freezeId, 'lift'));
    await untilClosed(world, reported);
    expect(await received(reported)).toEqual([42_000_000]);
    expect((await world.call('auditor', '/freezes')).body.notLeft).toEqual({ count: 0, amount: 0 });
  }, 60_000);

  test('lets one family’s order leave when two people say so, and holds every other', async () => {
    const freezeId = await frozen();
    const [urgent, patient] = [await waiting(82), await waiting(83)];
    const body = { payoutId: urgent.payout.payoutId, reason: 'Anak dirawat di rumah sakit.' };
    const exempt = (person: string): Promise<Answer> => world.give(person, `${urgent.reported.path}/payout-exemptions`, body);
    accepted(await exempt('petugas.satu'));
    expect((await exempt('petugas.satu')).body.error).toBe('maker-is-checker');
    accepted(await exempt('penyetuju.satu'));
    await untilClosed(world, urgent.reported);
    expect(await received(urgent.reported)).toEqual([42_000_000]);
    expect(await received(patient.reported)).toEqual([]);
    for (const person of ['pengawas', 'pengawas.dua']) accepted(await step(person, freezeId, 'lift'));
    await untilClosed(world, patient.reported);
    expect(await received(patient.reported)).toEqual([42_000_000]);
  }, 90_000);
});
