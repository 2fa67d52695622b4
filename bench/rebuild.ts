import { existsSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { parseArgs } from 'node:util';
import { CHAIN_START, chain } from '#adapters/mongo/chain.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import type { Command } from '#cli/command.ts';
import { rebuild } from '#cli/rebuild/rebuild.ts';
import type { RecordDeps } from '#cli/record/record-store.ts';
import { replayDecisions } from '#cli/replay-decisions/replay-decisions.ts';
import { verifyJournal } from '#cli/verify-journal/verify-journal.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { conditions, describeConditions } from './machine.ts';
import { claimIdAt, factsOf } from './synthetic-journal.ts';

const USAGE = `node bench/rebuild.ts [--claims 20000] [--bare]
Verifies, rebuilds and replays a synthetic journal in a database of its own, which is deleted at the end. --bare leaves out the indexes of
the claims collection. The store is that of SANTUN_MONGO_URL, or the one held open by \`node stack/servers.ts --data .run/dev\`.`;
const TARGET = 3_000;
const CLAIMS_PER_INSERT = 200;
const HELD_OPEN = '.run/dev/env.json';

type Measured = { readonly pass: string; readonly claimsPerSecond: number; readonly ownCpuMsPerClaim: number };
type Pass = (args: readonly string[], io: Parameters<Command>[1], deps: RecordDeps) => Promise<number>;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { claims: { type: 'string', default: '20000' }, bare: { type: 'boolean', default: false } } });
  const claims = Number(values.claims);
  if (!Number.isSafeInteger(claims) || claims < 1) throw new Error(USAGE);
  console.error(describeConditions(conditions()));
  const name = `bench-rebuild-${process.pid}`;
  const source = { url: inDatabase(name), name };
  const mongo = await connectMongo(source.url);
  try {
    const stores = createStores(mongo, { personKey: name });
    if (!values.bare) await stores.ensureIndexes();
    await stores.calendars.activate(NTT_2026);
    const facts = await fill(mongo.collection('journal'), claims);
    console.error(`${claims} claims of ${facts} facts`);
    const measured: Measured[] = [];
    const measure = async (pass: string, command: Pass, args: readonly string[] = []): Promise<void> => {
      measured.push(await timed(pass, claims, (io) => command(args, io, { source })));
    };
    await measure('verify-journal', verifyJournal);
    await measure('rebuild, every document missing', rebuild);
    await measure('rebuild, every document right', rebuild, ['--dry-run']);
    await measure('replay-decisions', replayDecisions);
    console.log(JSON.stringify({ bench: 'rebuild', claims, facts, indexes: !values.bare, target: TARGET, measured }, null, 2));
  } finally {
    await mongo.dropDatabase();
    await mongo.close();
  }
}

type Journal = { insertMany(entries: object[]): Promise<unknown> };

/** The same story under every number; answers how many facts it has. */
async function fill(journal: Journal, claims: number): Promise<number> {
  const template = JSON.stringify(factsOf(claimIdAt(0)));
  const facts = JSON.parse(template) as readonly Fact[];
  for (let from = 0; from < claims; from += CLAIMS_PER_INSERT) {
    const indexes = Array.from({ length: Math.min(CLAIMS_PER_INSERT, claims - from) }, (_, offset) => from + offset);
    // A payout is named after its claim.
    const told = (index: number): readonly Fact[] => JSON.parse(template.replaceAll(claimIdAt(0), claimIdAt(index)));
    await journal.insertMany(indexes.flatMap((index) => chain(claimIdAt(index), 1, told(index), CHAIN_START)));
  }
  return facts.length;
}

async function timed(pass: string, claims: number, run: (io: Parameters<Command>[1]) => Promise<number>): Promise<Measured> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  let last = '';
  stdout.on('data', (piece) => {
    last = String(piece);
  });
  stderr.resume();
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const code = await run({ stdin, stdout, stderr });
  const elapsedMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  if (code !== 0) throw new Error(`${pass} ended with ${code}: ${last}`);
  console.error(`${pass}: ${last.trim().split('\n').at(-1)}`);
  const ownCpuMsPerClaim = Math.round((user + system) / claims) / 1_000;
  return { pass, claimsPerSecond: Math.round((claims / elapsedMs) * 1_000), ownCpuMsPerClaim };
}

function inDatabase(name: string): string {
  const held = existsSync(HELD_OPEN) ? (JSON.parse(readFileSync(HELD_OPEN, 'utf8')) as Record<string, string>) : {};
  const address = process.env.SANTUN_MONGO_URL ?? held.SANTUN_MONGO_URL;
  if (address === undefined) throw new Error(USAGE);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.toString();
}

void main();
