import fc from 'fast-check';
import { CHAIN_START, chain } from '#adapters/mongo/chain.ts';
import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import { inspectAnchor, inspectJournal } from '#cli/record/inspect-journal.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { CLAIM_ID, TOLD_AT } from '../api/claims-at.ts';

const { claim, journal } = TOLD_AT.closed();
const anchor = { _id: CLAIM_ID, seq: claim.seq, head: journal.at(-1)?.hash ?? '' };

function kinds(entries: readonly object[]): readonly (readonly [number, string])[] {
  return inspectJournal(CLAIM_ID, entries as never).breaks.map(({ seq, kind }) => [seq, kind] as const);
}

function changed(seq: number, change: (entry: JournalEntry) => object): readonly object[] {
  return journal.map((entry) => (entry.seq === seq ? change(entry) : entry));
}

function swapped(a: number, b: number, keep: readonly (keyof JournalEntry)[]): readonly object[] {
  const at = (seq: number): object => journal[seq - 1] ?? {};
  const dressed = (seq: number, as: number): object =>
    Object.fromEntries(
      Object.entries(at(seq)).map(([name, value]) => [name, keep.includes(name as never) ? Reflect.get(at(as), name) : value]),
    );
  return journal.map((entry) => {
    if (entry.seq === a) return dressed(b, a);
    return entry.seq === b ? dressed(a, b) : entry;
  });
}

test('a journal as it was recorded has no break', () => {
  const inspection = inspectJournal(CLAIM_ID, journal);
  expect(inspection.breaks).toEqual([]);
  expect(inspectAnchor(inspection, anchor)).toBeUndefined();
});

test('a changed fact is named by its number, and the facts after it stay believed', () => {
  expect(kinds(changed(5, (entry) => ({ ...entry, fact: { ...entry.fact, at: entry.fact.at + 1 } })))).toEqual([[5, 'altered']]);
});

test('a changed hash breaks the fact that carries it and the link of the next', () => {
  expect(kinds(changed(5, (entry) => ({ ...entry, hash: CHAIN_START })))).toEqual([
    [5, 'altered'],
    [6, 'unlinked'],
  ]);
});

test('a fact rewritten together with its own hash is betrayed by the next, which still names the old one', () => {
  const rewritten = (entry: JournalEntry): object =>
    chain(CLAIM_ID, entry.seq, [{ ...entry.fact, cause: 'lain' } as Fact], entry.previous)[0] ?? {};
  expect(kinds(changed(5, rewritten))).toEqual([[6, 'unlinked']]);
});

test('removed facts are one gap, and the rest is still judged', () => {
  expect(kinds(journal.filter(({ seq }) => seq !== 4))).toEqual([[4, 'missing']]);
  expect(kinds(journal.filter(({ seq }) => seq > 3))).toEqual([[1, 'missing']]);
  expect(kinds(changed(9, (entry) => ({ ...entry, hash: 'x' })).filter((entry) => Reflect.get(entry, 'seq') !== 4))).toEqual([
    [4, 'missing'],
    [9, 'altered'],
    [10, 'unlinked'],
  ]);
});

test.each([
  ['keys', ['_id']],
  ['keys and numbers', ['_id', 'seq']],
  ['contents', ['_id', 'seq', 'previous']],
] as const)('two facts with exchanged %s are both reported', (_what, keep) => {
  const found = kinds(swapped(6, 7, keep));
  expect(found.map(([seq]) => seq)).toEqual(expect.arrayContaining([6, 7]));
});

test('exchanged places are told from changed contents', () => {
  expect(kinds(swapped(6, 7, ['_id', 'seq']))).toEqual([
    [6, 'reordered'],
    [7, 'reordered'],
  ]);
});

test('a second fact under a number that exists is reported beside it', () => {
  const fourth = journal[3] ?? {};
  const copy = { ...fourth, _id: `${CLAIM_ID}:00000004b` };
  expect(kinds([...journal.slice(0, 4), copy, ...journal.slice(4)])).toEqual([[4, 'misplaced']]);
});

test('a fact of another claim under our key is not ours', () => {
  expect(kinds(changed(3, (entry) => ({ ...entry, claimId: 'STN-BBBBB-BBBBB' })))).toEqual([[3, 'misplaced']]);
});

test.each([[{ fact: 'text' }], [{ fact: null }], [{ fact: { type: 'claim.completed' } }], [{ seq: '4' }], [{ hash: 7 }]])(
  'an entry that holds %j cannot be read, and that is said of this entry only',
  (damage) => {
    expect(kinds(changed(4, (entry) => ({ ...entry, ...damage })))).toEqual([[4, 'unreadable']]);
  },
);

test('facts cut off at the end are missed by nobody but the claims document', () => {
  const short = inspectJournal(CLAIM_ID, journal.slice(0, -3));
  expect(short.breaks).toEqual([]);
  expect(inspectAnchor(short, anchor)).toMatchObject({ seq: claim.seq - 2, kind: 'truncated' });
  expect(inspectAnchor(inspectJournal(CLAIM_ID, []), anchor)).toMatchObject({ kind: 'no-journal' });
});

test('a journal written anew from some fact on is sound by itself and unlike the hash the document remembers', () => {
  const facts = journal.map(({ fact, seq }) => (seq === 5 ? ({ ...fact, cause: 'lain' } as Fact) : fact));
  const inspection = inspectJournal(CLAIM_ID, chain(CLAIM_ID, 1, facts, CHAIN_START));
  expect(inspection.breaks).toEqual([]);
  expect(inspectAnchor(inspection, anchor)).toMatchObject({ seq: claim.seq, kind: 'rewritten' });
});

test('a document behind its journal is anchored where it stands', () => {
  const behind = { _id: CLAIM_ID, seq: 5, head: journal[4]?.hash ?? '' };
  expect(inspectAnchor(inspectJournal(CLAIM_ID, journal), behind)).toBeUndefined();
  expect(inspectAnchor(inspectJournal(CLAIM_ID, journal), { ...behind, head: 'x' })).toMatchObject({ seq: 5, kind: 'rewritten' });
});

test('no single change of one stored field goes unseen', () => {
  const names = ['_id', 'claimId', 'seq', 'fact', 'previous', 'hash'] as const;
  fc.assert(
    fc.property(fc.nat(journal.length - 1), fc.constantFrom(...names), fc.anything(), (index, name, value) => {
      const entry = journal[index];
      fc.pre(entry !== undefined && JSON.stringify([entry[name]]) !== JSON.stringify([value]));
      expect(kinds(changed(index + 1, (one) => ({ ...one, [name]: value })))).not.toEqual([]);
    }),
  );
});
