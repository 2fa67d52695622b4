import { createCalendarActivities } from '#activities/calendar.activities.ts';
import { createCheckActivities } from '#activities/checks.activities.ts';
import { createRecordActivities } from '#activities/record.activities.ts';
import { createScholarshipActivities } from '#activities/scholarship.activities.ts';
import { startWorker } from '#adapters/temporal/worker.ts';
import { createContext } from '#boot/context.ts';
import { startHealth } from '#boot/health.ts';
import { runUntilSignal } from '#boot/run-until-signal.ts';
import { prepareRuntime } from '#boot/runtime.ts';
import { temporalSecurityOf } from '#boot/secured.ts';
import { versioningOf } from '#boot/versioning.ts';
import { workflowsPath } from '#boot/workflows-path.ts';
import { readEnv } from '#config/env.ts';

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
