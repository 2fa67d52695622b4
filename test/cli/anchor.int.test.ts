import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anchor } from '#cli/anchor/anchor.ts';
import { anchorFiles } from '#cli/anchor/anchor-file.ts';
import { verifyJournal } from '#cli/verify-journal/verify-journal.ts';
import { instant } from '#domain/time/calendar/instant.ts';
import { factsOf, type RecordWorld, startRecordWorld } from './record-world.ts';
import { runCommand } from './run-command.ts';

const NIGHT = instant('2027-03-04T18:00:00Z');
const DAY = 86_400_000;

let world: RecordWorld;
let dir: string;
beforeEach(async () => {
  world = await startRecordWorld('anchor');
  dir = mkdtempSync(join(tmpdir(), 'santun-anchors-'));
});
afterEach(async () => {
  rmSync(dir, { recursive: true });
  await world.close();
});

const run = (verb: string, night = NIGHT, more: readonly string[] = []) =>
  runCommand((io) => anchor([verb, '--dir', dir, ...more], io, { source: world.source, now: () => night }));

test('a journal rewritten with its chain by whoever may write to the store is sound to itself, and is found by the anchor', async () => {
  expect((await run('make-key')).code).toBe(0);
  const [rewritten, sound] = [await world.closedClaim(), await world.closedClaim()];
  expect((await run('write')).stdout).toContain('2 jurnal');
  expect(await run('verify')).toMatchObject({ code: 0, stdout: 'Utuh: 1 jangkar cocok dengan jurnal.\n' });
  const [first, ...rest] = factsOf(rewritten);
  await world.rewrite(rewritten, [{ ...first, institutionId: 'lembaga-lain' } as never, ...rest]);
  expect((await world.run(verifyJournal)).code).toBe(0);
  const { code, stderr } = await run('verify');
  expect(code).toBe(1);
  expect(stderr).toContain(`${rewritten}: ditulis ulang sesudah anchor-`);
  expect(stderr).not.toContain(sound);
});

test('a claim that goes on, and new ones, are no rewriting; a claim that is gone is', async () => {
  await run('make-key');
  const id = world.nextId();
  const facts = factsOf(id);
  await world.recordFacts({ claimId: id, firstSeq: 1, facts: facts.slice(0, 3) });
  await run('write');
  await world.recordFacts({ claimId: id, firstSeq: 4, facts: facts.slice(3) });
  const later = await world.closedClaim();
  await run('write', NIGHT + DAY);
  expect((await run('verify')).stdout).toContain('Utuh: 2 jangkar');
  await world.journal.deleteMany({ _id: { $gt: `${later}:`, $lt: `${later};` } });
  expect((await run('verify')).stderr).toContain(`${later}: ditulis ulang`);
});

test('an anchor changed by hand, signed by another key, or taken out of the row is told by name', async () => {
  await run('make-key');
  await world.closedClaim();
  for (const night of [0, 1, 2]) await run('write', NIGHT + night * DAY);
  const [first = '', second = '', third = ''] = anchorFiles(dir);
  const content = readFileSync(join(dir, third), 'utf8');
  writeFileSync(join(dir, third), content.replace('"seq":', '"seq": '));
  expect((await run('verify')).stderr).toContain(`${third}: isinya bukan yang ditandatangani`);
  writeFileSync(join(dir, third), content);
  rmSync(join(dir, second));
  expect((await run('verify')).stderr).toContain(`${third}: jangkar sebelum ini hilang atau diganti`);
  const other = mkdtempSync(join(tmpdir(), 'santun-anchors-'));
  await runCommand((io) => anchor(['make-key', '--dir', other], io));
  const stranger = await run('verify', NIGHT, ['--public', join(other, 'anchor-key.pub.pem')]);
  expect(stranger.stderr).toContain(`${first}: tanda tangannya bukan dari kunci ini`);
  rmSync(other, { recursive: true });
});

test('the secret key is its owner’s alone and is never written over; without one nothing is begun', async () => {
  expect((await run('write')).stderr).toContain('santun anchor make-key');
  await run('make-key');
  expect(statSync(join(dir, 'anchor-key.pem')).mode & 0o077).toBe(0);
  expect((await run('make-key')).code).toBe(1);
  expect((await run('verify')).stderr).toContain('Tidak ada jangkar');
  expect((await runCommand((io) => anchor(['apa'], io))).code).toBe(2);
});
