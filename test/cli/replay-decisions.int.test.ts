import { replayDecisions } from '#cli/replay-decisions/replay-decisions.ts';
import { verifyJournal } from '#cli/verify-journal/verify-journal.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { factsOf, type RecordWorld, startRecordWorld } from './record-world.ts';
import { runCommand } from './run-command.ts';

const DECISIONS = factsOf('STN-ABCDE-FGHJK').filter(({ receipt }) => receipt !== undefined).length;
let world: RecordWorld;
beforeEach(async () => {
  world = await startRecordWorld('replay');
});
afterEach(() => world.close());

test('every decision of recorded claims is decided again the same way', async () => {
  await world.closedClaim();
  await world.closedClaim();
  const { code, lines } = await world.run(replayDecisions);
  expect(code).toBe(0);
  expect(lines).toEqual([expect.stringContaining(`2 klaim, 0 beasiswa, 0 rantai putus. Keputusan: ${2 * DECISIONS} sama, 0 berbeda`)]);
  expect(DECISIONS).toBeGreaterThan(5);
});

test('an amount changed together with every hash and the document deceives the chain, not the rules', async () => {
  const [claimId] = [await world.closedClaim(), await world.closedClaim()];
  const raised = factsOf(claimId).map((fact) =>
    'total' in fact && fact.total === 42_000_000 ? ({ ...fact, total: 43_000_000 } as Fact) : fact,
  );
  await world.rewrite(claimId, raised);
  expect((await world.run(verifyJournal)).code).toBe(0);

  const { code, lines } = await world.run(replayDecisions, ['--json']);
  expect(code).toBe(1);
  const told = lines.map((line) => JSON.parse(line) as { claimId?: string; command?: string; differences?: readonly object[] });
  expect(told.slice(0, -1).map((line) => line.claimId)).toEqual(told.slice(0, -1).map(() => claimId));
  expect(told.find(({ command }) => command === 'recommend')?.differences).toContainEqual({
    field: expect.stringMatching(/^\d+\.total$/),
    old: '43000000',
    new: '42000000',
  });
  const people = await world.run(replayDecisions, [claimId]);
  expect(people.stdout).toMatch(
    /recommend \(perintah-\d+\): BERBEDA dari putusan menurut aturan\n +\d+\.total: tercatat 43000000, menurut aturan 42000000/,
  );
});

test('a broken chain is reported with the decisions nothing proves any more', async () => {
  const claimId = await world.closedClaim();
  await world.journal.updateOne(world.entry(claimId, 8), { $set: { 'fact.at': 1 } });
  const { code, stdout } = await world.run(replayDecisions);
  expect(code).toBe(1);
  expect(stdout).toContain(`${claimId}  rantai, fakta 8: isinya tidak cocok dengan sidiknya`);
  expect(stdout).toContain('tidak terbukti: rantainya putus pada atau sebelum faktanya');
});

test('a calendar that is kept no more is named, and the command ends with 1', async () => {
  await world.closedClaim();
  await world.mongo.collection('calendars').deleteMany({});
  const { code, stdout } = await world.run(replayDecisions);
  expect(code).toBe(1);
  expect(stdout).toContain(`kalender ${NTT_2026.id}:${NTT_2026.version} tidak ada`);
  expect(stdout).toContain(`${DECISIONS} tanpa kalender`);
});

test('--since leaves out what was decided before that day', async () => {
  await world.closedClaim();
  expect((await world.run(replayDecisions, ['--since', '2026-03-17'])).stdout).toContain(`${DECISIONS} sama`);
  expect((await world.run(replayDecisions, ['--since', '2026-03-18'])).stdout).toContain('Keputusan: 0 sama');
});

test('a claim that is not there is said not to be', async () => {
  const { code, stdout } = await world.run(replayDecisions, [world.nextId()]);
  expect(code).toBe(1);
  expect(stdout).toContain('klaim tidak ada di basis data ini');
});

test('a store that does not answer is a sentence and exit code 1', async () => {
  const source = { url: 'mongodb://127.0.0.1:1/santun', name: 'tempat uji' };
  const { code, stderr } = await runCommand((io) => replayDecisions([], io, { source }));
  expect(code).toBe(1);
  expect(stderr).toContain('Basis data tidak menjawab.');
}, 20_000);
