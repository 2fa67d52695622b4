// Run by mongosh: makes the replica set of one and Santun's own user. Repeatable.
const admin = connect(`mongodb://root:${encodeURIComponent(process.env.MONGO_ROOT_PASSWORD)}@mongo:27017/admin?directConnection=true`);

try {
  admin.adminCommand({ replSetGetStatus: 1 });
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error;
  admin.adminCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] } });
}

for (let waited = 0; !admin.hello().isWritablePrimary; waited += 1) {
  if (waited > 60) throw new Error('the replica set has elected no primary within a minute');
  sleep(1000);
}

const database = admin.getSiblingDB('santun');
// What was written there stays: facts, and who read them, are added by Santun's user and neither changed nor removed by it.
const ADDED_ONLY = ['journal', 'entitlement_journal', 'reads'];
// Every other collection by name: a right on all of them would be one on these too. test/stack/compose.test.ts compares the list.
const CHANGED = [
  'account_uses',
  'branches',
  'calendar-rollouts',
  'calendars',
  'claims',
  'deaths',
  'entitlements',
  'family_codes',
  'freezes',
  'incidents',
  'late_events',
  'membership_news',
  'notices',
  'participants',
  'partner_feed',
  'partner_accounts',
  'payee_accounts',
  'payouts',
  'readiness_files',
  'readings',
  'rebuilds',
  'reconciliation_cases',
  'reconciliation_runs',
  'sessions',
  'statement_entries',
  'status_guesses',
  'waiting_papers',
];
const adding = ['find', 'insert', 'createCollection', 'createIndex', 'listIndexes', 'collStats'];
const privileges = [
  ...ADDED_ONLY.map((collection) => ({ resource: { db: 'santun', collection }, actions: adding })),
  ...CHANGED.map((collection) => ({ resource: { db: 'santun', collection }, actions: [...adding, 'update', 'remove'] })),
  { resource: { db: 'santun', collection: '' }, actions: ['listCollections', 'dbStats'] },
];
if (database.getRole('santunWriter') === null) database.createRole({ role: 'santunWriter', privileges, roles: [] });
else database.updateRole('santunWriter', { privileges, roles: [] });
const roles = [{ role: 'santunWriter', db: 'santun' }];
const user = { pwd: process.env.MONGO_PASSWORD, roles };
if (database.getUser('santun') === null) database.createUser({ user: 'santun', ...user });
else database.updateUser('santun', user);
