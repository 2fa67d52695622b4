import fc from 'fast-check';
import { CHAIN_START, canonicalJson, hashOf } from '#adapters/mongo/chain.ts';
import type { Fact } from '#domain/claim/facts.ts';

/** The definition, as slow as it is short: every object with its keys sorted, written by JSON.stringify. */
function oracle(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => Number(a > b) - Number(a < b)));
  });
}

test('the same content has the same text in whatever order it was written', () => {
  expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[{"d":1}]}');
  expect(canonicalJson({ a: null, b: [{ d: 1 }] })).toBe('{"a":null,"b":[{"d":1}]}');
  expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
});

test('any content is written as its definition says, names like __proto__, numbers as names and broken characters included', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', '10', '9', 'toString', '\ud800'));
  const { tree } = fc.letrec((tie) => ({
    leaf: fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined)),
    tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), fc.array(tie('tree')), fc.dictionary(name, tie('tree'))),
  }));
  fc.assert(fc.property(tree, (value) => canonicalJson([value]) === oracle([value])));
});

test('hashes of journals that exist are never computed otherwise', () => {
  const fact = { type: 'claim.completed', at: 1_772_413_200_000, actor: { role: 'officer', id: 'petugas-1' }, cause: 'perintah-1' } as Fact;
  expect(hashOf('STN-ABCDE-FGHJK', 3, fact, CHAIN_START)).toBe('a2e314a616b2e6783eb06e833fc2bc1db937b83af4d587c9cff44ea1e7bcd883');
});
