import type { Connection } from 'mongoose';
import { createAccountUsesStore } from './account-uses-store.ts';
import { createAccountsStore } from './accounts-store.ts';
import { createBranchesStore } from './branches-store.ts';
import { createCalendarRolloutsStore } from './calendar-rollouts-store.ts';
import { createCalendarsStore } from './calendars-store.ts';
import { createClaimsStore } from './claims-store.ts';
import { createDeathsStore } from './deaths-store.ts';
import { createEntitlementsStore } from './entitlements-store.ts';
import { createFamilyCodesStore } from './family-codes-store.ts';
import { createFeedStore } from './feed-store.ts';
import { createFreezesStore } from './freezes-store.ts';
import { createIncidentsStore } from './incidents-store.ts';
import { createJournalStore } from './journal-store.ts';
import { createLateEventsStore } from './late-events-store.ts';
import { createMembershipNewsStore } from './membership-news-store.ts';
import { createNoticesStore } from './notices-store.ts';
import { createOpenClaimsStore } from './open-claims-store.ts';
import { createParticipantsStore } from './participants-store.ts';
import { createPartnerAccountsStore } from './partner-accounts-store.ts';
import { createPayoutRecordsStore } from './payout-records-store.ts';
import { createPayoutsStore } from './payouts-store.ts';
import { createReadinessStore } from './readiness-store.ts';
import { createReadingsStore } from './readings-store.ts';
import { createReadsStore } from './reads-store.ts';
import { createReconciliationCasesStore } from './reconciliation-cases-store.ts';
import { createReconciliationsStore } from './reconciliations-store.ts';
import { createRelatedClaimsStore } from './related-claims-store.ts';
import { createSessionsStore } from './sessions-store.ts';
import { createWaitingPapersStore } from './waiting-papers-store.ts';

export type Stores = ReturnType<typeof createStores>;

/** Every store of one process, over one connection. */
export function createStores(connection: Connection, { personKey }: { readonly personKey: string }) {
  return {
    journal: createJournalStore(connection),
    claims: createClaimsStore(connection),
    participants: createParticipantsStore(connection),
    payouts: createPayoutsStore(connection),
    feed: createFeedStore(connection),
    familyCodes: createFamilyCodesStore(connection, personKey),
    freezes: createFreezesStore(connection),
    payoutRecords: createPayoutRecordsStore(connection),
    reconciliations: createReconciliationsStore(connection),
    reconciliationCases: createReconciliationCasesStore(connection),
    accounts: createAccountsStore(connection, personKey),
    accountUses: createAccountUsesStore(connection, personKey),
    partnerAccounts: createPartnerAccountsStore(connection, personKey),
    branches: createBranchesStore(connection),
    readiness: createReadinessStore(connection),
    calendars: createCalendarsStore(connection),
    readings: createReadingsStore(connection),
    reads: createReadsStore(connection),
    calendarRollouts: createCalendarRolloutsStore(connection),
    openClaims: createOpenClaimsStore(connection),
    relatedClaims: createRelatedClaimsStore(connection),
    deaths: createDeathsStore(connection),
    lateEvents: createLateEventsStore(connection),
    membershipNews: createMembershipNewsStore(connection),
    waitingPapers: createWaitingPapersStore(connection),
    incidents: createIncidentsStore(connection),
    entitlements: createEntitlementsStore(connection),
    notices: createNoticesStore(connection),
    sessions: createSessionsStore(connection),
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
