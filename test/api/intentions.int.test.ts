import { newsId } from '#domain/money/payout/news-id.ts';
import { payoutId } from '#domain/money/payout/payout-id.ts';
import { recorded } from '../support/people-at-work.ts';
import { type Answer, type ApiWorld, startApiWorld } from './api-world.ts';
import { accepted, approve, POINTS, type Reported, reportDeath, untilClosed, workUpTo } from './story-over-http.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
  await world.startClaimsWorker();
  await world.startPayoutsWorker();
  await world.startIntake().joined();
}, 120_000);
afterAll(() => world.close(), 60_000);

const papers = (documentId: string) => ({
  papers: [{ paper: 'chronology', documentId, sha256: 'c'.repeat(64), obtainedOn: '2026-02-25' }],
});

function outcomeOf({ status, body }: Answer) {
  return [status, body.error];
}

describe('a number for a command belongs to one person and one intention', () => {
  let reported: Reported;
  beforeAll(async () => {
    reported = await reportDeath(world, 71);
  }, 60_000);

  test('a partner who numbers papers like the bank’s news, the checks and the alarm keeps no money and no news from the family', async () => {
    const line = payoutId(reported.claimId, 1, 'jkm', 'once', 'heirs');
    const seq = (await recorded(world, reported.claimId))?.seq ?? 0;
    const bank = (['confirmed', 'reversed', 'unknown', 'refused'] as const).map((state) => newsId({ payoutId: line, issue: 1 }, { state }));
    const ids = [...bank, ...bank.map((id) => id.slice('bank/'.length)), `checks:${seq + 3}`, `checks/${seq + 3}`, 'system/alarm'];
    for (const [index, commandId] of ids.entries()) {
      accepted(await world.give('staf.bpr', `${reported.path}/documents`, { ...papers(`dok-jahat-${index}`), commandId }));
    }
    await workUpTo('recommended', world, reported);
    accepted(await approve(world, reported));
    expect((await untilClosed(world, reported)).payouts).toMatchObject([{ state: 'confirmed' }]);
  }, 90_000);

  test('pressed again it is answered as before; with another content, or by another person, never as done', async () => {
    const other = await reportDeath(world, 72);
    const url = `${other.path}/documents`;
    const commandId = 'tekan-unggah-1';
    const first = accepted(await world.give('staf.bpr', url, { ...papers('dok-a'), commandId }));
    const again = accepted(await world.give('staf.bpr', url, { ...papers('dok-a'), commandId }));
    expect(again.body.seq).toBe(first.body.seq);
    expect(outcomeOf(await world.give('staf.bpr', url, { ...papers('dok-b'), commandId }))).toEqual([409, 'command-id-reused']);
    expect(outcomeOf(await world.give('petugas.satu', url, { ...papers('dok-a'), commandId }))).toEqual([409, 'command-id-reused']);
    expect(outcomeOf(await world.give('petugas.satu', `${other.path}/completeness`, { commandId }))).toEqual([409, 'command-id-reused']);
    expect((await recorded(world, other.claimId))?.seq).toBe(first.body.seq);
  }, 60_000);

  test('the same of a claim that has ended', async () => {
    const journal = await world.stores.journal.read(reported.claimId);
    const seq = journal.length;
    const commandId = 'tekan-tarik-1';
    const reopened = { ground: 'new-evidence', reason: 'Ternyata kecelakaan kerja.', commandId };
    expect(outcomeOf(await world.give('petugas.satu', `${reported.path}/reopening`, reopened))[0]).not.toBe(200);
    const used = { ...papers('dok-lain'), commandId: 'system/alarm' };
    expect(outcomeOf(await world.give('staf.bpr', `${reported.path}/documents`, used))).toEqual([409, 'command-id-reused']);
    expect((await recorded(world, reported.claimId))?.seq).toBe(seq);
  }, 60_000);
});

describe('nobody decides about money on what he has not seen', () => {
  let reported: Reported;
  const everything = { decisions: POINTS.map((point) => ({ point, verdict: 'approve' })) };
  const tagOf = async (person: string) => (await world.call(person, reported.path)).headers.get('etag') ?? '';
  const decide = (headers: Readonly<Record<string, string>>, body: object = {}) =>
    world.call('penyetuju.satu', `${reported.path}/decisions`, {
      method: 'POST',
      headers,
      body: { commandId: crypto.randomUUID(), ...everything, ...body },
    });
  beforeAll(async () => {
    reported = await reportDeath(world, 73);
    await workUpTo('recommended', world, reported);
  }, 60_000);

  test('without saying what was seen the answer is 428 with what to send', async () => {
    for (const headers of [{}, { 'if-match': '*' }, { 'if-match': 'semua' }] as const) {
      const answer = await decide(headers);
      expect(outcomeOf(answer)).toEqual([428, 'view-required']);
      expect(answer.body.text).toContain('If-Match');
    }
  });

  test('on an old page the answer is 412 with what changed since, by whom, in words; the page of now is taken', async () => {
    const old = await tagOf('penyetuju.satu');
    expect(old).toMatch(/^"\d+"$/);
    accepted(await world.give('staf.bpr', `${reported.path}/documents`, papers('dok-susulan')));
    const answer = await decide({ 'if-match': old });
    expect(outcomeOf(answer)).toEqual([412, 'stale-view']);
    expect(answer.body.changes).toMatchObject([{ actor: { id: 'staf.bpr' }, text: expect.any(String) }]);
    expect(answer.body.text).toContain(answer.body.changes[0].text);
    expect(outcomeOf(await decide({}, { expectedSeq: Number(old.slice(1, -1)) }))).toEqual([412, 'stale-view']);
    expect(outcomeOf(await decide({ 'if-match': await tagOf('penyetuju.satu') }, { expectedSeq: 1 }))).toEqual([412, 'stale-view']);
    expect(outcomeOf(await decide({}, { expectedSeq: 999_999 }))).toEqual([412, 'stale-view']);
    const taken = accepted(await decide({ 'if-match': await tagOf('penyetuju.satu') }));
    expect(taken.headers.get('etag')).toBe(`"${taken.body.seq}"`);
  }, 60_000);
});
