import { createReconcileActivities } from '#activities/reconcile.activities.ts';
import { createScholarshipYearsActivities } from '#activities/scholarship-years.activities.ts';
import { createSweepActivities } from '#activities/sweep.activities.ts';
import { keepReconcileSchedule } from '#adapters/temporal/reconcile-schedule.ts';
import { keepScholarshipSchedule } from '#adapters/temporal/scholarship-schedule.ts';
import { keepSweepSchedule } from '#adapters/temporal/sweep-schedule.ts';
import { startWorker } from '#adapters/temporal/worker.ts';
import { createContext } from '#boot/context.ts';
import { figuresOf } from '#boot/figures.ts';
import { startHealth } from '#boot/health.ts';
import { messagesOf } from '#boot/messages.ts';
import { runUntilSignal } from '#boot/run-until-signal.ts';
import { prepareRuntime } from '#boot/runtime.ts';
import { temporalSecurityOf } from '#boot/secured.ts';
import { versioningOf } from '#boot/versioning.ts';
import { workflowsPath } from '#boot/workflows-path.ts';
import { readEnv } from '#config/env.ts';

const context = await createContext('sweeper', readEnv());
const { env, stores, queues, bank, claims, payments, scholarships, temporal, logger } = context;
await prepareRuntime(context);
context.metrics.exportFigures(figuresOf(context, Date.now));
const worker = await startWorker({
  address: env.SANTUN_TEMPORAL_ADDRESS,
  security: temporalSecurityOf(env),
  namespace: env.SANTUN_TEMPORAL_NAMESPACE,
  taskQueue: queues.sweeper,
  workflowsPath,
  versioning: versioningOf(env, queues.sweeper),
  activities: {
    ...createSweepActivities({
      ...stores,
      running: claims,
      payments,
      now: Date.now,
      newsWaitsMs: env.SANTUN_NEWS_WAITS_HOURS * 3_600_000,
      standings: context.metrics.standings,
      ...messagesOf(env),
    }),
    ...createReconcileActivities({ ...stores, running: claims, bank, now: Date.now }),
    ...createScholarshipYearsActivities({ ...stores, scholarships, now: Date.now }),
  },
});
await keepSweepSchedule(temporal.client, queues, env.SANTUN_SWEEP_EVERY_MS);
await keepReconcileSchedule(temporal.client, queues, env.SANTUN_RECONCILE_AT);
await keepScholarshipSchedule(temporal.client, queues, env.SANTUN_SCHOLARSHIP_AT);
const health = await startHealth(context);
await runUntilSignal(logger, [health, worker, { stop: () => context.close() }]);
