import type { Fact } from '#domain/claim/facts.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { EntitlementFact } from '#domain/scholarship/entitlement/facts.ts';
import { isLoud } from '#domain/seen.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import { RefusedError } from '#services/errors.ts';

/** What the person had seen when he decided. */
export type View = { readonly expectedSeq?: number };

const MOST_CHANGES = 50;

/** Said twice, the older one counts. */
export function viewOf(seen: number | undefined, expectedSeq: number | undefined): View {
  const said = [seen, expectedSeq].filter((one) => one !== undefined);
  return said.length === 0 ? {} : { expectedSeq: Math.min(...said) };
}

type Entry = { readonly seq: number; readonly fact: Pick<Fact | EntitlementFact, 'type' | 'at' | 'actor'> };

/** To somebody whose page was old: what has changed since, in words. */
export async function refusedWith(
  refusal: Refusal,
  expectedSeq: number | undefined,
  readJournal: (fromSeq: number) => Promise<readonly Entry[]>,
): Promise<RefusedError> {
  if (refusal.refused !== 'stale-view' || expectedSeq === undefined) return new RefusedError(refusal);
  const since = (await readJournal(expectedSeq + 1)).filter(({ seq, fact }) => seq > expectedSeq && isLoud(fact)).slice(-MOST_CHANGES);
  const changes = since.map(({ seq, fact: { type, at, actor } }) => ({
    seq,
    at: toIso(at),
    actor: { id: actor.id, role: actor.role },
    text: text(`fact.${type}`),
  }));
  const words = [...new Set(changes.map((change) => change.text))].join(', ');
  const told = words === '' ? refusal : { ...refusal, text: `${refusal.text} Yang berubah: ${words}.` };
  return new RefusedError(told, { changes });
}
