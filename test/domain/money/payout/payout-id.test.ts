import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { BANK_PROFILES } from '#adapters/bank/bank-profiles.ts';
import { sha256Hex } from '#domain/format/sha256.ts';
import { newReference } from '#domain/money/payout/bank-profile.ts';
import { externalId, partnerReference, payoutId, payoutWorkflowId, shortReference } from '#domain/money/payout/payout-id.ts';

const word = fc.stringMatching(/^[A-Za-z0-9:_/-]{1,20}$/);
const line = fc.tuple(word, fc.integer({ min: 1, max: 99 }), word, word, word);
const make = (parts: readonly [string, number, string, string, string]) => payoutId(...parts);
const sample = payoutId('JKM-2026-000123', 1, 'jkm-cash', 'once', 'heir-class-1');

test('the written-out hash is SHA-256', () => {
  const ascii = fc.string({ unit: 'binary-ascii', maxLength: 300 });
  fc.assert(fc.property(ascii, (text) => sha256Hex(text) === createHash('sha256').update(text).digest('hex')));
  expect(() => sha256Hex('é')).toThrow(RangeError);
});

test('a payout line has one id, and two lines never share one', () => {
  expect(sample).toBe('JKM-2026-000123.1.jkm-cash.once.heir-class-1');
  expect(payoutWorkflowId(sample)).toBe(`payout:${sample}`);
  fc.assert(fc.property(line, line, (a, b) => (make(a) === make(b)) === (JSON.stringify(a) === JSON.stringify(b))));
});

test('a part that could be mistaken for two parts makes no id', () => {
  expect(() => payoutId('JKM.1', 1, 'a', 'b', 'c')).toThrow(RangeError);
  expect(() => payoutId('JKM-1', 1, '', 'b', 'c')).toThrow(RangeError);
  expect(() => payoutId('JKM-1', 0, 'a', 'b', 'c')).toThrow(RangeError);
});

test('the reference at the bank fits its rails and changes only with a new issue', () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 1, max: 9_999 }), (parts, issue) => {
      const reference = partnerReference(make(parts), issue);
      return /^[A-Z0-9]{1,64}$/.test(reference) && reference === partnerReference(make(parts), issue);
    }),
  );
  expect(partnerReference(sample)).toBe(partnerReference(sample, 1));
  expect(partnerReference(sample, 2)).not.toBe(partnerReference(sample, 1));
});

test('a bank that takes twenty characters gets twenty, and another one for another line or issue', () => {
  const issue = fc.integer({ min: 1, max: 9_999 });
  fc.assert(
    fc.property(line, issue, line, issue, (a, one, b, other) => {
      const [first, second] = [shortReference(make(a), one), shortReference(make(b), other)];
      expect(first).toMatch(/^[A-Z0-9]{20}$/);
      expect(first === second).toBe(make(a) === make(b) && one === other);
      expect(newReference(BANK_PROFILES['snap-20'], make(a), one)).toBe(first);
      expect(newReference(BANK_PROFILES.snap, make(a), one)).toBe(partnerReference(make(a), one));
    }),
  );
  const many = Array.from({ length: 20_000 }, (_, n) => shortReference(payoutId(`STN-${n}`, 1, 'jkm', 'once', 'heirs')));
  expect(new Set(many).size).toBe(many.length);
});

test('every attempt is its own request at the bank, in digits only', () => {
  const attempts = [1, 2, 3, 4].flatMap((attempt) => [externalId(sample, 1, attempt), externalId(sample, 2, attempt)]);
  expect(new Set(attempts).size).toBe(8);
  for (const number of attempts) expect(number).toMatch(/^\d{36}$/);
  expect(externalId(sample, 1, 1)).toBe(attempts[0]);
});
