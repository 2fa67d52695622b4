import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';

const Addresses = z.object({ SANTUN_TEMPORAL_ADDRESS: z.string(), SANTUN_KAFKA_BROKERS: z.string(), SANTUN_MONGO_URL: z.string() });

export type TestStack = {
  readonly temporalAddress: string;
  readonly kafkaBrokers: string;
  /** Without a database; ask `mongoUrl(freshName(…))` for one of the file's own. */
  mongoUrl(database: string): string;
  /** Under the names config/env.ts reads, to hand to a process. */
  readonly env: z.infer<typeof Addresses>;
};

/** The servers of this run: those of `npm test`, or those a developer holds open with `node stack/servers.ts --data .run/dev`. */
export function testStack(source: Readonly<Record<string, string | undefined>> = process.env, rootDir = process.cwd()): TestStack {
  const env = Addresses.safeParse(source).data ?? heldOpen(join(rootDir, '.run', 'dev', 'env.json'));
  return {
    temporalAddress: env.SANTUN_TEMPORAL_ADDRESS,
    kafkaBrokers: env.SANTUN_KAFKA_BROKERS,
    mongoUrl(database) {
      const url = new URL(env.SANTUN_MONGO_URL);
      url.pathname = `/${database}`;
      return url.toString();
    },
    env,
  };
}

function heldOpen(file: string): z.infer<typeof Addresses> {
  if (existsSync(file)) return Addresses.parse(JSON.parse(readFileSync(file, 'utf8')));
  throw new Error('This test needs the real servers: run `npm test`, or hold them open with `node stack/servers.ts --data .run/dev`.');
}

/** For a task queue, a database or a topic prefix: each test file has its own, so that files do not see each other. */
export function freshName(prefix: string): string {
  return `${prefix}-${randomUUID().slice(0, 8)}`;
}

/** A claim number nobody has used: workflows live on in the servers a developer holds open. */
export function freshClaimId(): ClaimId {
  return claimIdFromDigest(randomBytes(10));
}
