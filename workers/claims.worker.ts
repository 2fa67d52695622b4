import { createCalendarActivities } from '#activities/calendar.activities.ts';
import { createCheckActivities } from '#activities/checks.activities.ts';
import { createRecordActivities } from '#activities/record.activities.ts';
import { createScholarshipActivities } from '#activities/scholarship.activities.ts';
import { startWorker } from '#adapters/temporal/worker.ts';
import { readEnv } from '#config/env.ts';
import { createContext } from './context.ts';
import { startHealth } from './health.ts';
import { runUntilSignal } from './run-until-signal.ts';
import { prepareRuntime } from './runtime.ts';
import { temporalSecurityOf } from './secured.ts';
import { versioningOf } from './versioning.ts';
import { workflowsPath } from './workflows-path.ts';

const context = await createContext('claims', readEnv());
const { env, kafka, stores, queues, claims, bank, civilRegistry, membershipRegistry, logger } = context;
await prepareRuntime(context);
const publisher = kafka.publisher();
const scholarship = createScholarshipActivities(stores);
const worker = await startWorker({
  address: env.SANTUN_TEMPORAL_ADDRESS,
  security: temporalSecurityOf(env),
  namespace: env.SANTUN_TEMPORAL_NAMESPACE,
  taskQueue: queues.claims,
  workflowsPath,
  versioning: versioningOf(env, queues.claims),
  activities: {
    ...createRecordActivities({
      ...stores,
      publisher,
      openEntitlements: scholarship.openEntitlements,
      rungReached: context.metrics.rungReached,
    }),
    ...createCheckActivities({ ...stores, running: claims, bank, civilRegistry, membershipRegistry, now: Date.now }),
    ...createCalendarActivities({ ...stores, running: claims, now: Date.now }),
    ...scholarship,
  },
});
const health = await startHealth(context);
await runUntilSignal(logger, [health, worker, { stop: () => publisher.close() }, { stop: () => context.close() }]);
