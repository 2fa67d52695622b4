import { CHAIN_START, chain } from '#adapters/mongo/chain.ts';
import { rebuild } from '#cli/rebuild/rebuild.ts';
import { replayDecisions } from '#cli/replay-decisions/replay-decisions.ts';
import { verifyJournal } from '#cli/verify-journal/verify-journal.ts';
import { entitlementIdOf } from '#domain/entitlement-id.ts';
import type { EntitlementFact } from '#domain/scholarship/entitlement/facts.ts';
import type { Entitlement } from '#domain/scholarship/entitlement/state.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { Child } from '../domain/scholarship/entitlement/child.ts';
import { type RecordWorld, startRecordWorld } from './record-world.ts';

type Raw = { _id: string; [field: string]: unknown };
const NAMES = ['hapus', 'ubah', 'tukar', 'potong', 'utuh'] as const;
type Name = (typeof NAMES)[number];
const ID = Object.fromEntries(NAMES.map((name) => [name, entitlementIdOf(`klaim-${name}`, 'anak')])) as Record<
  Name,
  ReturnType<typeof entitlementIdOf>
>;
const entry = (name: Name, seq: number): { _id: string } => ({ _id: `${ID[name]}:${String(seq).padStart(8, '0')}` });

let world: RecordWorld;
const journal = () => world.mongo.collection<Raw>('entitlement_journal');
const documents = () => world.mongo.collection<Raw>('entitlements');
const stored = () => documents().find().sort({ _id: 1 }).toArray();

/** A child’s story with people’s decisions in it, written by the store that workers use. */
async function tell(name: Name): Promise<number> {
  const child = new Child({ claimId: `klaim-${name}`, childId: 'anak' });
  child.calendar = NTT_2026;
  child.pass(2026);
  child.prove(2026, 'tk');
  const [opened, ...facts] = child.facts;
  if (opened?.type !== 'entitlement.opened') throw new Error('not opened first');
  await world.stores.entitlements.open(ID[name], opened);
  for (const fact of facts) await world.stores.entitlements.change(ID[name], () => fact);
  return child.facts.length;
}

let last = 0;
beforeEach(async () => {
  world = await startRecordWorld('entitlement-journal');
  for (const name of NAMES) last = await tell(name);
});
afterEach(() => world.close());

test('children’s journals that people and workers wrote are whole, fold to their documents, and every decision in them is decided the same again', async () => {
  const [verified, rebuilt, replayed] = [
    await world.run(verifyJournal),
    await world.run(rebuild, ['--dry-run']),
    await world.run(replayDecisions),
  ];
  expect(verified.lines).toEqual([`0 klaim, 5 beasiswa, ${5 * last} fakta: semua rantai utuh.`]);
  expect(rebuilt.lines).toEqual([expect.stringContaining(`5 beasiswa, ${5 * last} fakta: 0 belum ada, 0 tertinggal, 0 berbeda`)]);
  // Proof, the officer’s look, the release.
  expect(replayed.lines).toEqual([expect.stringContaining(`0 klaim, 5 beasiswa, 0 rantai putus. Keputusan: ${5 * 3} sama, 0 berbeda`)]);
  expect([verified.code, rebuilt.code, replayed.code]).toEqual([0, 0, 0]);
});

