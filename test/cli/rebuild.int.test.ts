import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { CHAIN_START, chain } from '#adapters/mongo/chain.ts';
import { rebuild } from '#cli/rebuild/rebuild.ts';
import { realNow } from '../support/real-clock.ts';
import { until } from '../support/until.ts';
import { factsOf, LAST, type RecordWorld, startRecordWorld } from './record-world.ts';
import { runCommand } from './run-command.ts';

let world: RecordWorld;
beforeEach(async () => {
  world = await startRecordWorld('rebuild');
});
afterEach(() => world.close());

const NOTHING = '0 belum ada, 0 tertinggal, 0 berbeda';

test('what workers recorded is exactly what the journal makes: nothing to repair, not even in a field', async () => {
  await world.closedClaim();
  const { code, lines } = await world.run(rebuild, ['--dry-run']);
  expect(code).toBe(0);
  expect(lines).toEqual([`1 klaim, 0 beasiswa, ${LAST} fakta: ${NOTHING}; tidak ada yang ditulis (--dry-run).`]);
});

test('missing, stale and different documents are named before they are repaired, and equal to the journal afterwards', async () => {
  const [missing, stale, different, sound] = [
    await world.closedClaim(),
    await world.closedClaim(),
    await world.closedClaim(),
    await world.closedClaim(),
  ];
  const before = await world.claims.find().sort({ _id: 1 }).toArray();
  const early = world.nextId();
  await world.recordFacts({ claimId: early, firstSeq: 1, facts: factsOf(early).slice(0, 3) });
  const old = await world.claims.findOne({ _id: early });
  await world.claims.deleteOne({ _id: missing });
  await world.claims.updateOne({ _id: different }, { $set: { status: 'rejected', 'state.generation': 4, stray: 1 } });
  await world.claims.replaceOne({ _id: stale }, { ...old, _id: stale, head: (await world.journal.findOne(world.entry(stale, 3)))?.hash });

  const dry = await world.run(rebuild, ['--dry-run', '--json']);
  expect(dry.code).toBe(1);
  expect(dry.lines.map((line) => JSON.parse(line))).toEqual([
    { type: 'difference', claimId: missing, collection: 'claims', kind: 'missing', seq: LAST, fields: [] },
    { type: 'difference', claimId: stale, collection: 'claims', kind: 'stale', seq: LAST, fields: [] },
    {
      type: 'difference',
      claimId: different,
      collection: 'claims',
      kind: 'different',
      seq: LAST,
      fields: ['state.generation', 'status', 'stray'],
    },
    { type: 'summary', claims: 5, entitlements: 0, facts: 4 * LAST + 3, missing: 1, stale: 1, different: 1, unrepaired: 3, blocked: 0 },
  ]);
  expect(await world.claims.findOne({ _id: missing })).toBeNull();
  expect(await world.mongo.collection('rebuilds').countDocuments()).toBe(0);

  const real = await world.run(rebuild);
  expect(real.code).toBe(0);
  expect(real.stdout).toContain(`${missing}  claims: dokumen sampai fakta ${LAST} belum ada`);
  expect(real.stdout).toContain(`${different}  claims: dokumen sampai fakta ${LAST} isinya berbeda: state.generation, status, stray`);
  expect(
    await world.claims
      .find({ _id: { $ne: early } })
      .sort({ _id: 1 })
      .toArray(),
  ).toEqual(before);
  expect((await world.run(rebuild)).stdout).toContain(NOTHING);
  expect(sound).not.toBe(early);
});

test('a claim whose chain is broken is not rebuilt but reported, and the others are', async () => {
  const [broken, cut, fine] = [await world.closedClaim(), await world.closedClaim(), await world.closedClaim()];
  await world.journal.deleteOne(world.entry(broken, 7));
  await world.journal.deleteOne(world.entry(cut, LAST));
  await world.claims.deleteMany({ _id: { $in: [broken, fine] } });
  const { code, stdout } = await world.run(rebuild);
  expect(code).toBe(1);
  expect(stdout).toContain(`${broken}  TIDAK DIBANGUN, fakta 7: tidak ada`);
  expect(stdout).toContain(`${cut}  TIDAK DIBANGUN, fakta ${LAST}: jurnal berhenti pada ${LAST - 1}, dokumen klaim sampai ${LAST}`);
  expect(stdout).toContain('2 TIDAK dibangun');
  expect(await world.claims.findOne({ _id: broken })).toBeNull();
  expect(await world.claims.findOne({ _id: cut })).toMatchObject({ seq: LAST });
  expect(await world.claims.findOne({ _id: fine })).toMatchObject({ seq: LAST, status: 'closed' });
});

test('named claims are rebuilt alone, and a claim that is not there is said not to be', async () => {
  const [one, other] = [await world.closedClaim(), await world.closedClaim()];
  await world.claims.deleteMany({});
  expect((await world.run(rebuild, [one])).code).toBe(0);
  expect(await world.claims.findOne({ _id: one })).toMatchObject({ seq: LAST });
  expect(await world.claims.findOne({ _id: other })).toBeNull();
  const absent = await world.run(rebuild, [world.nextId()]);
  expect(absent.code).toBe(1);
  expect(absent.stdout).toContain('klaim tidak ada di basis data ini');
});

