import type { Connection } from 'mongoose';
import { delay } from '#stack/wait.ts';

export type Reader = Pick<Connection, 'collection'>;

/** Where every claim stands, by one small read for all who wait. */
export type Watch = {
  status(claimId: string): string | undefined;
  hasFile(readinessFileId: string): boolean;
  tally(): Readonly<Record<string, number>>;
  readonly done: Promise<void>;
};

const EVERY_MS = 400;

export function watchClaims(reader: Reader, signal: AbortSignal): Watch {
  let statuses: ReadonlyMap<string, string> = new Map();
  let files: ReadonlySet<string> = new Set();

  async function look(): Promise<void> {
    const claims = await reader
      .collection<{ _id: string; status: string }>('claims')
      .find({}, { projection: { status: 1 } })
      .toArray();
    statuses = new Map(claims.map(({ _id, status }) => [_id, status]));
    const prepared = await reader
      .collection<{ _id: string }>('readiness_files')
      .find({}, { projection: { _id: 1 } })
      .toArray();
    files = new Set(prepared.map(({ _id }) => _id));
  }

  async function keepLooking(): Promise<void> {
    while (!signal.aborted) {
      // The store is one of the parts that are killed.
      await look().catch(() => undefined);
      await delay(EVERY_MS, signal);
    }
  }

  return {
    status: (claimId) => statuses.get(claimId),
    hasFile: (id) => files.has(id),
    tally() {
      const counts: Record<string, number> = {};
      for (const status of statuses.values()) counts[status] = (counts[status] ?? 0) + 1;
      return counts;
    },
    done: keepLooking(),
  };
}