test('an entry of a child that is missing, altered, swapped or cut off is found, and only those children are named', async () => {
  await journal().deleteOne(entry('hapus', 2));
  await journal().updateOne(entry('ubah', 4), { $set: { 'fact.level': 'higher' } });
  const [one, other] = [await journal().findOne(entry('tukar', 3)), await journal().findOne(entry('tukar', 4))];
  await journal().replaceOne(entry('tukar', 3), { ...other, ...entry('tukar', 3) });
  await journal().replaceOne(entry('tukar', 4), { ...one, ...entry('tukar', 4) });
  await journal().deleteOne(entry('potong', last));
  const { code, lines } = await world.run(verifyJournal, ['--json']);
  const told = lines.map((line) => JSON.parse(line) as { entitlementId?: string; seq?: number; kind?: string });
  const kinds = (name: Name) => told.filter(({ entitlementId }) => entitlementId === ID[name]).map(({ seq, kind }) => `${seq} ${kind}`);
  expect(code).toBe(1);
  expect(kinds('hapus')).toEqual(['2 missing']);
  expect(kinds('ubah')).toEqual(['4 altered']);
  expect(kinds('tukar')).toEqual(['3 reordered', '4 reordered']);
  expect(kinds('potong')).toEqual([`${last} truncated`]);
  expect(kinds('utuh')).toEqual([]);
  expect(told.at(-1)).toMatchObject({ type: 'summary', claims: 0, entitlements: 5, broken: 4 });
  const named = await world.run(verifyJournal, [ID.utuh]);
  expect([named.code, named.lines]).toEqual([0, [`0 klaim, 1 beasiswa, ${last} fakta: semua rantai utuh.`]]);
  expect((await world.run(verifyJournal, [entitlementIdOf('tidak', 'ada')])).stdout).toContain('beasiswa tidak ada di basis data ini');
});

test('documents of children that are lost, behind or wrong are made again from the journal, those of a broken one are left alone', async () => {
  const before = await stored();
  const early = await journal().findOne(entry('ubah', 2));
  await documents().deleteOne({ _id: ID.hapus });
  await documents().updateOne({ _id: ID.ubah }, { $set: { seq: 2, head: early?.hash } });
  await documents().updateOne({ _id: ID.tukar }, { $set: { institutionId: 'ksp-contoh', 'state.birthDate': '2000-01-01' } });
  await journal().deleteOne(entry('potong', 3));
  const { code, stdout } = await world.run(rebuild);
  expect(code).toBe(1);
  expect(stdout).toContain(`${ID.hapus}  entitlements: dokumen sampai fakta ${last} belum ada`);
  expect(stdout).toContain(`${ID.ubah}  entitlements: dokumen sampai fakta ${last} tertinggal`);
  expect(stdout).toContain(`${ID.tukar}  entitlements: dokumen sampai fakta ${last} isinya berbeda: institutionId, state.birthDate`);
  expect(stdout).toContain(`${ID.potong}  TIDAK DIBANGUN, fakta 3: tidak ada`);
  expect(await stored()).toEqual(before);
  expect((await world.run(rebuild, [ID.hapus, ID.ubah, ID.tukar])).stdout).toContain('0 belum ada, 0 tertinggal, 0 berbeda');
});

test('an amount written over, with every hash made anew, is what only deciding again can tell', async () => {
  const entries = await world.stores.entitlements.journal(ID.ubah);
  const facts = entries.map(({ fact }) => fact as unknown as EntitlementFact);
  const dearer = facts.map((fact) => (fact.type === 'year.verified' ? { ...fact, amount: 12_000_000 } : fact));
  const forged = chain(ID.ubah, 1, dearer as never, CHAIN_START);
  await journal().deleteMany({ _id: { $in: forged.map(({ _id }) => _id) } });
  await journal().insertMany(forged as never);
  const state = (await documents().findOne({ _id: ID.ubah }))?.state as Entitlement;
  const years = state.years.map((line) => ({ ...line, amount: 12_000_000 }));
  await documents().updateOne({ _id: ID.ubah }, { $set: { head: forged.at(-1)?.hash, 'state.years': years } });
  expect((await world.run(verifyJournal)).code).toBe(0);
  const { code, lines } = await world.run(replayDecisions, [ID.ubah, '--json']);
  expect(code).toBe(1);
  const decision = lines.map((line) => JSON.parse(line)).find(({ command }) => command === 'verifyProof');
  expect(decision).toMatchObject({
    entitlementId: ID.ubah,
    verdict: 'differs',
    differences: [{ field: '0.amount', old: '12000000', new: '1500000' }],
  });
});
