import { PassThrough, Writable } from 'node:stream';
import { verifyJournal } from '#cli/verify-journal/verify-journal.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { factsOf, LAST, type RecordWorld, startRecordWorld } from './record-world.ts';
import { runCommand } from './run-command.ts';

let world: RecordWorld;
beforeEach(async () => {
  world = await startRecordWorld('verify');
});
afterEach(() => world.close());

test('a journal that workers recorded is sound: one summary and exit code 0', async () => {
  for (let claim = 0; claim < 3; claim++) await world.closedClaim();
  const { code, lines, stderr } = await world.run(verifyJournal);
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'Membaca uji\n' });
  expect(lines).toEqual([`3 klaim, 0 beasiswa, ${3 * LAST} fakta: semua rantai utuh.`]);
});

test('every kind of damage is found in one pass, each claim by itself, and the sound ones stay sound', async () => {
  const { journal, entry } = world;
  const [altered, removed, swapped, rehashed, cut, unreadable, gone, sound] = await Promise.all(
    Array.from({ length: 8 }, () => world.closedClaim()),
  );
  if (!altered || !removed || !swapped || !rehashed || !cut || !unreadable || !gone || !sound) throw new Error('eight were made');
  await journal.updateOne(entry(altered, 5), { $set: { 'fact.at': 1 } });
  await journal.deleteOne(entry(removed, 7));
  const [six, seven] = [await journal.findOne(entry(swapped, 6)), await journal.findOne(entry(swapped, 7))];
  await journal.replaceOne(entry(swapped, 6), { ...seven, ...entry(swapped, 6) });
  await journal.replaceOne(entry(swapped, 7), { ...six, ...entry(swapped, 7) });
  await journal.updateOne(entry(rehashed, 3), { $set: { hash: 'f'.repeat(64) } });
  await journal.deleteMany({ _id: { $gte: entry(cut, LAST - 1)._id, $lt: `${cut};` } });
  await journal.updateOne(entry(unreadable, 2), { $set: { fact: 'bukan fakta' } });
  await journal.deleteMany({ _id: { $gt: `${gone}:`, $lt: `${gone};` } });
  await journal.insertOne({ _id: 7 as never, claimId: sound });

  const { code, lines } = await world.run(verifyJournal, ['--json']);
  const told = lines.map((line) => JSON.parse(line) as { type: string; claimId: string; seq: number; kind: string; why: string });
  expect(code).toBe(1);
  const kinds = told.filter(({ type }) => type === 'break').map(({ claimId, seq, kind }) => [claimId, seq, kind]);
  expect(kinds.sort()).toEqual(
    [
      [altered, 5, 'altered'],
      [removed, 7, 'missing'],
      [swapped, 6, 'reordered'],
      [swapped, 7, 'reordered'],
      [rehashed, 3, 'altered'],
      [rehashed, 4, 'unlinked'],
      [cut, LAST - 1, 'truncated'],
      [unreadable, 2, 'unreadable'],
      [gone, 1, 'no-journal'],
      [sound, 0, 'misplaced'],
    ].sort(),
  );
  expect(told.at(-1)).toMatchObject({ type: 'summary', claims: 8, broken: 8 });

  const people = await world.run(verifyJournal);
  expect(people.stdout).toContain(`${altered}  fakta 5: isinya tidak cocok dengan sidiknya`);
  expect(people.stdout).toContain('8 PUTUS. Jangan perbaiki apa pun; hubungi auditor.');
});

test('a journal written anew with fitting hashes is betrayed by the hash its document remembers', async () => {
  const claimId = await world.closedClaim();
  const head = (await world.claims.findOne({ _id: claimId }))?.head;
  await world.rewrite(
    claimId,
    factsOf(claimId).map((fact, index) => (index === 4 ? ({ ...fact, cause: 'lain' } as Fact) : fact)),
  );
  await world.claims.updateOne({ _id: claimId }, { $set: { head } });
  const { code, stdout } = await world.run(verifyJournal);
  expect(code).toBe(1);
  expect(stdout).toContain(`${claimId}  fakta ${LAST}: sidiknya bukan yang dicatat dokumen klaim`);
});

test('named claims are verified alone, and a claim that is not there is said not to be', async () => {
  const [broken, sound] = [await world.closedClaim(), await world.closedClaim()];
  await world.journal.deleteOne(world.entry(broken, 7));
  expect((await world.run(verifyJournal, [sound])).code).toBe(0);
  expect((await world.run(verifyJournal, [sound, broken])).stdout).toContain(`${broken}  fakta 7: tidak ada`);
  const absent = await world.run(verifyJournal, [world.nextId()]);
  expect(absent.code).toBe(1);
  expect(absent.stdout).toContain('klaim tidak ada di basis data ini');
});

test('claims that go on meanwhile are never called broken', async () => {
  const claimIds = Array.from({ length: 40 }, () => world.nextId());
  const recording = Promise.all(
    claimIds.map(async (claimId) => {
      for (const [index, fact] of factsOf(claimId).entries()) await world.recordFacts({ claimId, firstSeq: index + 1, facts: [fact] });
    }),
  );
  let isDone = false;
  const done = recording.then(() => {
    isDone = true;
  });
  while (!isDone) expect((await world.run(verifyJournal)).stdout).toContain('semua rantai utuh');
  await done;
  expect((await world.run(verifyJournal)).stdout).toContain(`40 klaim, 0 beasiswa, ${40 * LAST} fakta`);
}, 60_000);

test('a reader who leaves ends the pass with 1 and without a complaint', async () => {
  await world.closedClaim();
  const stdout = new Writable({ write: (_piece, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })) });
  const io = { stdin: new PassThrough(), stdout, stderr: new PassThrough() };
  expect(await verifyJournal([], io, { source: world.source })).toBe(1);
});

test('a control character in a tampered key never reaches the terminal', async () => {
  await world.journal.insertOne({ _id: 'STN\u001b[2J:1', fact: 'x' });
  const { code, stdout } = await world.run(verifyJournal);
  expect(code).toBe(1);
  expect(stdout).toContain('STN [2J');
  expect(stdout).not.toContain('\u001b');
});

test('a store that does not answer is a sentence and exit code 1', async () => {
  const source = { url: 'mongodb://127.0.0.1:1/santun', name: 'tempat uji' };
  const { code, stdout, stderr } = await runCommand((io) => verifyJournal([], io, { source }));
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe('Membaca tempat uji\nBasis data tidak menjawab. Periksa apakah sistemnya masih berjalan, lalu coba lagi.\n');
}, 20_000);
