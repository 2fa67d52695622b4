import fc from 'fast-check';
import { rupiah } from '#domain/money/money.ts';
import { type KnownCase, nameCases } from '#domain/money/reconciliation/case-names.ts';
import { caseIdOf, type Difference, differenceId } from '#domain/money/reconciliation/difference.ts';
import { nameEntries } from '#domain/money/reconciliation/entry-names.ts';
import { matchDay } from '#domain/money/reconciliation/match.ts';
import type { DayInput } from '#domain/money/reconciliation/match-input.ts';
import type { StatementEntry, UnreadableLine } from '#domain/money/reconciliation/statement.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { DAY, garbled, makeDay, makeTransfer, NOON } from './days.ts';

const TRANSFERS = [1, 2, 3].map((n) => makeTransfer(n, { bankReference: `B${n}` }));
const BENT = [
  (text: string) => text,
  (text: string) => text.toLowerCase(),
  (text: string) => text.slice(0, 16),
  (text: string) => `  ${text} `,
];

/** Few numbers, amounts and seconds, so that entries share whatever they can share. */
const anyEntry = fc
  .record({
    n: fc.integer({ min: 1, max: 4 }),
    number: fc.integer({ min: 1, max: 3 }),
    bend: fc.integer({ min: 0, max: BENT.length }),
    amount: fc.constantFrom(42_000_000, 42_000_000, 2_500, 7),
    isIn: fc.boolean(),
    isFee: fc.boolean(),
    second: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ n, number, bend, amount, isIn, isFee, second }): StatementEntry => {
    const reference = BENT[bend]?.(makeTransfer(n).reference);
    return {
      bankReference: `B${number}`,
      ...(reference === undefined ? {} : { reference }),
      ...(isFee ? { kind: 'fee' } : {}),
      direction: isIn ? 'in' : 'out',
      amount: rupiah(amount),
      at: NOON + second * 1_000,
    };
  });
const entriesOf = fc.array(anyEntry, { maxLength: 8 });
const linesOf = fc.array(
  fc.integer({ min: 1, max: 4 }).map((n) => garbled(makeTransfer(n), { bankReference: `B${n}` })),
  { maxLength: 3 },
);
const orderOf = fc.infiniteStream(fc.nat({ max: 1_000 }));

function shuffled<T>(list: readonly T[], dice: Iterator<number>): readonly T[] {
  return list
    .map((item) => [Number(dice.next().value), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

function dayOf(entries: readonly StatementEntry[], unreadable: readonly UnreadableLine[] = []): DayInput {
  const { statement, ...rest } = makeDay(TRANSFERS, entries);
  return { ...rest, statement: { ...statement, unreadable } };
}

/** A run over the cases that are kept: what it finds, and the cases afterwards. Nothing is ever taken away from them. */
function run(input: DayInput, kept: ReadonlyMap<string, KnownCase>) {
  const { differences, present } = matchDay(input);
  const named = nameCases(differences, [...kept.values()], present);
  const after = new Map(kept);
  for (const difference of named) {
    const id = caseIdOf(difference);
    const before = after.get(id);
    const names = [...(before?.names ?? []), ...(difference.caseId === undefined ? [] : [differenceId(difference)])];
    after.set(id, { id, difference: before?.difference ?? difference, names });
  }
  return { named, kept: after };
}

test('repeating a run, in whatever order the bank lists its lines, changes no name and opens no case', () => {
  fc.assert(
    fc.property(entriesOf, linesOf, orderOf, (entries, lines, dice) => {
      const first = run(dayOf(entries, lines), new Map());
      const again = run(dayOf(shuffled(entries, dice), shuffled(lines, dice)), first.kept);
      const ids = (named: readonly Difference[]) => named.map((one) => [differenceId(one), caseIdOf(one)]);
      expect(ids(again.named)).toEqual(ids(first.named));
      expect([...again.kept.keys()]).toEqual([...first.kept.keys()]);
    }),
    { numRuns: propertyRuns },
  );
});

test('entries added by a corrected statement change the name of no entry that was there', () => {
  fc.assert(
    fc.property(entriesOf, entriesOf, orderOf, (entries, more, dice) => {
      const namesOf = (list: readonly StatementEntry[]) => nameEntries(DAY, list).map(({ name }) => name);
      const before = namesOf(entries);
      const after = namesOf(shuffled([...entries, ...more], dice));
      expect(after.length).toBe(entries.length + more.length);
      expect(new Set(after).size).toBe(after.length);
      expect(after).toEqual(expect.arrayContaining(before));
    }),
    { numRuns: propertyRuns },
  );
});

test('a case stays with its entry through any number of corrected statements, and no two differences share one', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(entriesOf, linesOf), { minLength: 1, maxLength: 4 }), (statements) => {
      let kept: ReadonlyMap<string, KnownCase> = new Map();
      const owners = new Map<string, string>();
      for (const [entries, lines] of statements) {
        const result = run(dayOf(entries, lines), kept);
        const ids = result.named.map(caseIdOf);
        expect(new Set(ids).size).toBe(ids.length);
        for (const one of result.named) {
          expect(owners.get(differenceId(one)) ?? caseIdOf(one)).toBe(caseIdOf(one));
          owners.set(differenceId(one), caseIdOf(one));
        }
        kept = result.kept;
      }
    }),
    { numRuns: propertyRuns },
  );
});

test('totals add up whatever is a fee or cannot be read: from balance to balance, and from statement to books', () => {
  fc.assert(
    fc.property(entriesOf, linesOf, fc.integer({ min: -100_000_000, max: 100_000_000 }), (entries, lines, hidden) => {
      const input = dayOf(entries, lines);
      const moved = lines.length === 0 ? 0 : hidden;
      const { totals, differences } = matchDay({ ...input, statement: { ...input.statement, closing: input.statement.closing - moved } });
      const { opening, closing, out, in: into, fees, unreadable, difference, shifted, unexplained, confirmed, reversed } = totals;
      expect(opening - closing).toBe(out.amount - into.amount + (fees?.amount ?? 0) + (unreadable?.amount ?? 0));
      expect(out.count + into.count + (fees?.count ?? 0)).toBe(entries.length);
      expect(out.amount - into.amount - (confirmed.amount - reversed.amount)).toBe(difference);
      expect(unexplained + shifted.reduce((sum, { amount }) => sum + amount, 0)).toBe(difference);
      expect(unexplained).toBe(differences.reduce((sum, { effect }) => sum + effect, 0));
      expect(differences.filter(({ kind }) => kind === 'unreadable-line').length).toBe(lines.length);
    }),
    { numRuns: propertyRuns },
  );
});

test('a fee changes nothing that is said of any payment', () => {
  fc.assert(
    fc.property(entriesOf, orderOf, (some, dice) => {
      const entries = some.map(({ kind: _kind, ...entry }) => entry).filter(({ amount }) => amount === 42_000_000);
      const fees = TRANSFERS.map(
        ({ reference }, index): StatementEntry => ({
          bankReference: `B${index + 1}`,
          reference,
          kind: 'fee',
          direction: 'out',
          amount: rupiah(2_500),
          at: NOON + index,
        }),
      );
      const [without, withFees] = [matchDay(dayOf(entries)), matchDay(dayOf(shuffled([...entries, ...fees], dice)))];
      expect(withFees.differences).toEqual(without.differences);
      expect(withFees.matched.length).toBe(without.matched.length);
    }),
    { numRuns: propertyRuns },
  );
});
