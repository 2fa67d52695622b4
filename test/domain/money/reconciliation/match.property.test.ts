import fc from 'fast-check';
import { rupiah } from '#domain/money/money.ts';
import type { DifferenceKind } from '#domain/money/reconciliation/difference.ts';
import { matchDay } from '#domain/money/reconciliation/match.ts';
import type { DayInput, EntryOfDay } from '#domain/money/reconciliation/match-input.ts';
import type { StatementEntry } from '#domain/money/reconciliation/statement.ts';
import type { OurWord, Transfer } from '#domain/money/reconciliation/transfers.ts';
import { propertyRuns } from '../../../support/property-runs.ts';
import { HOUR, makeDay, makeTransfer, NOON, on, paid, returned, unanswered } from './days.ts';

const DAY_MS = 24 * HOUR;

/** What happened to one transfer, and what reconciliation has to say about it. */
type Story = {
  readonly transfers: readonly Transfer[];
  readonly entries: readonly StatementEntry[];
  readonly elsewhere?: readonly EntryOfDay[];
};
type Told = (n: number) => Story;

const CLEAN: readonly Told[] = [
  (n) => ({ transfers: [makeTransfer(n)], entries: [paid(makeTransfer(n))] }),
  (n) => ({ transfers: [makeTransfer(n, { confirmedAt: NOON + DAY_MS })], entries: [paid(makeTransfer(n))] }),
  (n) => ({ transfers: [makeTransfer(n)], entries: [], elsewhere: [on('2026-11-21', paid(makeTransfer(n)))] }),
  (n) => ({
    transfers: [makeTransfer(n, { word: 'reversed', reversedAt: NOON + HOUR })],
    entries: [paid(makeTransfer(n)), returned(makeTransfer(n))],
  }),
  (n) => ({ transfers: [unanswered(n, 'refused')], entries: [] }),
  (n) => ({ transfers: [unanswered(n)], entries: [] }),
];
const FAULTS: readonly (readonly [DifferenceKind, Told])[] = [
  ['confirmed-but-not-on-statement', (n) => ({ transfers: [makeTransfer(n)], entries: [] })],
  ['on-statement-but-unknown-here', (n) => ({ transfers: [unanswered(n)], entries: [paid(makeTransfer(n))] })],
  ['on-statement-but-refused-here', (n) => ({ transfers: [unanswered(n, 'refused')], entries: [paid(makeTransfer(n))] })],
  ['paid-twice', (n) => ({ transfers: [makeTransfer(n)], entries: [paid(makeTransfer(n)), paid(makeTransfer(n))] })],
  ['amount-differs', (n) => ({ transfers: [makeTransfer(n)], entries: [paid(makeTransfer(n), { amount: rupiah(1) })] })],
  ['reversed-on-statement', (n) => ({ transfers: [makeTransfer(n)], entries: [paid(makeTransfer(n)), returned(makeTransfer(n))] })],
  ['unordered-entry', (n) => ({ transfers: [], entries: [paid(makeTransfer(n))] })],
  ['no-reply', (n) => ({ transfers: [unanswered(n, 'open', { sentAt: NOON - DAY_MS })], entries: [] })],
];

const dayOf = (stories: readonly Story[]): DayInput =>
  makeDay(
    stories.flatMap(({ transfers }) => transfers),
    stories.flatMap(({ entries }) => entries),
    { elsewhere: stories.flatMap(({ elsewhere = [] }) => elsewhere) },
  );

test('faults added to a clean day yield exactly their differences, however many and in whatever order things are listed', () => {
  const clean = fc.array(fc.integer({ min: 0, max: CLEAN.length - 1 }), { maxLength: 12 });
  const faults = fc.array(fc.integer({ min: 0, max: FAULTS.length - 1 }), { maxLength: 5 });
  fc.assert(
    fc.property(clean, faults, fc.infiniteStream(fc.nat()), (good, bad, dice) => {
      const told = [...good.map((which) => CLEAN[which]), ...bad.map((which) => FAULTS[which]?.[1])];
      const input = dayOf(told.flatMap((tell, n) => tell?.(n) ?? []));
      const result = matchDay(input);
      const expected = bad.map((which) => FAULTS[which]?.[0]).sort();
      expect(result.differences.map(({ kind }) => kind).sort()).toEqual(expected);
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((item) => [dice.next().value ?? 0, item] as const)
          .sort(([a], [b]) => a - b)
          .map(([, item]) => item);
      const again = matchDay({
        ...input,
        transfers: shuffled(input.transfers),
        elsewhere: shuffled(input.elsewhere),
        statement: { ...input.statement, entries: shuffled(input.statement.entries) },
      });
      expect(again.differences).toEqual(result.differences);
      expect(again.totals).toEqual(result.totals);
    }),
    { numRuns: propertyRuns },
  );
});