test('while workers keep recording, a rebuild overwrites nothing newer and leaves nothing older', async () => {
  const claimIds = Array.from({ length: 30 }, () => world.nextId());
  const recording = Promise.all(
    claimIds.map(async (claimId) => {
      for (const [index, fact] of factsOf(claimId).entries()) await world.recordFacts({ claimId, firstSeq: index + 1, facts: [fact] });
    }),
  );
  let isDone = false;
  const done = recording.then(() => {
    isDone = true;
  });
  while (!isDone) {
    // Workers fold a spoilt document on; a lost one they do not miss.
    await world.claims.deleteOne({ _id: claimIds[3] ?? '' });
    await world.claims.updateOne({ _id: claimIds[4] ?? '' }, { $set: { branchId: 'salah', 'state.branchId': 'salah' } });
    await world.run(rebuild);
  }
  await done;
  await world.run(rebuild);
  const { lines } = await world.run(rebuild, ['--dry-run']);
  expect(lines).toEqual([`30 klaim, 0 beasiswa, ${30 * LAST} fakta: ${NOTHING}; tidak ada yang ditulis (--dry-run).`]);
  const documents = await world.claims.find().toArray();
  expect(documents.map(({ seq, status, branchId }) => [seq, status, branchId])).toEqual(
    documents.map(() => [LAST, 'closed', documents[0]?.branchId]),
  );
}, 60_000);

test('a rebuild that was killed goes on where its last batch ended, and says so', async () => {
  const claimIds = [await world.closedClaim(), await world.closedClaim(), await world.closedClaim()];
  await world.claims.deleteMany({});
  // As a process leaves it that died after the batch of the first claim.
  const counts = { claims: 1, facts: LAST, missing: 1, stale: 0, different: 0, unrepaired: 0, blocked: 0 };
  const now = realNow();
  await world.mongo
    .collection<{ _id: string }>('rebuilds')
    .insertOne({ _id: 'rebuild:claims', startedAt: now, updatedAt: now, after: claimIds[0] ?? '', counts } as never);
  const { code, stderr, lines } = await world.run(rebuild);
  expect(code).toBe(0);
  expect(stderr).toContain(`Meneruskan setelah ${claimIds[0]}`);
  expect(lines.at(-1)).toContain(`3 klaim, 0 beasiswa, ${3 * LAST} fakta: 3 belum ada`);
  expect((await world.claims.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual(claimIds.slice(1));

  const again = await world.run(rebuild, ['--from-start']);
  expect(again.stderr).not.toContain('Meneruskan');
  expect(again.lines.at(-1)).toContain('1 belum ada');
});

test('a rebuild killed outright amid the work goes on when started again, and in the end nothing is missing', async () => {
  const claimIds = Array.from({ length: 1_000 }, () => world.nextId());
  for (let from = 0; from < claimIds.length; from += 100) {
    const batch = claimIds.slice(from, from + 100).flatMap((claimId) => chain(claimId, 1, factsOf(claimId), CHAIN_START));
    await world.journal.insertMany(batch as never);
  }
  const progress = world.mongo.collection<{ _id: string }>('rebuilds');
  const child = spawnRebuild(world.source.url);
  const dead = once(child, 'exit');
  const caught = await until('the first batch to be done', async () => (await progress.findOne({ _id: 'rebuild:claims' })) ?? undefined);
  child.kill('SIGKILL');
  expect((await dead)[1]).toBe('SIGKILL');
  expect(caught).toMatchObject({ counts: { blocked: 0, unrepaired: 0 } });

  const second = await world.run(rebuild);
  expect(second.code).toBe(0);
  expect(second.stderr).toMatch(/Meneruskan setelah STN-/);
  expect(await world.claims.countDocuments()).toBe(claimIds.length);
  expect(await progress.countDocuments()).toBe(0);
  expect((await world.run(rebuild, ['--dry-run'])).lines).toEqual([expect.stringContaining(NOTHING)]);
}, 60_000);

function spawnRebuild(url: string): ChildProcess {
  const flags = ['--disable-warning=ExperimentalWarning'];
  return spawn(join(process.cwd(), 'node_modules', 'node', 'bin', 'node'), [...flags, 'workers/santun.ts', 'rebuild'], {
    env: { ...process.env, SANTUN_MONGO_URL: url },
    stdio: 'ignore',
  });
}

test('progress of more than a day ago is not believed', async () => {
  const claimId = await world.closedClaim();
  await world.claims.deleteMany({});
  const old = realNow() - 25 * 3_600_000;
  await world.mongo
    .collection<{ _id: string }>('rebuilds')
    .insertOne({ _id: 'rebuild:claims', startedAt: old, updatedAt: old, after: claimId, counts: {} } as never);
  expect((await world.run(rebuild)).lines.at(-1)).toContain('1 belum ada');
});

test('a store that does not answer is a sentence and exit code 1', async () => {
  const source = { url: 'mongodb://127.0.0.1:1/santun', name: 'tempat uji' };
  const { code, stderr } = await runCommand((io) => rebuild([], io, { source }));
  expect(code).toBe(1);
  expect(stderr).toContain('Basis data tidak menjawab.');
}, 20_000);
