import type { Connection } from 'mongoose';
import { createAccountsStore } from './accounts-store.ts';
import { createCalendarsStore } from './calendars-store.ts';
import { createClaimsStore } from './claims-store.ts';
import { createJournalStore } from './journal-store.ts';
import { createLateEventsStore } from './late-events-store.ts';
import { createPayoutsStore } from './payouts-store.ts';
import { createReadinessStore } from './readiness-store.ts';

export type Stores = ReturnType<typeof createStores>;

/** Every store of one process, over one connection. */
export function createStores(connection: Connection, { personKey }: { readonly personKey: string }) {
  return {
    journal: createJournalStore(connection),
    claims: createClaimsStore(connection),
    payouts: createPayoutsStore(connection),
    accounts: createAccountsStore(connection, personKey),
    readiness: createReadinessStore(connection),
    calendars: createCalendarsStore(connection),
    lateEvents: createLateEventsStore(connection),
    /** Makes the indexes of every collection; harmless when they are there. Run at start, before anything is written. */
    async ensureIndexes(): Promise<void> {
      for (const model of Object.values(connection.models)) await model.createIndexes();
    },
    async isReachable(): Promise<boolean> {
      try {
        await connection.db?.admin().ping();
        return connection.db !== undefined;
      } catch {
        return false;
      }
    },
  };
}
