import type { ReconciliationCase } from './case.ts';
import { caseIdOf, type Difference, differenceId } from './difference.ts';

/** `names`: further differences that turned out to be this case. */
export type KnownCase = Pick<ReconciliationCase, 'id' | 'difference' | 'names'>;

/**
 * Gives each difference of a day the case that is already its own. A case stays with its entry for ever: also where release 0.2.0 named it by the
 * entry's place, and where a corrected statement tells the same transaction a little differently. `present`: names of all entries the statement has
 * now; a case of an entry that is still there belongs to no other.
 */
export function nameCases(
  differences: readonly Difference[],
  cases: readonly KnownCase[],
  present: ReadonlySet<string>,
): readonly Difference[] {
  const owners = new Map(cases.flatMap(({ id, names = [] }) => names.map((name) => [name, id] as const)));
  const ids = new Set(cases.map(({ id }) => id));
  const own = differences.map((difference) => {
    const id = caseIdOf(difference);
    return ids.has(id) ? id : owners.get(differenceId(difference));
  });
  const taken = new Set(own.filter((id) => id !== undefined));
  const free = cases.filter(({ id, difference }) => !taken.has(id) && !present.has(difference.subject)).toSorted(byName);
  const late = differences.filter((_, index) => own[index] === undefined).toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const adopted = new Map<Difference, string>();
  for (const difference of late) {
    const found = free.find(({ id, difference: before }) => !taken.has(id) && isAboutTheSame(before, difference));
    if (!found) continue;
    taken.add(found.id);
    adopted.set(difference, found.id);
  }
  return differences.map((difference, index) => {
    const id = own[index] ?? adopted.get(difference);
    return id === undefined || id === caseIdOf(difference) ? difference : { ...difference, caseId: id };
  });
}

/** The same question about the same transaction of the bank. */
function isAboutTheSame(before: Difference, now: Difference): boolean {
  if (before.kind !== now.kind) return false;
  if (now.kind === 'statement-does-not-add-up') {
    return before.subject.split(':')[1] === now.subject.split(':')[1] && before.ours === now.ours && before.theirs === now.theirs;
  }
  if (now.bankReference === undefined || before.bankReference !== now.bankReference) return false;
  if (now.kind === 'unreadable-line') return JSON.stringify(before.unreadable?.faults) === JSON.stringify(now.unreadable?.faults);
  return before.theirs === now.theirs;
}

/** As release 0.2.0 counted them: `a`, `a:2`, `a:10`. */
function byName({ difference: a }: KnownCase, { difference: b }: KnownCase): number {
  if (a.subject.length !== b.subject.length) return a.subject.length - b.subject.length;
  return a.subject < b.subject ? -1 : 1;
}
