import { rupiah } from '#domain/money/money.ts';
import { type KnownCase, nameCases } from '#domain/money/reconciliation/case-names.ts';
import { caseIdOf, type Difference } from '#domain/money/reconciliation/difference.ts';
import { matchDay } from '#domain/money/reconciliation/match.ts';
import type { StatementEntry } from '#domain/money/reconciliation/statement.ts';
import { DAY, HOUR, makeDay, NOON } from './days.ts';

const stray = (amount: number, changes: Partial<StatementEntry> = {}): StatementEntry => ({
  bankReference: 'SATU-NOMOR',
  direction: 'out',
  amount: rupiah(amount),
  at: NOON,
  ...changes,
});
const caseFor = (difference: Difference): KnownCase => ({ id: caseIdOf(difference), difference });
const casesOf = (entries: readonly StatementEntry[]): readonly KnownCase[] => matchDay(makeDay([], entries)).differences.map(caseFor);

/** Which case each entry's difference belongs to, by amount. */
function run(entries: readonly StatementEntry[], cases: readonly KnownCase[]): Readonly<Record<string, string>> {
  const { differences, present } = matchDay(makeDay([], entries));
  const named = nameCases(differences, cases, present);
  return Object.fromEntries(named.map((one) => [`${one.theirs}@${(one.at ?? 0) - NOON}`, caseIdOf(one)]));
}

test('entries under one bank number keep their cases when the bank lists them in another order', () => {
  const entries = [stray(5), stray(7), stray(9, { at: NOON + HOUR })];
  const cases = casesOf(entries);
  expect(run(entries.toReversed(), cases)).toEqual(run(entries, cases));
});

test('a corrected statement with one more entry under the same number, before the others, moves no case', () => {
  const entries = [stray(5), stray(7)];
  const cases = casesOf(entries);
  const corrected = run([stray(3, { at: NOON - HOUR }), ...entries], cases);
  expect(corrected).toMatchObject(run(entries, cases));
  expect(cases.map(({ id }) => id)).not.toContain(corrected[`3@${-HOUR}`]);
});

test('two entries that say the same are two cases, and a third opens one more', () => {
  const cases = casesOf([stray(5), stray(5)]);
  expect(cases.length).toBe(2);
  const { differences, present } = matchDay(makeDay([], [stray(5), stray(5), stray(5)]));
  const ids = nameCases(differences, cases, present).map(caseIdOf);
  expect(ids.length).toBe(3);
  expect(ids).toEqual(expect.arrayContaining(cases.map(({ id }) => id)));
});

test('a corrected statement that tells the same transaction a second later keeps its case', () => {
  const cases = casesOf([stray(5)]);
  expect(Object.values(run([stray(5, { at: NOON + 1_000 })], cases))).toEqual(cases.map(({ id }) => id));
});

test('a new entry takes no case from one that still stands on the statement', () => {
  const cases = casesOf([stray(5)]);
  const both = run([stray(5, { at: NOON - 1_000 }), stray(5)], cases);
  expect(both['5@0']).toBe(cases[0]?.id);
  expect(new Set(Object.values(both)).size).toBe(2);
});

describe('cases of release 0.2.0, which named entries by the bank’s number and their place', () => {
  const old = (amount: number, place: number): KnownCase => {
    const subject = `${DAY}:SATU-NOMOR:out${place === 1 ? '' : `:${place}`}`;
    return caseFor({ kind: 'unordered-entry', subject, effect: amount, ours: 0, theirs: amount, bankReference: 'SATU-NOMOR' });
  };

  test('belong to the entry of their amount, whatever place it has now', () => {
    const cases = [old(5, 1), old(7, 2)];
    expect(run([stray(7), stray(5), stray(3)], cases)).toMatchObject({ '5@0': cases[0]?.id, '7@0': cases[1]?.id });
  });

  test('of two entries of one amount the earlier has the earlier place', () => {
    const cases = [old(5, 1), old(5, 2)];
    expect(run([stray(5, { at: NOON + HOUR }), stray(5)], cases)).toEqual({ '5@0': cases[0]?.id, [`5@${HOUR}`]: cases[1]?.id });
  });

  test('keep the entry that was found to be theirs, also when another of the same amount comes before it', () => {
    const before = old(5, 1);
    const { differences, present } = matchDay(makeDay([], [stray(5)]));
    const [now] = nameCases(differences, [before], present);
    const names = [`${now?.kind}:${now?.subject}`];
    const ids = run([stray(5, { at: NOON - HOUR }), stray(5)], [{ ...before, names }]);
    expect(ids['5@0']).toBe(before.id);
    expect(ids[`5@${-HOUR}`]).not.toBe(before.id);
  });

  test('that say the balances do not add up stay with the gap they were opened for', () => {
    const gap = { ...makeDay([], []), previousClosing: 1 };
    const { differences, present } = matchDay(gap);
    const [found] = differences;
    const before = caseFor({ ...(found as Difference), subject: `${DAY}:opening` });
    expect(nameCases(differences, [before], present).map(caseIdOf)).toEqual([before.id]);
    const other = matchDay({ ...gap, previousClosing: 2 });
    expect(nameCases(other.differences, [before], other.present).map(caseIdOf)).not.toEqual([before.id]);
  });
});
