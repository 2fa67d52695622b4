import { parseArgs } from 'node:util';
import { connectTemporal } from '#adapters/temporal/connection.ts';
import { makeAllCurrent, VersionNotPolled } from '#adapters/temporal/deployments.ts';
import { temporalSecurityOf } from '#boot/secured.ts';
import { buildIdOf } from '#boot/versioning.ts';
import { type Command, USAGE_ERROR } from '#cli/command.ts';
import { readRunningEnv } from '#cli/running-env.ts';
import { taskQueues } from '#workflows/workflow-ids.ts';

const FAILED = 1;
/** A container's worker bundles its workflows first. */
const WAIT_SECONDS = 120;

const HELP = `Pemakaian: santun deploy [--build RILIS] [--wait DETIK]

Memindahkan pekerjaan ke satu rilis: klaim baru, dan klaim berjalan yang tidak dipaku, dikerjakan pekerja rilis itu.
Tanpa --build: rilis program ini. Menunggu sampai pekerjanya terlihat (paling lama ${WAIT_SECONDS} detik); aman dijalankan berulang kali.
Kode keluar: 0 berhasil; 1 pekerja rilis itu tidak terlihat atau Temporal tidak menjawab; 2 pilihan salah.
`;

export const deploy: Command = async (args, { stdout, stderr }) => {
  if (args.includes('--help') || args.includes('-h')) {
    stdout.write(HELP);
    return 0;
  }
  const wish = readWish(args);
  if (!wish) {
    stderr.write(HELP);
    return USAGE_ERROR;
  }
  try {
    const env = readRunningEnv();
    if (env.SANTUN_WORKER_VERSIONING === 'off') {
      stdout.write('Versi pekerja dimatikan (SANTUN_WORKER_VERSIONING=off): tidak ada yang perlu dipindahkan.\n');
      return 0;
    }
    const buildId = wish.build ?? buildIdOf(env);
    const temporal = await connectTemporal(env.SANTUN_TEMPORAL_ADDRESS, env.SANTUN_TEMPORAL_NAMESPACE, temporalSecurityOf(env));
    try {
      await makeAllCurrent(temporal, buildId, Object.values(taskQueues(env.SANTUN_TASK_QUEUE)), {
        withinMs: wish.waitSeconds * 1_000,
        done: (name, outcome) => stdout.write(`${name}: rilis ${buildId} ${outcome === 'made' ? 'sekarang dipakai' : 'sudah dipakai'}.\n`),
      });
    } finally {
      await temporal.close();
    }
    return 0;
  } catch (error) {
    stderr.write(`Pemindahan gagal: ${whyNot(error)}\n`);
    return FAILED;
  }
};

function whyNot(error: unknown): string {
  if (!(error instanceof VersionNotPolled)) return error instanceof Error ? error.message : String(error);
  const { deploymentName, buildId } = error.version;
  return `tidak ada pekerja ${deploymentName} dengan rilis ${buildId} yang meminta pekerjaan. Periksa apakah prosesnya berjalan.`;
}

type Wish = { readonly build?: string; readonly waitSeconds: number };

function readWish(args: readonly string[]): Wish | undefined {
  try {
    const { build, wait = String(WAIT_SECONDS) } = parseArgs({
      args: [...args],
      options: { build: { type: 'string' }, wait: { type: 'string' } },
    }).values;
    const isUsable = /^\d{1,4}$/.test(wait) && (build === undefined || /^[\w-]{1,64}$/.test(build));
    return isUsable ? { waitSeconds: Number(wait), ...(build === undefined ? {} : { build }) } : undefined;
  } catch {
    return undefined;
  }
}
