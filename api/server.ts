import { createStatusSecret } from '#adapters/identity/status-secret.ts';
import { createTokenVerifier } from '#adapters/identity/verify.ts';
import { readEnv } from '#config/env.ts';
import { createContext } from '../workers/context.ts';
import { runUntilSignal } from '../workers/run-until-signal.ts';
import { createApp } from './app.ts';

/** A worker that is being replaced is back sooner than this. */
const PATIENCE_MS = 20_000;

const env = readEnv();
const context = await createContext('api', env);
const { stores, claims, bank, kafka, temporal, logger } = context;
const app = await createApp(
  {
    stores,
    claims,
    bank,
    verifyToken: createTokenVerifier({ issuer: env.SANTUN_OIDC_ISSUER, audience: env.SANTUN_OIDC_AUDIENCE }),
    statusSecret: createStatusSecret(env.SANTUN_PERSON_KEY),
    health: {
      store: stores.isReachable,
      workflow: temporal.isReachable,
      events: () =>
        kafka.check().then(
          () => true,
          () => false,
        ),
    },
    now: Date.now,
    patienceMs: PATIENCE_MS,
  },
  { logger },
);
const address = await app.listen({ host: env.SANTUN_API_HOST, port: env.SANTUN_API_PORT });
logger.info({ address }, 'listening');
await runUntilSignal(logger, [{ stop: () => app.close() }, { stop: () => context.close() }]);
