import type { Publisher } from '#adapters/kafka/port.ts';
import type { ReachedRung } from '#adapters/metrics/port.ts';
import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import type { FeedStore } from '#adapters/mongo/feed-store.ts';
import type { JournalStore } from '#adapters/mongo/journal-store.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { fold } from '#domain/claim/evolve.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { publicPart } from '#domain/claim/published.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { toldPartners } from '#domain/claim/told-partners.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { reachedRungs } from './rung-lateness.ts';

export type RecordDeps = {
  readonly journal: Pick<JournalStore, 'append' | 'read'>;
  readonly claims: Pick<ClaimsStore, 'find' | 'save'>;
  readonly publisher: Pick<Publisher, 'publish'>;
  /** What partners read of their own claims, since `claim-events` is for us alone; without it they read nothing. */
  readonly feed?: Pick<FeedStore, 'add'>;
  /** Told of each rung once everybody else knows it; again when the answer of that try was lost. */
  readonly rungReached?: (rung: ReachedRung) => void;
  /** The children's rights an approval brings about; each at most once, so that it may be repeated with the rest. */
  readonly openEntitlements: (approved: { readonly claimId: ClaimId }) => Promise<unknown>;
};

export type FactsToRecord = { readonly claimId: ClaimId; readonly firstSeq: number; readonly facts: readonly Fact[] };

export function createRecordActivities({ journal, claims, publisher, feed, openEntitlements, rungReached }: RecordDeps) {
  /** The claim just before `firstSeq`, with the hash of its journal; from the journal itself where the document is not exactly there. */
  async function before(claimId: ClaimId, firstSeq: number): Promise<{ state?: ClaimState; head?: string }> {
    if (firstSeq === 1) return {};
    const document = await claims.find(claimId);
    if (document?.seq === firstSeq - 1) return { state: document.state, head: document.head };
    const entries = (await journal.read(claimId)).filter((entry) => entry.seq < firstSeq);
    const state = fold(
      claimId,
      entries.map((entry) => entry.fact),
    );
    const head = entries.at(-1)?.hash;
    return { ...(state === undefined ? {} : { state }), ...(head === undefined ? {} : { head }) };
  }

  return {
    /**
     * Puts facts on record: journal, then the claim's document, then what partners read, then Kafka, then the scholarships an approval opens. Every step may be repeated, in this order, by any number of
     * processes after any crash; the result is the same. Throws JournalConflict when the journal holds other facts under these numbers.
     */
    async recordFacts({ claimId, firstSeq, facts }: FactsToRecord): Promise<void> {
      const { state: base, head } = await before(claimId, firstSeq);
      const entries = await journal.append(claimId, firstSeq, facts, head);
      const state = fold(claimId, facts, base);
      const last = entries.at(-1);
      if (!state || !last) return;
      await claims.save(state, last.hash);
      await feed?.add(toldPartners(state, firstSeq, facts));
      await publisher.publish(entries.map((entry) => toEvent(entry.claimId, entry.seq, entry.fact, state.institutionId)));
      if (facts.some(({ type }) => type === 'claim.approved')) await openEntitlements({ claimId });
      if (rungReached) reachedRungs(base, facts).forEach(rungReached);
    },
  };
}

function toEvent(claimId: string, seq: number, fact: Fact, institutionId: string) {
  const type = `${fact.type}.v1`;
  const time = toIso(fact.at);
  const data = { claimId, seq, type, at: time, institutionId, data: publicPart(fact) };
  return { topic: 'claim-events' as const, key: claimId, id: `${claimId}:${seq}`, type, source: 'santun/claims', time, data };
}
