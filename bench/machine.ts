import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { KAFKA_VERSION } from '#stack/kafka.ts';
import { FERRETDB_VERSION } from '#stack/mongo.ts';
import { outputOf } from '#stack/prerequisites.ts';
import { presentTemporal } from '#stack/temporal/binary.ts';
import { TEMPORAL_SETTINGS } from '#stack/temporal.ts';

/** What figures are worth nothing without. */
export type Conditions = ReturnType<typeof conditions>;

export function conditions() {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> };
  return {
    at: new Date().toISOString(),
    machine: {
      cores: availableParallelism(),
      processor: cpus()[0]?.model ?? '',
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      /** Over 1, 5 and 15 minutes, before anything was started: above about 1 somebody else was at work too. */
      loadBefore: loadavg().map((load) => Math.round(load * 100) / 100),
    },
    versions: {
      node: process.version,
      temporalServer: `${temporalVersion()}, SQLite (WAL, synchronous NORMAL), one history shard`,
      temporalSdk: dependencies['@temporalio/worker'] ?? '',
      kafka: KAFKA_VERSION,
      store: `FerretDB ${FERRETDB_VERSION} on PostgreSQL 18 with DocumentDB, unless a mongod is on PATH`,
    },
    settings: TEMPORAL_SETTINGS,
  };
}

function temporalVersion(): string {
  const binary = presentTemporal();
  return binary === undefined ? 'unknown' : outputOf(binary, ['--version']).trim();
}

export function describeConditions({ machine, versions, settings }: Conditions): string {
  return [
    `${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, load before ${machine.loadBefore.join(' ')}`,
    `Node ${versions.node}, Temporal ${versions.temporalServer}, SDK ${versions.temporalSdk}, Kafka ${versions.kafka}`,
    `store: ${versions.store}`,
    `settings: ${settings.join(' ')}`,
  ].join('\n');
}
