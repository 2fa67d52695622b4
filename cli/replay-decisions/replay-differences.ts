import { canonicalJson } from '#adapters/mongo/chain.ts';

/** One place where what stands in the journal is not what the rules say; hidden where the place may hold something about a person. */
export type FieldDifference = { readonly field: string; readonly old: string; readonly new: string };

const MOST = 20;

/** Numbers, codes and ids only. A field that is not named here may hold a date of birth, free text or what a later release puts there. */
const SHOWN: ReadonlySet<string> = new Set([
  ...['type', 'length', 'at', 'cause', 'id', 'version', 'role', 'institution', 'branch', 'maker', 'checker'],
  ...['outcome', 'programme', 'point', 'verdict', 'points', 'benefit', 'payeeClass', 'personId', 'accountRef', 'documentId', 'paper'],
  ...['payoutId', 'issue', 'amount', 'total', 'pack', 'clock', 'clocks', 'generation', 'startedAt', 'stoppedAt', 'resumedAt', 'dueAt'],
  ...['from', 'to', 'units', 'ground', 'rung', 'rungKey', 'key', 'lateDays', 'class', 'source'],
]);

/** Field by field, each by its path from the first fact of the decision on: `1.lines.0.amount`. */
export function fieldDifferences(old: unknown, recomputed: unknown): readonly FieldDifference[] {
  const found: FieldDifference[] = [];
  compare(old, recomputed, [], found);
  return found;
}

function compare(old: unknown, recomputed: unknown, path: readonly string[], found: FieldDifference[]): void {
  if (found.length >= MOST || canonicalJson([old]) === canonicalJson([recomputed])) return;
  if (!isComposite(old) || !isComposite(recomputed) || Array.isArray(old) !== Array.isArray(recomputed)) {
    found.push({ field: path.join('.'), old: show(path, old), new: show(path, recomputed) });
    return;
  }
  if (Array.isArray(old) && Array.isArray(recomputed)) compare(old.length, recomputed.length, [...path, 'length'], found);
  for (const name of new Set([...Object.keys(old), ...Object.keys(recomputed)])) {
    // What one side does not have at all is told once, by the length.
    if (Array.isArray(old) && !(name in old && name in recomputed)) continue;
    compare(old[name], recomputed[name], [...path, name], found);
  }
}

function isComposite(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function show(path: readonly string[], value: unknown): string {
  if (value === undefined) return '(tidak ada)';
  const isIndex = (name: string): boolean => /^\d+$/.test(name);
  const name = path.findLast((part) => !isIndex(part)) ?? '';
  const isPlain = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string';
  return isPlain && SHOWN.has(name) ? String(value) : '(tidak ditampilkan)';
}
