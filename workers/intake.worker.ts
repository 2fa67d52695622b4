import { runIntake } from '#adapters/kafka/intake-consumer.ts';
import { createContext } from '#boot/context.ts';
import { startHealth } from '#boot/health.ts';
import { intakeGroup } from '#boot/intake-group.ts';
import { runUntilSignal } from '#boot/run-until-signal.ts';
import { signaturesOf, sourcesOf } from '#boot/secured.ts';
import { readEnv } from '#config/env.ts';
import { RECEIVED_TOPICS } from '#schemas/events/index.ts';
import { isTransient } from '#services/intake/faults.ts';
import { createIntake } from '#services/intake/intake.ts';

const context = await createContext('intake', readEnv());
const { env, kafka, stores, claims, log, logger } = context;
const intake = runIntake({
  connection: kafka,
  groupId: intakeGroup(env),
  topics: RECEIVED_TOPICS,
  handle: createIntake({
    ...stores,
    running: claims,
    families: { familyCodes: stores.familyCodes, publicUrl: env.SANTUN_PUBLIC_URL },
    personKey: env.SANTUN_PERSON_KEY,
    sources: sourcesOf(env),
    now: Date.now,
  }),
  isTransient,
  signatures: signaturesOf(env),
  log,
  metrics: context.metrics.intake,
});
await intake.joined();
const health = await startHealth(context);
await runUntilSignal(logger, [health, intake, { stop: () => context.close() }]);
