import fc from 'fast-check';
import { CHAIN_START, canonicalJson, chain } from '#adapters/mongo/chain.ts';
import { claimDocument } from '#adapters/mongo/claims.model.ts';
import { READ_MODELS, type ReadModel } from '#adapters/mongo/read-models.ts';
import { compareRecord, isSame } from '#cli/rebuild/rebuild-compare.ts';
import { CLAIMS } from '#cli/record/record-kinds.ts';
import { evolve, fold } from '#domain/claim/evolve.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { CLAIM_ID, TOLD_AT } from '../api/claims-at.ts';

const { claim, journal } = TOLD_AT.closed();
const headAt = (seq: number): string => journal[seq - 1]?.hash ?? '';
const stateAt = (seq: number): ClaimState => {
  const facts = journal.slice(0, seq).map(({ fact }) => fact);
  const state = fold(CLAIM_ID, facts);
  if (!state) throw new Error('nothing was told');
  return state;
};
const STORED = claimDocument(claim, headAt(claim.seq));

function compared(claims: object | undefined, entries: readonly object[] = journal, models: readonly ReadModel[] = READ_MODELS) {
  const documents = claims ? { claims } : {};
  return compareRecord({ claimId: CLAIM_ID, entries, documents } as never, { ...CLAIMS, models });
}

test('a document that is the fold of its journal is left in peace', () => {
  expect(compared(STORED)).toEqual({ differences: [] });
  expect(isSame(STORED, JSON.parse(JSON.stringify(STORED)))).toBe(true);
});

test('two contents are the same exactly when they are written the same', () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  fc.assert(fc.property(value, value, (left, right) => isSame(left, right) === (canonicalJson([left]) === canonicalJson([right]))));
  fc.assert(fc.property(value, (one) => isSame(one, JSON.parse(JSON.stringify(one)))));
  expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(isSame({ a: 1 }, { a: 1, b: null })).toBe(false);
  expect(isSame([1, 2], { 0: 1, 1: 2 })).toBe(false);
});

test('a claim without a document gets the one its journal makes', () => {
  expect(compared(undefined)).toMatchObject({ differences: [{ kind: 'missing', seq: claim.seq, rebuilt: STORED }] });
});

test('a document from some facts ago is stale, not wrong', () => {
  const earlier = claimDocument(stateAt(5), headAt(5));
  expect(compared(earlier)).toMatchObject({ differences: [{ kind: 'stale', rebuilt: STORED, stored: earlier }] });
});

test('a different content is named by field and never by value', () => {
  const spoilt = { ...STORED, status: 'rejected', state: { ...STORED.state, generation: 7 } };
  expect(compared(spoilt)).toMatchObject({ differences: [{ kind: 'different', fields: ['state.generation', 'status'] }] });
});

test('a field nobody writes any more is a difference too', () => {
  expect(compared({ ...STORED, obsolete: true })).toMatchObject({ differences: [{ kind: 'different', fields: ['obsolete'] }] });
});

test('a document whose number cannot be read is rebuilt', () => {
  expect(compared({ ...STORED, seq: 'dua' })).toMatchObject({ differences: [{ kind: 'different', fields: ['seq'] }] });
});

test('a claim whose chain is broken is not rebuilt, whatever its document says', () => {
  const gap = journal.filter(({ seq }) => seq !== 4);
  expect(compared(undefined, gap)).toMatchObject({ obstacles: [{ seq: 4, kind: 'missing' }] });
  expect(compared(STORED, journal.slice(0, -1))).toMatchObject({ obstacles: [{ kind: 'truncated' }] });
  expect(compared({ ...STORED, head: headAt(1) })).toMatchObject({ obstacles: [{ kind: 'rewritten' }] });
  expect(compared(STORED, [])).toMatchObject({ obstacles: [{ kind: 'no-journal' }] });
});

test('a fact no release knows stops the claim and says where', () => {
  const facts = journal.map(({ fact, seq }) => (seq === 9 ? ({ ...fact, type: 'claim.vanished' } as unknown as Fact) : fact));
  expect(compared(undefined, chain(CLAIM_ID, 1, facts, CHAIN_START))).toMatchObject({ obstacles: [{ seq: 9, kind: 'unfoldable' }] });
  expect(() => evolve(claim, { type: 'claim.vanished' } as never, CLAIM_ID)).toThrow('unknown fact');
});

test('another read model is another row: it is folded from the same journal and judged by itself', () => {
  const counted: ReadModel = {
    collection: 'counts',
    document: ({ state, head, facts }) => ({ _id: state.claimId, seq: state.seq, head, many: facts.length }) as never,
  };
  const result = compared(STORED, journal, [...READ_MODELS, counted]);
  expect(result).toMatchObject({ differences: [{ kind: 'missing', model: { collection: 'counts' }, rebuilt: { many: journal.length } }] });
});
