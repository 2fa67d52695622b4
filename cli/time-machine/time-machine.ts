import { connectMongo } from '#adapters/mongo/connection.ts';
import { createJournalStore } from '#adapters/mongo/journal-store.ts';
import { createClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import { connectTemporal } from '#adapters/temporal/connection.ts';
import { type Aim, CannotTravel, createTimeMachine, type Travelled } from '#adapters/temporal/time-machine.ts';
import { temporalSecurityOf } from '#boot/secured.ts';
import { type Command, USAGE_ERROR } from '#cli/command.ts';
import { readRecord } from '#cli/explain/explain.ts';
import { DEFAULT_ZONE, tellSince } from '#cli/explain/explain-claim.ts';
import { readRunningEnv } from '#cli/running-env.ts';
import type { Env } from '#config/env.ts';
import { type ClaimId, parseClaimId } from '#domain/claim/claim-number.ts';
import { formatInstant } from '#domain/format/date.ts';
import { text } from '#locales/text.ts';
import { DURATION_SHAPE, INSTANT_SHAPE, parseDuration, parseZonedInstant } from '#schemas/http/time-machine.ts';
import { taskQueues } from '#workflows/workflow-ids.ts';

const FAILED = 1;
const HELP = `santun time-machine memajukan waktu satu klaim dan pembayarannya, untuk peragaan; klaim lain dan jam dinding tidak ikut.

Pemakaian:
  npm run -s santun -- time-machine STN-ABCDE-FGHJK +2d     dua hari; juga +4h (jam), +30m (menit)
  npm run -s santun -- time-machine STN-ABCDE-FGHJK --to 2026-03-27T16:00+08:00

Hanya bila SANTUN_MODE=sandbox. Sistemnya: variabel SANTUN_* bila disetel; jika tidak, yang dijalankan npm start atau npm run demo.
Paling banyak 400 hari sekali jalan. Kode keluar: 0 berhasil; 1 tidak dapat; 2 nomor atau waktu salah tulis.
`;

export const timeMachine: Command = async (args, { stdout, stderr }) => {
  if (args.includes('--help') || args.includes('-h')) {
    stdout.write(HELP);
    return 0;
  }
  const fail = (sentence: string, code: number): number => {
    stderr.write(`${sentence}\n`);
    return code;
  };
  const wish = readWish(args);
  if (typeof wish === 'string') return fail(wish, USAGE_ERROR);
  try {
    const env = readRunningEnv();
    if (env.SANTUN_MODE !== 'sandbox') return fail('Mesin waktu hanya ada di peragaan (SANTUN_MODE=sandbox).', FAILED);
    stdout.write(`${(await moveAndTell(env, wish)).join('\n')}\n`);
    return 0;
  } catch (error) {
    if (error instanceof CannotTravel) return fail(text(`timeMachine.${error.why}`), FAILED);
    return fail(`Gagal: ${error instanceof Error ? error.message : String(error)}`, FAILED);
  }
};

type Wish = { readonly claimId: ClaimId; readonly aim: Aim };

function readWish([number = '', ...rest]: readonly string[]): Wish | string {
  const claimId = parseClaimId(number);
  if (!claimId) return 'Sebutkan nomor klaimnya dahulu; bentuknya STN-ABCDE-FGHJK.';
  const [first = '', second = '', ...more] = rest;
  const shapes = `${DURATION_SHAPE} ${INSTANT_SHAPE}`;
  if (first === '--to') {
    const to = parseZonedInstant(second);
    return to === undefined || more.length > 0 ? shapes : { claimId, aim: { to } };
  }
  const ms = parseDuration(first);
  return ms === undefined || rest.length > 1 ? shapes : { claimId, aim: { ms } };
}

async function moveAndTell(env: Env, { claimId, aim }: Wish): Promise<readonly string[]> {
  const mongo = await connectMongo(env.SANTUN_MONGO_URL);
  try {
    const temporal = await connectTemporal(env.SANTUN_TEMPORAL_ADDRESS, env.SANTUN_TEMPORAL_NAMESPACE, temporalSecurityOf(env));
    try {
      const claims = createClaimGateway(temporal.client, taskQueues(env.SANTUN_TASK_QUEUE));
      const travelled = await createTimeMachine({ temporal, claims, journal: createJournalStore(mongo) }).travel(claimId, aim);
      return await tell(env, claimId, travelled);
    } finally {
      await temporal.close();
    }
  } finally {
    await mongo.close();
  }
}

async function tell(
  { SANTUN_MONGO_URL: url }: Env,
  claimId: ClaimId,
  { from, to, hasEnded, entries }: Travelled,
): Promise<readonly string[]> {
  const record = await readRecord({ url, name: '', isSandbox: true }, claimId, Date.now);
  if (typeof record === 'string') throw new Error(record);
  const zone = record.calendar?.zone ?? DEFAULT_ZONE;
  const [first] = entries;
  const ending = hasEnded ? ' Klaimnya selesai; waktu sesudahnya tidak dijalani.' : '';
  return [
    `Klaim ${claimId}: dari ${formatInstant(from, zone)} sampai ${formatInstant(to, zone)}.${ending}`,
    ...(first ? [`Yang terjadi: ${entries.length} fakta`, ...tellSince(record, first.seq)] : ['Tidak ada yang terjadi.']),
  ];
}