const WORDS: readonly OurWord[] = ['unsent', 'open', 'confirmed', 'refused', 'reversed'];
const anyTransfers = fc.array(
  fc.record({
    n: fc.integer({ min: 1, max: 4 }),
    issue: fc.integer({ min: 1, max: 2 }),
    word: fc.constantFrom(...WORDS),
    at: fc.integer({ min: -2, max: 2 }),
  }),
  { maxLength: 6 },
);
const anyEntries = fc.array(
  fc.record({
    n: fc.integer({ min: 1, max: 5 }),
    issue: fc.integer({ min: 1, max: 2 }),
    isIn: fc.boolean(),
    extra: fc.constantFrom(0, 0, 0, 5),
    shift: fc.constantFrom(0, 0, 0, -1, 1),
    second: fc.integer({ min: 0, max: 3 }),
    number: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 10 },
);

/** Any books against any statement, as wild as they come. */
const anyDay = fc.record({ transfers: anyTransfers, entries: anyEntries }).map(({ transfers, entries }) => {
  const unique = new Map(transfers.map((one) => [`${one.n}:${one.issue}`, one]));
  const books = [...unique.values()].map(({ n, issue, word, at }) => {
    const when = NOON + at * DAY_MS;
    if (word === 'confirmed') return makeTransfer(n, { issue, confirmedAt: when });
    return word === 'reversed'
      ? makeTransfer(n, { issue, word, confirmedAt: when, reversedAt: when + HOUR })
      : unanswered(n, word, { issue });
  });
  const listed = entries.map(({ n, issue, isIn, extra, second, number, shift }) => {
    const entry = paid(makeTransfer(n, { issue }), { bankReference: `B${number}`, amount: rupiah(42_000_000 + extra), at: NOON + second });
    return { shift, entry: isIn ? { ...entry, direction: 'in' as const } : entry };
  });
  const elsewhere = listed.flatMap(({ shift, entry }) => (shift === 0 ? [] : [on(shift < 0 ? '2026-11-19' : '2026-11-21', entry)]));
  return makeDay(
    books,
    listed.flatMap(({ shift, entry }) => (shift === 0 ? [entry] : [])),
    { elsewhere },
  );
});

test('totals add up: whatever happened, every rupiah between books and statement is explained line by line', () => {
  fc.assert(
    fc.property(anyDay, (input) => {
      const { totals, differences } = matchDay(input);
      const { out, in: into, confirmed, reversed, shifted, difference, unexplained } = totals;
      expect(out.amount - into.amount - (confirmed.amount - reversed.amount)).toBe(difference);
      expect(unexplained).toBe(differences.reduce((sum, { effect }) => sum + effect, 0));
      expect(unexplained + shifted.reduce((sum, { amount }) => sum + amount, 0)).toBe(difference);
    }),
    { numRuns: propertyRuns },
  );
});

test('every entry of the statement has exactly one place, and every difference a name of its own', () => {
  fc.assert(
    fc.property(anyDay, (input) => {
      const { matched, differences } = matchDay(input);
      const placed = differences.filter(({ bankReference }) => bankReference !== undefined);
      expect(matched.length + placed.length).toBe(input.statement.entries.length);
      expect(new Set(differences.map(({ kind, subject }) => `${kind}:${subject}`)).size).toBe(differences.length);
    }),
    { numRuns: propertyRuns },
  );
});

/** Slow and obvious: how often each line is paid when the day ends, less how often it came back, entry by entry. */
function linesPaidTwiceToday({ statement, transfers, elsewhere }: DayInput): readonly string[] {
  const lines = [...new Set(transfers.map(({ payoutId }) => payoutId))];
  return lines.filter((payoutId) => {
    const references = transfers.filter((one) => one.payoutId === payoutId).map(({ reference }) => reference);
    const upToNow = [...elsewhere.filter(({ day }) => day < statement.day), ...statement.entries];
    let net = 0;
    let paidToday = false;
    for (const entry of upToNow) {
      if (entry.reference === undefined || !references.includes(entry.reference)) continue;
      net += entry.direction === 'out' ? 1 : -1;
      paidToday ||= entry.direction === 'out' && statement.entries.includes(entry);
    }
    return net > 1 && paidToday;
  });
}

test('a line that stands paid more than once, by whatever references, is told as paid twice on the day it happens; no other line is', () => {
  fc.assert(
    fc.property(anyDay, (input) => {
      const told = matchDay(input).differences.flatMap(({ kind, payoutId = '' }) => (kind === 'paid-twice' ? [payoutId] : []));
      expect([...new Set(told)].sort()).toEqual([...linesPaidTwiceToday(input)].sort());
    }),
    { numRuns: propertyRuns },
  );
});

test('nothing is ever proposed to be confirmed that the day’s statement does not show leaving, to the rupiah', () => {
  fc.assert(
    fc.property(anyDay, (input) => {
      for (const { proposes, payoutId, issue, bankReference } of matchDay(input).differences) {
        if (proposes !== 'confirm') continue;
        const transfer = input.transfers.find((one) => one.payoutId === payoutId && one.issue === issue);
        const shown = input.statement.entries.filter(
          (entry) => entry.bankReference === bankReference && entry.direction === 'out' && entry.reference === transfer?.reference,
        );
        expect(shown.some(({ amount }) => amount === transfer?.amount)).toBe(true);
      }
    }),
    { numRuns: propertyRuns },
  );
});
