import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { API_PATH } from '#schemas/http/api-path.ts';
import { deployWorkers } from '#stack/deploy-workers.ts';
import { freePort } from '#stack/ports.ts';
import { type RunningProcess, startProcess } from '#stack/processes.ts';
import { sandboxWorld } from '#stack/sandbox-world.ts';
import { reconcileScheduleId, scholarshipScheduleId, sweepScheduleId, taskQueues } from '#workflows/workflow-ids.ts';
import { realNow } from '../support/real-clock.ts';
import { testStack } from '../support/stack.ts';
import { type SweepWorld, startSweepWorld } from '../support/sweep-world.ts';
import { TEMPORAL_METRICS } from '../support/temporal-metrics.ts';
import { until } from '../support/until.ts';

const FILES = {
  claims: 'workers/claims.worker.ts',
  sweeper: 'workers/sweeper.worker.ts',
  intake: 'workers/intake.worker.ts',
  api: 'workers/api.worker.ts',
} as const;
type Name = keyof typeof FILES;
/** Claims are worked on at the end only: until then a rung is missed. */
const NAMES: readonly Name[] = ['sweeper', 'intake', 'api'];

describe('what each process tells of itself to whoever watches over it', () => {
  const stack = testStack();
  const ports = new Map<Name, number>();
  const processes: RunningProcess[] = [];
  let world: SweepWorld;
  let dataDir: string;
  let api: string;
  let env: Record<string, string>;

  const read = async (name: Name): Promise<string> => (await fetch(`http://127.0.0.1:${ports.get(name)}/metrics`)).text();
  const told = (name: Name, line: string): Promise<string> =>
    until(`${name} told ${line}`, async () => {
      const text = await read(name);
      return text.includes(line) && text;
    });

  async function start(name: Name): Promise<void> {
    const port = await freePort();
    ports.set(name, port);
    const spec = { name, file: FILES[name], env: { ...env, SANTUN_HEALTH_PORT: String(port) }, logFile: join(dataDir, `${name}.log`) };
    processes.push(await startProcess({ ...spec, readyWhen: { line: '"ready":true' }, readyWithinMs: 90_000 }));
  }

  beforeAll(async () => {
    world = await startSweepWorld();
    dataDir = mkdtempSync(join(tmpdir(), `santun-${world.name}-`));
    const { santun } = await sandboxWorld(dataDir, { ...stack.env, SANTUN_MONGO_URL: stack.mongoUrl(world.name) }, () => undefined);
    api = `http://127.0.0.1:${santun.SANTUN_API_PORT}`;
    env = {
      ...santun,
      SANTUN_TASK_QUEUE: world.name,
      SANTUN_KAFKA_TOPIC_PREFIX: `${world.name}.`,
      SANTUN_SWEEP_EVERY_MS: '1000',
    };
    for (const name of NAMES) await start(name);
    await deployWorkers(env, ['sweeper']);
  }, 180_000);
  afterAll(async () => {
    for (const process of processes) await process.stop();
    const queues = taskQueues(world.name);
    for (const id of [sweepScheduleId(queues), reconcileScheduleId(queues), scholarshipScheduleId(queues)]) {
      await world.temporal.client.schedule.getHandle(id).delete();
    }
    await world.close();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  test('each says which process of which release it is, and what it costs the machine', async () => {
    for (const name of NAMES) {
      const text = await read(name);
      expect(text).toMatch(new RegExp(`^santun_build_info\\{process="${name}",build="[0-9a-f]{12}"\\} 1$`, 'm'));
      expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
      expect(text).toContain('process_resident_memory_bytes');
    }
  });

  test('what it says is one text in the format of Prometheus, also where two registries speak in it', async () => {
    for (const name of NAMES) {
      const lines = (await read(name)).split('\n').filter((line) => line !== '');
      const samples = lines.filter((line) => !line.startsWith('#'));
      expect(samples.filter((line) => !/^[a-z_]\w*(\{(\w+="[^"\n]*",?)*\})? (-?[\d.]+(e[+-]?\d+)?|Nan)$/.test(line))).toEqual([]);
      const types = lines.filter((line) => line.startsWith('# TYPE ')).map((line) => line.split(' ')[2]);
      expect(new Set(types).size).toBe(types.length);
    }
  });

  test('its port goes on saying whether it is healthy', async () => {
    const answer = await fetch(`http://127.0.0.1:${ports.get('api')}/health`);
    expect(await answer.json()).toEqual({ ready: true, down: [] });
  });

  test('the API tells how it answered by the template of the route, and tells it to nobody at its public port', async () => {
    expect((await fetch(`${api}${API_PATH}/claims/STN-ABCDE-FGHJK`)).status).toBe(401);
    expect((await fetch(`${api}/metrics`)).status).toBe(404);
    expect((await fetch(`${api}/%E0%A4%A`)).status).toBe(400);
    const text = await told('api', 'santun_http_requests_total{method="GET",route="unmatched",status="404"} 1');
    expect(text).toContain('santun_http_requests_total{method="GET",route="/api/v1/claims/:claimId",status="401"} 1');
    expect(text).toContain('santun_http_requests_total{method="GET",route="unmatched",status="400"} 1');
    expect(text).not.toContain('STN-');
  });

  test('the sweeper tells what lies in the store: an open claim, how it stands, an incident about it', async () => {
    const at = realNow() - 120_000;
    await world.open(1, { at, rungAt: at + 30_000 });
    const text = await told('sweeper', 'santun_incidents_open{kind="rung-missed"} 1');
    expect(text).toContain('santun_claims_open{status="registered"} 1');
    expect(text).toContain('santun_claims_open{status="paying"} 0');
    expect(text).toContain('santun_payouts_unsettled{state="unknown"} 0');
    expect(text).toContain('santun_payout_unknown_oldest_seconds 0');
    expect(text).toContain('santun_claims_standing{standing="safe"} 1');
    expect(text).not.toContain('STN-');
  }, 90_000);

  test('an event nobody can use is counted where it was turned away, and lies in dead letters; nothing waits', async () => {
    const kafka = new Kafka({ brokers: stack.kafkaBrokers.split(','), logLevel: logLevel.NOTHING });
    const producer = kafka.producer();
    await producer.connect();
    await producer.send({ topic: `${world.name}.partner-events`, messages: [{ key: 'siti', value: 'bukan JSON' }] });
    await producer.disconnect();
    const intake = await until('the dead letter counted', async () => {
      const text = await read('intake');
      return /^santun_intake_dead_letters_total\{topic="partner-events",code="[a-z-]+"\} 1$/m.test(text) && text;
    });
    expect(intake).not.toContain('siti');
    const sweeper = await told('sweeper', 'santun_dead_letters 1');
    expect(sweeper).toMatch(/^santun_consumer_lag\{topic="partner-events",partition="\d"\} 0$/m);
  }, 90_000);

  test('a worker tells how long Temporal’s tasks waited for it, in seconds, and names no claim', async () => {
    const text = await told('sweeper', 'temporal_activity_schedule_to_start_latency_seconds_bucket');
    for (const name of TEMPORAL_METRICS) expect(text).toContain(name);
    expect(text).not.toMatch(/STN-|claim:/);
    expect(text).not.toContain('santun_collection_failures_total{');
  }, 90_000);

  test('the claims worker tells how late a warning was that waited for it', async () => {
    const at = realNow() - 120_000;
    await world.open(2, { at, rungAt: at + 30_000 });
    await start('claims');
    await deployWorkers(env, ['claims']);
    const text = await told('claims', 'santun_rung_lateness_seconds_count{clock="stage-1-report",cause="alarm"}');
    expect(text).toContain('santun_rung_lateness_seconds_bucket{le="60",clock="stage-1-report",cause="alarm"} 0');
    expect(text).not.toContain('STN-');
  }, 180_000);
});
