import { ownIdOf } from '#domain/cause.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';
import { accepted, type Reported, reportDeath } from './story-over-http.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
  await world.startClaimsWorker();
  await world.startIntake().joined();
}, 120_000);
afterAll(() => world.close(), 60_000);

/** Everything one officer decides about a plain claim, from the papers to the recommendation. */
async function decisionsFor({ path, payee }: Reported): Promise<object[]> {
  const { body: claim } = accepted(await world.call('petugas.satu', path));
  const verdicts = claim.papers.map(({ documentId }: { documentId: string }) => ({ documentId, verdict: 'ok' }));
  return [
    { type: 'verifyDocuments', verdicts },
    { type: 'declareComplete' },
    { type: 'triageCause', programme: 'jkm', reason: 'Meninggal karena sakit.' },
    { type: 'resolveHeirs', people: claim.people },
    { type: 'confirmPayeeAccount', ...payee },
    { type: 'recommend', outcome: 'pay' },
  ];
}

const sit = (person: string, { path }: Reported, body: object) => world.give(person, `${path}/sitting`, body);

describe('what one officer decides in one sitting', () => {
  let reported: Reported;
  let decisions: object[];
  beforeAll(async () => {
    reported = await reportDeath(world, 61);
    decisions = await decisionsFor(reported);
  }, 60_000);

  test('is refused as a whole when one decision is, which is named; nothing is recorded', async () => {
    const before = accepted(await world.call('petugas.satu', reported.path)).body.seq;
    const refused = await sit('petugas.satu', reported, { decisions: [...decisions.slice(0, 2), { type: 'recommend', outcome: 'pay' }] });
    expect([refused.status, refused.body.error]).toEqual([409, 'point-open']);
    expect(refused.body.text).toMatch(/^Keputusan ke-3: .* Belum ada keputusan yang disimpan\.$/);
    expect(accepted(await world.call('petugas.satu', reported.path)).body.seq).toBe(before);
  });

  test('is refused by the bank’s word too, with the decision it belongs to', async () => {
    const account = { ...decisions[4], accountNumber: '1300000099999' };
    const refused = await sit('petugas.satu', reported, { decisions: [...decisions.slice(0, 4), account] });
    expect([refused.status, refused.body.error]).toEqual([409, 'point-open']);
    expect(refused.body.text).toMatch(/^Keputusan ke-5: Bank tidak menerima rekening ini\..* Belum ada keputusan yang disimpan\.$/);
    const journal = await world.stores.journal.read(reported.claimId);
    expect(journal.filter(({ fact }) => fact.actor.role === 'officer')).toEqual([]);
  });

  test('by somebody who may not is refused in words before any bank is asked', async () => {
    const asked = await world.bank
      .fault({ kind: 'outage', call: 'accountInquiry', times: 1 })
      .then(() => sit('auditor', reported, { decisions }));
    expect([asked.status, asked.body.error]).toEqual([409, 'not-your-role']);
    expect(asked.body.text).toMatch(/^Keputusan ke-1: /);
    // The fault is still there for the next inquiry: nobody has used it.
    expect((await sit('petugas.satu', reported, { decisions })).body).toMatchObject({ error: 'unavailable', what: 'bank' });
  });

  test('is recorded together, every decision under its own id; pressed again, also at once, it counts once and asks no bank', async () => {
    const body = { decisions, commandId: 'sidang-petugas-satu' };
    const pressed = await Promise.all([sit('petugas.satu', reported, body), sit('petugas.satu', reported, body)]);
    expect(pressed.map(({ status, body: claim }) => [status, claim.status])).toEqual([
      [200, 'recommended'],
      [200, 'recommended'],
    ]);
    const journal = await world.stores.journal.read(reported.claimId);
    const causes = new Set(journal.map(({ fact }) => ownIdOf(fact.cause)).filter((id) => id.startsWith(body.commandId)));
    expect([...causes]).toEqual(decisions.map((_decision, index) => `${body.commandId}#${index + 1}`));
    expect(journal.filter(({ fact }) => fact.type === 'claim.recommended')).toHaveLength(1);
    await world.bank.fault({ kind: 'outage', call: 'accountInquiry', times: 1 });
    const again = await sit('petugas.satu', reported, body);
    expect([again.status, again.body.seq]).toEqual([200, journal.length]);
  }, 30_000);

  test('leaves a receipt for each decision: who, when, on which facts, by which rules, step by step', async () => {
    const { receipts } = accepted(await world.call('auditor', `${reported.path}/receipts`)).body;
    expect(receipts.map(({ command }: { command: { type: string } }) => command.type)).toEqual(
      decisions.map((decision) => (decision as { type: string }).type),
    );
    const journal = await world.stores.journal.read(reported.claimId);
    const { seq } = receipts.at(-1);
    const receipt = accepted(await world.call('auditor', `${reported.path}/receipts/${seq}`)).body;
    expect(receipt).toMatchObject({
      seq,
      actor: { id: 'petugas.satu', role: 'officer', roleText: 'petugas' },
      commandId: 'sidang-petugas-satu#6',
      command: { type: 'recommend', outcome: 'pay' },
      rules: { id: expect.any(String), version: expect.any(Number) },
      before: { seq: seq - 1, hash: journal[seq - 2]?.hash },
    });
    expect(receipt.facts[0]).toEqual({ seq, type: 'claim.recommended', text: 'direkomendasikan', hash: journal[seq - 1]?.hash });
    expect(receipt.calculation.map(({ source }: { source: string }) => source)).toContainEqual(expect.stringContaining('PP '));
    const account = receipts.find(({ command }: { command: { type: string } }) => command.type === 'confirmPayeeAccount');
    expect((await world.call('auditor', `${reported.path}/receipts/${account.seq}`)).text).not.toMatch(/accountRef|accountNumber/);
    // A fact that is nobody's decision has none.
    expect((await world.call('auditor', `${reported.path}/receipts/1`)).status).toBe(404);
  });
});

test.each([
  [{ decisions: [] }, 'decisions', 'Paling sedikit 1 butir.'],
  [{ decisions: Array.from({ length: 21 }, () => ({ type: 'declareComplete' })) }, 'decisions', 'Paling banyak 20 butir.'],
  [{ decisions: [{ type: 'declareComplete', reason: 'x' }] }, 'decisions.0.reason', 'Tidak dikenal di sini. Hapus, atau periksa ejaannya.'],
  [
    { decisions: [{ type: 'declareComplete', commandId: 'perintah-9' }] },
    'decisions.0.commandId',
    'Tidak dikenal di sini. Hapus, atau periksa ejaannya.',
  ],
  [{ decisions: [{ type: 'triageCause', programme: 'jkm' }] }, 'decisions.0.reason', 'Wajib diisi.'],
  [{ decisions: [{ type: 'payEverybody' }] }, 'decisions.0.type', expect.stringMatching(/^Harus salah satu dari: .*declareComplete/)],
  [{ commandId: 'a'.repeat(98), decisions: [{ type: 'declareComplete' }] }, 'commandId', 'Paling banyak 97 huruf.'],
])('a sitting of the wrong shape is answered with the field: %#', async (body, field, message) => {
  const answer = await world.give('petugas.satu', '/claims/STN-ABCDE-FGHJK/sitting', body);
  expect([answer.status, answer.body.fields]).toEqual([400, [{ field, message }]]);
});
