import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createStatusSecret } from '#adapters/identity/status-secret.ts';
import { connect } from '#adapters/kafka/connection.ts';
import type { KafkaConnection } from '#adapters/kafka/port.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores, type Stores } from '#adapters/mongo/stores.ts';
import { formatRupiah } from '#domain/format/rupiah.ts';
import { parseBranchFile } from '#domain/people/branches/branch-file.ts';
import { parsePartnerAccountFile } from '#domain/people/partners/partner-account-file.ts';
import { text } from '#locales/text.ts';
import { deployWorkers } from './deploy-workers.ts';
import { interruption, whenAborted } from './interruption.ts';
import { deadlineOf, startLiveFeed } from './live-feed.ts';
import { playStory } from './play-story.ts';
import { type RunningProcess, startProcess } from './processes.ts';
import { sandboxCalendar } from './sandbox-calendar.ts';
import { type SandboxWorld, sandboxWorld } from './sandbox-world.ts';
import { startServers } from './servers.ts';

const TOPIC_PREFIX = 'santun.';
const CLAIMS_SHOWN = 10;
const print = (line: string): void => console.log(line);
const note = (line: string): void => console.error(line);

/** `npm start` and `npm run demo`: servers, sandbox, Santun, one claim that travels; then stays (start) or ends (demo). */
async function main(isDemo: boolean): Promise<void> {
  // Calendar and story of this start are seen from here; how long things take is measured by a clock nobody sets.
  const now = Date.now();
  const startedAt = performance.now();
  const signal = interruption();
  const dataDir = resolve('.run', isDemo ? 'demo' : 'start');
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  note('Servers: Temporal, Kafka, MongoDB-compatible store');
  const servers = await startServers({ dataDir, log: note, ui: !isDemo, signal });
  const stops: (() => Promise<void>)[] = [() => servers.stop()];
  try {
    const world = await sandboxWorld(dataDir, servers.env, note);
    writeFileSync(join(dataDir, 'env.json'), JSON.stringify(world.santun, null, 2), { mode: 0o600 });
    stops.push(async () => rmSync(join(dataDir, 'env.json'), { force: true }));
    const { stores, kafka, close } = await prepare(world, now);
    stops.push(close);
    note('Sandbox: bank, identity, registries. Santun: claims, payouts, sweeper, intake, api');
    const processes = await startProcesses(world, dataDir);
    stops.push(() => stopAll(processes));
    await deployWorkers(world.santun);
    const feed = await startLiveFeed(world.santun.SANTUN_KAFKA_BROKERS ?? '', kafka.topicName('claim-events'), stores, print);
    stops.push(() => feed.close());
    note(`Ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s. A claim is on its way:\n`);

    const apiUrl = `http://127.0.0.1:${world.santun.SANTUN_API_PORT}`;
    const claim = await playStory({ world, apiUrl, stores, kafka }, now);
    await feed.printed(claim.claimId, 'claim.closed');
    await showLedger(world);
    await showClaims(stores);
    if (isDemo)
      return print(
        '\nSelesai dan cocok. Berikutnya: `npm start` untuk tetap menyala, README.md untuk peta, `npm test` untuk semua pengujian.',
      );
    showAddresses({
      apiUrl,
      world,
      dataDir,
      claimId: claim.claimId,
      ...(servers.temporal.uiUrl === undefined ? {} : { uiUrl: servers.temporal.uiUrl }),
    });
    await whenAborted(signal);
    note('\nStopping: consumers, workers, servers …');
  } finally {
    for (const stop of stops.reverse()) await stop().catch((error: unknown) => note(`while stopping: ${String(error)}`));
    note('Stopped.');
  }
}

type Prepared = { readonly stores: Stores; readonly kafka: KafkaConnection; close(): Promise<void> };

/** What must be there before the first process: topics, indexes, a calendar. */
async function prepare({ santun }: SandboxWorld, now: number): Promise<Prepared> {
  const mongo = await connectMongo(santun.SANTUN_MONGO_URL ?? '');
  const stores = createStores(mongo, { personKey: santun.SANTUN_PERSON_KEY ?? '' });
  await stores.ensureIndexes();
  await stores.calendars.activate(sandboxCalendar(now));
  await stores.branches.keep(parseBranchFile(readFileSync('sandbox/story/branches.csv', 'utf8')).branches);
  await stores.partnerAccounts.keep(parsePartnerAccountFile(readFileSync('sandbox/story/partner-accounts.csv', 'utf8')).accounts);
  const brokers = (santun.SANTUN_KAFKA_BROKERS ?? '').split(',');
  const kafka = connect({ brokers, clientId: 'santun-start', topicPrefix: TOPIC_PREFIX, log: () => undefined });
  await kafka.createTopics();
  return { stores, kafka, close: () => mongo.close() };
}

