import { hash as digest } from 'node:crypto';
import type { Fact } from '#domain/claim/facts.ts';
import { entryId, type JournalEntry } from './journal.model.ts';

/** What stands before the first entry of every claim. */
export const CHAIN_START = '0'.repeat(64);

/** Hashes facts into a chain: each entry covers the one before, so nothing can be changed, removed or reordered unseen. */
export function chain(claimId: string, firstSeq: number, facts: readonly Fact[], head: string): JournalEntry[] {
  let previous = head;
  return facts.map((fact, index) => {
    const seq = firstSeq + index;
    const hash = hashOf(claimId, seq, fact, previous);
    const entry = { _id: entryId(claimId, seq), claimId, seq, fact, previous, hash };
    previous = hash;
    return entry;
  });
}

export function hashOf(claimId: string, seq: number, fact: Fact, previous: string): string {
  return digest('sha256', canonicalJson([claimId, seq, fact, previous]));
}

/** The first entry that does not belong where it stands, with the reason; undefined for an unbroken chain from number 1. */
export function firstBreak(entries: readonly JournalEntry[]): { readonly seq: number; readonly why: string } | undefined {
  let previous = CHAIN_START;
  for (const [index, entry] of entries.entries()) {
    const seq = index + 1;
    if (entry.seq !== seq) return { seq, why: `entry ${seq} is missing, ${entry.seq} stands in its place` };
    if (entry.previous !== previous) return { seq, why: 'the entry does not follow the one before it' };
    if (entry.hash !== hashOf(entry.claimId, seq, entry.fact, previous)) return { seq, why: 'the content does not match its hash' };
    previous = entry.hash;
  }
  return undefined;
}

/** Same content, same text: keys sorted, absent and undefined alike. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** Sorted first and written natively: half the time of a replacer, which is most of what verifying a whole journal costs. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  // Dates and ids of the store write themselves.
  if ('toJSON' in value && typeof value.toJSON === 'function') return value;
  const source = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(source).sort();
  // Assigning to that name would set the prototype and drop the content.
  if (names.includes('__proto__')) return Object.fromEntries(names.map((name) => [name, sorted(source[name])]));
  const copy: Record<string, unknown> = {};
  for (const name of names) copy[name] = sorted(source[name]);
  return copy;
}
