import { ownIdOf } from '#domain/cause.ts';
import { runExplain } from '../cli/run-explain.ts';
import { receivedBy } from '../support/bank.ts';
import { recorded } from '../support/people-at-work.ts';
import { testStack } from '../support/stack.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';
import { visibleText } from './pages/render.ts';
import { accepted, approve, BANK_CODE, POINTS, type Reported, reportDeath, untilClosed, workUpTo } from './story-over-http.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
  await world.startClaimsWorker();
  await world.startPayoutsWorker();
  await world.startIntake().joined();
}, 120_000);
afterAll(() => world.close(), 60_000);

describe('a claim that people work on through the API, from the report to the money', () => {
  let reported: Reported;
  beforeAll(async () => {
    reported = await reportDeath(world, 1);
  }, 60_000);

  test('is paid once, and every step answers with the claim as it is now on record', async () => {
    await workUpTo('recommended', world, reported);
    const waiting = accepted(await world.call('penyetuju.satu', reported.path)).body;
    expect(waiting).toMatchObject({
      status: 'recommended',
      statusText: 'direkomendasikan',
      recommendation: { outcome: 'pay', total: 42_000_000 },
    });
    expect(waiting.clocks.map(({ clock, state }: { clock: string; state: string }) => `${clock} ${state}`)).toEqual([
      'first-look stopped',
      'jkm-legal running',
      'partner-promise running',
      'second-eyes running',
    ]);
    const approved = accepted(await approve(world, reported)).body;
    expect(approved.seq).toBeGreaterThan(waiting.seq);
    await untilClosed(world, reported);
    expect(await receivedBy(world.bank, BANK_CODE, reported.story.accountNumber)).toEqual([42_000_000]);
    const closed = accepted(await world.call('auditor', reported.path)).body;
    expect(closed).toMatchObject({ status: 'closed', payouts: [{ state: 'confirmed', amount: 42_000_000 }], missing: [] });
  }, 90_000);

  test('then refuses every further command in words, the same way for everybody who may see it', async () => {
    const answer = await world.give('petugas.satu', `${reported.path}/completeness`, {});
    expect(answer.status).toBe(409);
    expect(answer.body).toEqual({
      error: 'not-allowed-in-status',
      text: expect.stringContaining('Tindakan ini tidak tersedia'),
      rule: expect.any(String),
      requestId: answer.headers.get('x-request-id'),
    });
    expect((await approve(world, reported)).body.error).toBe('not-allowed-in-status');
  });

  test('answers a repeat of an accepted command with the claim, also after it has closed, and records nothing', async () => {
    const before = await recorded(world, reported.claimId);
    const journal = await world.stores.journal.read(reported.claimId);
    const commandId = ownIdOf(journal.find(({ fact }) => fact.type === 'claim.completed')?.fact.cause ?? '');
    const repeat = await world.give('petugas.satu', `${reported.path}/completeness`, { commandId });
    expect([commandId === '', repeat.status, repeat.body.status]).toEqual([false, 200, 'closed']);
    expect((await recorded(world, reported.claimId))?.seq).toBe(before?.seq);
  });

  test('shows the reporting partner its stage and the day of payment, and neither cause, family, amount nor account', async () => {
    const answer = accepted(await world.call('staf.bpr', reported.path));
    expect(answer.body).toMatchObject({ status: 'closed', paidAt: [expect.stringMatching(/Z$/)] });
    for (const field of ['programme', 'people', 'heirs', 'payees', 'points', 'recommendation', 'payouts', 'rungs']) {
      expect(answer.body).not.toHaveProperty(field);
    }
    expect(answer.text).not.toMatch(/42\.?000\.?000|sakit|accountRef|participantId/);
    expect(answer.body.clocks.map(({ clock }: { clock: string }) => clock)).toEqual(['jkm-legal', 'partner-promise']);
  });

  test('shows officers no reference to an account either', async () => {
    expect(accepted(await world.call('petugas.satu', reported.path)).text).not.toMatch(/accountRef|accountNumber|participantId/);
  });

  test('shows the family, for number and code, that the money is there', async () => {
    const form = new URLSearchParams({ claim: reported.claimId.toLowerCase(), secret: world.statusSecret(reported.claimId) }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const page = await world.call(undefined, '/status', { method: 'POST', body: form, headers });
    expect(page.status).toBe(200);
    const shown = visibleText(page.text);
    expect(shown).toContain('Santunan sudah dibayar dan klaim ini selesai.');
    expect(shown).toContain(
      `Rp42.000.000 empat puluh dua juta rupiah Ke rekening ···${reported.story.accountNumber.slice(-4)}: sudah masuk`,
    );
  });

  test('is told by `santun explain` from the journal, with its proof', async () => {
    const source = { url: testStack().mongoUrl(world.database), name: 'uji' };
    const { code, stdout } = await runExplain([reported.claimId], { source });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Status +selesai/);
    expect(stdout).toMatch(/Rantai jurnal utuh: (\d+) fakta.*\n.*sama dengan lipatan jurnal sampai fakta \1\./);
    expect(stdout).toMatch(/perintah ke-1; referensi bank \S+; dibayar/);
    expect(stdout).not.toMatch(new RegExp(`Pasangan Contoh|Peserta Contoh|${reported.story.accountNumber}|\\d{16}`));
    const facts = (await runExplain([reported.claimId, '--json'], { source })).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_fact, index) => index + 1));
    expect(facts.at(-1)).toMatchObject({ fact: { type: 'claim.closed' }, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('is one of those `santun explain` knows; another number is answered with what to check', async () => {
    const source = { url: testStack().mongoUrl(world.database), name: 'uji' };
    const { code, stderr } = await runExplain(['STN-ABCDE-FGHJK'], { source });
    expect(code).toBe(1);
    expect(stderr).toContain('Klaim STN-ABCDE-FGHJK tidak ada di basis data ini.');
  });
});

describe('two people, or one person twice', () => {
  let reported: Reported;
  beforeAll(async () => {
    reported = await reportDeath(world, 2);
    await workUpTo('complete', world, reported);
  }, 60_000);

  test('a button pressed twice counts once and answers the same, even when both presses travel together', async () => {
    const triage = { programme: 'jkm', reason: 'Sakit menahun.', commandId: 'triase-satu-kali' };
    const before = accepted(await world.call('petugas.satu', reported.path)).body.seq;
    const pressed = await Promise.all([1, 2, 3].map(() => world.give('petugas.satu', `${reported.path}/triage`, triage)));
    expect(pressed.map(({ status }) => status)).toEqual([200, 200, 200]);
    const again = accepted(await world.give('petugas.satu', `${reported.path}/triage`, triage)).body;
    expect(again.seq).toBe(before + 1);
    expect(new Set(pressed.map(({ body }) => body.seq))).toEqual(new Set([again.seq]));
    const journal = await world.stores.journal.read(reported.claimId);
    expect(journal.filter(({ fact }) => ownIdOf(fact.cause) === 'triase-satu-kali')).toHaveLength(1);
  });

  test('two officers who complete one claim at once are both answered, and it is complete once', async () => {
    const other = await reportDeath(world, 3);
    const { body: claim } = accepted(await world.call('petugas.satu', other.path));
    const verdicts = claim.papers.map(({ documentId }: { documentId: string }) => ({ documentId, verdict: 'ok' }));
    accepted(await world.give('petugas.dua', `${other.path}/document-verdicts`, { verdicts }));
    const answers = await Promise.all(
      ['petugas.satu', 'petugas.dua'].map((officer) => world.give(officer, `${other.path}/completeness`, {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.error).toBe('not-allowed-in-status');
    const journal = await world.stores.journal.read(other.claimId);
    expect(journal.filter(({ fact }) => fact.type === 'claim.completed')).toHaveLength(1);
  }, 60_000);

  test('who made a recommendation does not decide it, and an officer never does', async () => {
    const { body: claim } = accepted(await world.call('petugas.satu', reported.path));
    accepted(await world.give('petugas.satu', `${reported.path}/heirs`, { people: claim.people }));
    accepted(await world.give('petugas.satu', `${reported.path}/payee-account`, reported.payee));
    accepted(await world.give('petugas.satu', `${reported.path}/recommendation`, { outcome: 'pay' }));
    const decisions = POINTS.map((point) => ({ point, verdict: 'approve' }));
    const refused = await world.give('petugas.satu', `${reported.path}/decisions`, { decisions });
    expect([refused.status, refused.body.error]).toEqual([409, 'not-your-role']);
  }, 60_000);

  test('a point returned sends the claim back with the reason, and the partner never reads the approver’s words', async () => {
    const decisions = POINTS.map((point) =>
      point === 'amount' ? { point, verdict: 'return', reason: 'other', text: 'Hitung ulang.' } : { point, verdict: 'approve' },
    );
    const answer = accepted(await world.give('penyetuju.satu', `${reported.path}/decisions`, { decisions }));
    expect(answer.body).toMatchObject({ status: 'verifying', points: { amount: { verdict: 'returned', text: 'Hitung ulang.' } } });
    expect((await world.call('staf.bpr', reported.path)).text).not.toContain('Hitung ulang');
  });
});

describe('the account of a payee', () => {
  let reported: Reported;
  const confirm = (more: object) => world.give('petugas.satu', `${reported.path}/payee-account`, { ...reported.payee, ...more });
  beforeAll(async () => {
    reported = await reportDeath(world, 4);
    await workUpTo('payee', world, reported);
  }, 60_000);

  test('that the bank says belongs to somebody else is refused, with what to look at', async () => {
    const account = { bankCode: BANK_CODE, accountNumber: '1309999000001', holderName: 'TOKO MAJU CONTOH' };
    await world.bank.openAccount(account);
    const { status, body } = await confirm({ accountNumber: account.accountNumber });
    expect([status, body.error]).toEqual([409, 'point-open']);
    expect(body.text).toContain('Nama pemilik rekening menurut bank berbeda');
  });

  test('whose owner an officer renamed to fit the bank is marked for the second person', async () => {
    const payee = { payeeClass: 'heirs', personId: 'pasangan' };
    const names = { personName: 'Pasangan Contoh 4', declaredName: 'Pasangan Contoh 4', holderName: 'PASANGAN CONTOH 4' };
    const own = { bankCode: BANK_CODE, lastDigits: reported.story.accountNumber.slice(-4), ...names, similarityBasisPoints: 10_000 };
    expect((await world.call('penyetuju.satu', reported.path)).body.payees).toEqual([{ ...payee, holderMatch: 'match', account: own }]);
    const fitted = accepted(await confirm({ accountNumber: '1309999000001', personName: 'Toko Maju Contoh' }));
    const [other] = fitted.body.payees;
    const typed = { personName: 'Toko Maju Contoh', declaredName: 'Pasangan Contoh 4', holderName: 'TOKO MAJU CONTOH' };
    expect(other).toMatchObject({ ...payee, holderMatch: 'ask', account: { lastDigits: '0001', ...typed } });
    // As alike as the bank's name and the one on file, not the one that was typed to fit.
    expect(other.account.similarityBasisPoints).toBeLessThan(6_000);
  });

  test('that was confirmed is confirmed once: the same press again asks no bank', async () => {
    const commandId = 'rekening-sekali-saja';
    const { seq } = accepted(await confirm({ commandId })).body;
    await world.bank.fault({ kind: 'outage', times: 1 });
    expect(accepted(await confirm({ commandId })).body.seq).toBe(seq);
    expect((await confirm({})).status).toBe(503);
  });

  test('of a partner institution is refused, whoever owns it by name', async () => {
    const { accountNumber } = reported.story;
    const holderName = 'BPR Contoh';
    await world.stores.partnerAccounts.keep([
      { institutionId: 'bpr-contoh', kind: 'institution', holderName, bankCode: BANK_CODE, accountNumber },
    ]);
    const { status, body } = await confirm({});
    expect([status, body.error]).toEqual([409, 'payee-is-partner']);
  });
});