async function startProcesses(world: SandboxWorld, dataDir: string): Promise<readonly RunningProcess[]> {
  const { santun } = world;
  const start = (name: string, file: string, env: Readonly<Record<string, string>>): Promise<RunningProcess> =>
    startProcess({
      name,
      file,
      env,
      logFile: join(dataDir, 'logs', `${name}.log`),
      readyWhen: { line: '"ready":true' },
      readyWithinMs: 60_000,
      restartOnCrash: true,
      onCrash: () => note(`  ${name} ended and is started again; see ${join(dataDir, 'logs', `${name}.log`)}`),
    });
  const outside = await Promise.all([
    start('bank', 'sandbox/bank/server.ts', world.bank),
    start('identity', 'sandbox/identity/server.ts', world.identity),
    start('civil-registry', 'sandbox/civil-registry/server.ts', world.civilRegistry),
    start('membership-registry', 'sandbox/membership-registry/server.ts', world.membershipRegistry),
    start('messages', 'sandbox/messages/server.ts', world.messages),
  ]);
  const ours = await Promise.all([
    start('claims', 'workers/claims.worker.ts', santun),
    start('payouts', 'workers/payouts.worker.ts', santun),
    start('sweeper', 'workers/sweeper.worker.ts', santun),
    start('intake', 'workers/intake.worker.ts', santun),
    start('api', 'workers/api.worker.ts', santun),
  ]);
  return [...outside, ...ours];
}

/** Who takes in work first, then who does it, then the outside. */
async function stopAll(processes: readonly RunningProcess[]): Promise<void> {
  const order = ['intake', 'api', 'sweeper', 'claims', 'payouts', 'identity', 'civil-registry', 'membership-registry', 'messages', 'bank'];
  for (const name of order) await processes.find((process) => process.name === name)?.stop();
}

async function showLedger({ santun }: SandboxWorld): Promise<void> {
  const answer = await fetch(`${santun.SANTUN_BANK_URL}/sandbox/ledger`);
  const { entries } = (await answer.json()) as { entries: { kind: string; bankReference?: string; postings: { amount: number }[] }[] };
  const transfers = entries.filter((entry) => entry.kind === 'transfer');
  print('\nBuku bank peragaan:');
  for (const { bankReference, postings } of transfers.slice(-CLAIMS_SHOWN)) {
    print(`  ${bankReference}  ${formatRupiah(Math.max(...postings.map(({ amount }) => amount)) as never)}`);
  }
}

async function showClaims(stores: Stores): Promise<void> {
  print('\nKlaim:');
  for (const { state } of await stores.claims.list({}, CLAIMS_SHOWN)) {
    const total = state.recommendation?.outcome === 'pay' ? formatRupiah(state.recommendation.total) : '-';
    print(
      `  ${state.claimId}  ${text(`status.${state.status}`).padEnd(18)}  ${total.padStart(14)}  ${(await deadlineOf(state, stores)).trim()}`,
    );
  }
}

type Addresses = {
  readonly apiUrl: string;
  readonly uiUrl?: string;
  readonly world: SandboxWorld;
  readonly dataDir: string;
  readonly claimId: string;
};

function showAddresses({ apiUrl, uiUrl, world, dataDir, claimId }: Addresses): void {
  const secret = createStatusSecret(world.santun.SANTUN_PERSON_KEY ?? '')(claimId);
  print(`
API              ${apiUrl}  (health: ${apiUrl}/health/ready)
Status keluarga  ${apiUrl}/status   nomor ${claimId}   kode ${secret}
Pencocokan bank  ${apiUrl}/pencocokan   masuk sebagai pengawas, penyetuju.satu atau auditor
Temporal         ${uiUrl ?? '-'}
SMS peragaan     ${world.santun.SANTUN_MESSAGES_URL}/sandbox/messages
Bank peragaan    ${world.santun.SANTUN_BANK_URL}/sandbox/ledger
Masuk            ${world.santun.SANTUN_OIDC_ISSUER}/token   staf.bpr, petugas.satu, penyetuju.satu, pengawas, auditor   sandi ${world.password}
Catatan          ${join(dataDir, 'logs')}

Tiga hal untuk dicoba sekarang, di terminal lain atau peramban:
  1. Baca ceritanya, dengan hitungan setiap batas waktu:   npm run -s santun -- explain ${claimId}
  2. Lihat yang dilihat keluarga: buka ${apiUrl}/status, lalu ketik nomor dan kode di atas
  3. Buktikan uangnya cocok dengan buku bank: buka ${apiUrl}/pencocokan, masuk sebagai pengawas

Ctrl-C menghentikan semuanya.`);
}

main(process.argv.includes('demo')).then(
  () => process.exit(0),
  (error: unknown) => {
    note(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
