import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { z } from 'zod';
import { ENV_NAMES } from '#config/env.ts';
import { KAFKA_VERSION } from '#stack/kafka.ts';
import { TEMPORAL_VERSION } from '#stack/temporal/binary.ts';
import { TEMPORAL_SETTINGS } from '#stack/temporal.ts';

const rootDir = process.cwd();
const text = (path: string): string => readFileSync(join(rootDir, path), 'utf8');
const compose = parse(text('docker-compose.yml'), { merge: true });

const Service = z.looseObject({
  image: z.string().optional(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  profiles: z.array(z.string()).default([]),
  healthcheck: z.unknown().optional(),
  restart: z.string().optional(),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
});
const { services, volumes } = z
  .object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.unknown()) })
  .parse(compose);
const service = (name: string): z.infer<typeof Service> => Service.parse(services[name]);

const SANTUN = {
  api: 'workers/api.worker.ts',
  claims: 'workers/claims.worker.ts',
  payouts: 'workers/payouts.worker.ts',
  sweeper: 'workers/sweeper.worker.ts',
  intake: 'workers/intake.worker.ts',
};
const SANDBOX = {
  'sandbox-bank': 'sandbox/bank',
  'sandbox-identity': 'sandbox/identity',
  'sandbox-civil-registry': 'sandbox/civil-registry',
  'sandbox-membership-registry': 'sandbox/membership-registry',
  'sandbox-messages': 'sandbox/messages',
};

function violations(document: unknown): readonly string[] {
  // It names its dialect by an address nobody serves, ids by the keyword of an older one, and `format`s that are docker's own.
  const schema = JSON.parse(text('test/stack/compose-spec.schema.json'), (key, value) =>
    DIALECT.has(key) && typeof value === 'string' ? undefined : value,
  );
  const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  validate(document);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
const DIALECT: ReadonlySet<string> = new Set(['$schema', 'id']);

describe('docker-compose.yml', () => {
  test('is valid by the schema of the Compose Specification', () => {
    expect(violations(compose)).toEqual([]);
  });

  test('would not be valid with a misspelt key (the schema does look)', () => {
    expect(violations({ ...compose, services: { api: { imagee: 'santun' } } })).toEqual([
      '/services/api must NOT have additional properties',
    ]);
  });

  test.each(Object.entries(SANTUN))('%s runs %s with exactly the variables of config/env.ts', (name, file) => {
    expect(service(name).command).toEqual(['node', file]);
    expect(Object.keys(service(name).environment).sort()).toEqual([...ENV_NAMES].sort());
  });

  test.each(Object.entries(SANDBOX))('%s gets only variables that %s/env.ts reads, and every one it cannot do without', (name, folder) => {
    const source = text(`${folder}/env.ts`);
    const known = [...source.matchAll(/^ {2}(SANTUN_SANDBOX_\w+): (z.*?)(?=^ {2}SANTUN_|^\}\);)/gms)];
    const required = known.filter(([, , shape = '']) => !/\.default\(|\.optional\(/.test(shape)).map(([, variable = '']) => variable);
    const given = Object.keys(service(name).environment);
    expect(known.map(([, variable = '']) => variable)).toEqual(expect.arrayContaining(given));
    expect(given).toEqual(expect.arrayContaining(required));
    expect(service(name).profiles).toEqual(['sandbox']);
  });

  /** What a secured Kafka or Temporal asks for; without one they are empty, which the processes read as none. */
  const OPTIONAL = /^SANTUN_((KAFKA|TEMPORAL)_(API_)?(KEY|PASSWORD)|EVENT_SECRETS|MESSAGES_KEY)$/;

  test('no secret has a default', () => {
    const secrets = Object.values(services).flatMap(({ environment }) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|PWD|SECRET|_KEY$|MONGO_URL/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(10);
    for (const [name, value] of secrets) {
      // Required with a sentence, or empty where only the sandbox profile uses it and its own process refuses emptiness.
      expect(`${name}=${value}`).toMatch(name.startsWith('SANTUN_SANDBOX_') || OPTIONAL.test(name) ? /\$\{\w+:-\}$/ : /\$\{\w+:\?set .+\}/);
    }
  });

  test('the store’s own user may add to journals and reads, and change every other collection that a schema names', () => {
    const setup = text('stack/docker/mongo-setup.js');
    const listed = (name: string): readonly string[] =>
      [...(new RegExp(`const ${name} = \\[([^\\]]+)\\]`).exec(setup)?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(([, one = '']) => one);
    const sources = readdirSync(join(rootDir, 'adapters/mongo')).map((file) => text(`adapters/mongo/${file}`));
    const named = sources.flatMap((source) => [...source.matchAll(/\bcollection: '([\w-]+)', versionKey/g)].map(([, name = '']) => name));
    const added = ['journal', 'entitlement_journal', 'reads'];
    expect(listed('ADDED_ONLY')).toEqual(added);
    expect([...listed('CHANGED')].sort()).toEqual([...new Set(named)].filter((name) => !added.includes(name)).sort());
  });

  test('everything that keeps running is restarted, and every server says whether it is healthy', () => {
    for (const [name, { restart }] of Object.entries(services)) expect(`${name} ${restart}`).toMatch(/ (unless-stopped|on-failure:\d+)$/);
    for (const name of [...Object.keys(SANTUN), 'temporal', 'temporal-db', 'kafka', 'mongo', ...Object.keys(SANDBOX)])
      expect(service(name).healthcheck).toBeDefined();
  });

  test('every volume that is mounted is named, and every named one is mounted', () => {
    const mounted = Object.values(services).flatMap((one) => one.volumes.map((volume) => volume.split(':')[0] ?? ''));
    expect([...new Set(mounted.filter((volume) => !volume.startsWith('.')))].sort()).toEqual(Object.keys(volumes).sort());
  });

  test('publishes ports on the loopback address only', () => {
    const ports = Object.values(services).flatMap((one) => one.ports);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('runs the versions of Temporal and Kafka that Santun is tested with', () => {
    expect(service('temporal').image).toBe(`temporalio/server:${TEMPORAL_VERSION}`);
    expect(service('temporal-schema').image).toBe(`temporalio/admin-tools:${TEMPORAL_VERSION}`);
    expect(service('kafka').image).toBe(`apache/kafka:${KAFKA_VERSION}`);
  });
});

describe("Temporal's settings", () => {
  const settings = (path: string): readonly string[] =>
    Object.entries(z.record(z.string(), z.tuple([z.object({ value: z.union([z.boolean(), z.number()]) })])).parse(parse(text(path)))).map(
      ([name, [{ value }]]) => `${name}=${value}`,
    );
  const skipping = 'frontend.WorkflowTimeSkippingEnabled=true';

  test('are those of the server Santun starts itself, without time skipping', () => {
    expect([...settings('stack/docker/temporal-settings.yaml'), skipping].sort()).toEqual([...TEMPORAL_SETTINGS].sort());
  });

  test('allow time skipping in the sandbox', () => {
    expect([...settings('stack/docker/temporal-settings.sandbox.yaml')].sort()).toEqual([...TEMPORAL_SETTINGS].sort());
  });
});
