import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every collection we write, and who reads it: a worklist people look at, or a process that acts on it. `by` is a file, `how` the words in
 * it that read. A collection without a row, or a row whose reader is gone, is a store nobody looks into.
 */
const READERS: Readonly<Record<string, { readonly by: string; readonly how: string }>> = {
  account_uses: { by: 'activities/payout.activities.ts', how: 'accountUses.take(' },
  branches: { by: 'cli/branches/branches.ts', how: 'store.all(' },
  'calendar-rollouts': { by: 'api/routes/calendars/read-rollout.ts', how: 'calendarRollouts.' },
  calendars: { by: 'activities/sweep-claim.ts', how: 'calendars.find(' },
  claims: { by: 'api/routes/claims/list-claims.ts', how: 'claims.list(' },
  deaths: { by: 'services/intake/reports.ts', how: 'deaths.carriedBy(' },
  entitlements: { by: 'api/routes/entitlements/list-entitlements.ts', how: 'entitlements.list(' },
  family_codes: { by: 'activities/sweep-family-codes.ts', how: 'familyCodes.unsent(' },
  freezes: { by: 'api/routes/freezes/list-freezes.ts', how: 'freezes.list(' },
  incidents: { by: 'api/routes/incidents/list-incidents.ts', how: 'incidents.open(' },
  journal: { by: 'activities/sweep-claim.ts', how: 'journal.read(' },
  late_events: { by: 'api/routes/news/list-late-news.ts', how: 'lateEvents.open(' },
  membership_news: { by: 'activities/sweep-news.ts', how: 'membershipNews.waiting(' },
  notices: { by: 'api/routes/notices/list-notices.ts', how: 'notices.' },
  partner_feed: { by: 'api/routes/events/list-events.ts', how: 'feed.of(' },
  participants: { by: 'activities/checks.activities.ts', how: 'participants.find(' },
  partner_accounts: { by: 'adapters/mongo/accounts-store.ts', how: 'partners.signOf(' },
  payee_accounts: { by: 'activities/check-evidence.ts', how: 'accounts.find(' },
  payouts: { by: 'activities/sweep-payments.ts', how: 'payouts.unsettledOfOwners(' },
  readings: { by: 'services/intake/deps.ts', how: 'readings.inForce(' },
  reads: { by: 'api/routes/audit/list-reads.ts', how: 'reads.list(' },
  readiness_files: { by: 'services/intake/reports.ts', how: 'readiness.ofParticipant(' },
  rebuilds: { by: 'cli/rebuild/rebuild.ts', how: '.find(' },
  reconciliation_cases: { by: 'api/routes/reconciliations/list-cases.ts', how: 'reconciliationCases.' },
  reconciliation_runs: { by: 'api/routes/reconciliations/read-reconciliation.ts', how: 'reconciliations' },
  sessions: { by: 'api/pages/session.ts', how: 'sessions.find(' },
  statement_entries: { by: 'adapters/mongo/reconciliations-store.ts', how: 'entries.find(' },
  status_guesses: { by: 'activities/sweep-family-codes.ts', how: 'familyCodes.guessed(' },
  waiting_papers: { by: 'activities/sweep-news.ts', how: 'waitingPapers.waiting(' },
};

const STORES = join('adapters', 'mongo');

function collections(): readonly string[] {
  const sources = readdirSync(STORES).map((file) => readFileSync(join(STORES, file), 'utf8'));
  const named = sources.flatMap((source) => [...source.matchAll(/\bcollection: '([\w-]+)', versionKey/g)].map(([, name = '']) => name));
  return [...new Set(named)].sort();
}

describe('nothing that is stored lies unread', () => {
  test('every collection has a worklist or a process that reads it', () => {
    expect(collections()).toEqual(Object.keys(READERS).sort());
  });

  test.each(Object.entries(READERS))('%s is read', (_collection, { by, how }) => {
    expect(readFileSync(by, 'utf8')).toContain(how);
  });

  test('what came after the end of a claim becomes an incident until people have settled it', () => {
    const sweep = readFileSync('activities/sweep-news.ts', 'utf8');
    for (const how of ['lateEvents.open(', 'membershipNews.waiting(', 'waitingPapers.waiting(']) expect(sweep).toContain(how);
  });
});
