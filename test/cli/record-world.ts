import type { Connection } from 'mongoose';
import { createRecordActivities } from '#activities/record.activities.ts';
import { CHAIN_START, chain } from '#adapters/mongo/chain.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import type { Command } from '#cli/command.ts';
import type { RecordDeps } from '#cli/record/record-store.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { CLAIM_ID, TOLD_AT } from '../api/claims-at.ts';
import { freshName, testStack } from '../support/stack.ts';
import { runCommand } from './run-command.ts';

type Raw = { _id: string; [field: string]: unknown };
type Asked = (args: readonly string[], io: Parameters<Command>[1], deps: RecordDeps) => Promise<number>;

/** A database of its own with claims in it that workers recorded, and hands to spoil it behind their back. */
export type RecordWorld = Awaited<ReturnType<typeof startRecordWorld>>;

const FACTS = JSON.stringify(TOLD_AT.closed().journal.map(({ fact }) => fact));

/** The story of one closed claim, told of any number: payout ids are made of it. */
export function factsOf(claimId: string): readonly Fact[] {
  return JSON.parse(FACTS.replaceAll(CLAIM_ID, claimId));
}
export const LAST = factsOf(CLAIM_ID).length;

export async function startRecordWorld(prefix: string) {
  const name = freshName(prefix);
  const source = { url: testStack().mongoUrl(name), name: 'uji' };
  const mongo: Connection = await connectMongo(source.url);
  const stores: Stores = createStores(mongo, { personKey: name });
  await stores.ensureIndexes();
  await stores.calendars.activate(NTT_2026);
  const { recordFacts } = createRecordActivities({
    ...stores,
    publisher: { publish: async () => undefined },
    openEntitlements: async () => undefined,
  });
  let made = 0;

  const journal = mongo.collection<Raw>('journal');
  const claims = mongo.collection<Raw>('claims');
  const entry = (claimId: string, seq: number): { _id: string } => ({ _id: `${claimId}:${String(seq).padStart(8, '0')}` });
  return {
    source,
    mongo,
    stores,
    journal,
    claims,
    entry,
    recordFacts,

    /** Claim numbers rise in the order they are made. */
    nextId(): ClaimId {
      made += 1;
      return claimIdFromDigest([0, 0, 0, 0, 0, 0, 0, Math.floor(made / 900), Math.floor(made / 30) % 30, made % 30]);
    },

    /** A closed claim, recorded by the very activity that workers run. */
    async closedClaim(): Promise<ClaimId> {
      const claimId = this.nextId();
      await recordFacts({ claimId, firstSeq: 1, facts: factsOf(claimId) });
      return claimId;
    },

    /** Facts and hashes written anew, and the document with them: what only the rules can still tell. */
    async rewrite(claimId: ClaimId, facts: readonly Fact[]): Promise<void> {
      const entries = chain(claimId, 1, facts, CHAIN_START);
      await journal.deleteMany({ _id: { $gt: `${claimId}:`, $lt: `${claimId};` } });
      await journal.insertMany(entries as never);
      await claims.updateOne({ _id: claimId }, { $set: { head: entries.at(-1)?.hash } });
    },

    run: (command: Asked, args: readonly string[] = [], deps: RecordDeps = {}) =>
      runCommand((io) => command(args, io, { source, ...deps })),

    async close(): Promise<void> {
      await mongo.dropDatabase();
      await mongo.close();
    },
  };
}
