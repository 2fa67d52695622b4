import { createSealed } from '#adapters/identity/sealed.ts';
import { createSignIn } from '#adapters/identity/sign-in.ts';
import { createStatusSecret } from '#adapters/identity/status-secret.ts';
import { createTokenVerifier } from '#adapters/identity/verify.ts';
import { createCalendarRollouts } from '#adapters/temporal/calendar-rollouts.ts';
import { createTimeMachine } from '#adapters/temporal/time-machine.ts';
import { createApp } from '#api/app.ts';
import { shared } from '#api/routes/health.ts';
import { createContext } from '#boot/context.ts';
import { startHealth } from '#boot/health.ts';
import { runUntilSignal } from '#boot/run-until-signal.ts';
import { readEnv } from '#config/env.ts';
import release from '#package.json' with { type: 'json' };

/** A worker that is being replaced is back sooner than this. */
const PATIENCE_MS = 20_000;
/** The question opens a connection of its own, and anybody may make us ask it. */
const EVENTS_ASKED_EVERY_MS = 5_000;

const env = readEnv();
const context = await createContext('api', env);
const { stores, claims, payments, scholarships, bank, kafka, temporal, queues, logger } = context;
const app = await createApp(
  {
    stores,
    claims,
    payments,
    scholarships,
    rollouts: createCalendarRollouts(temporal.client, queues),
    bank,
    verifyToken: createTokenVerifier({ issuer: env.SANTUN_OIDC_ISSUER, audience: env.SANTUN_OIDC_AUDIENCE }),
    desk: {
      signIn: createSignIn({
        issuer: env.SANTUN_OIDC_ISSUER,
        clientId: env.SANTUN_OIDC_CLIENT_ID,
        audience: env.SANTUN_OIDC_AUDIENCE,
      }),
      sessions: createSealed(env.SANTUN_PERSON_KEY, 'session'),
      departures: createSealed(env.SANTUN_PERSON_KEY, 'departure'),
      ...(env.SANTUN_PUBLIC_URL === '' ? {} : { publicUrl: env.SANTUN_PUBLIC_URL }),
    },
    statusSecret: createStatusSecret(env.SANTUN_PERSON_KEY),
    health: {
      store: stores.isReachable,
      workflow: temporal.isReachable,
      events: shared(() => kafka.check().then(() => true), EVENTS_ASKED_EVERY_MS),
    },
    now: Date.now,
    ...(env.SANTUN_MODE === 'sandbox'
      ? { oldCodes: 'always' as const, timeMachine: createTimeMachine({ temporal, claims, journal: stores.journal }) }
      : {}),
    patienceMs: PATIENCE_MS,
  },
  {
    logger,
    trustedProxies: env.SANTUN_TRUST_PROXY,
    checkReplies: env.SANTUN_MODE === 'sandbox',
    version: release.version,
    observe: context.metrics.requestAnswered,
  },
);
const address = await app.listen({ host: env.SANTUN_API_HOST, port: env.SANTUN_API_PORT });
logger.info({ address }, 'listening');
const health = await startHealth(context);
await runUntilSignal(logger, [{ stop: () => app.close() }, health, { stop: () => context.close() }]);
