import { createPayoutActivities } from '#activities/payout.activities.ts';
import { beating } from '#activities/with-heartbeat.ts';
import { bankWaitsOf } from '#adapters/bank/snap-config.ts';
import { startWorker } from '#adapters/temporal/worker.ts';
import { createContext } from '#boot/context.ts';
import { startHealth } from '#boot/health.ts';
import { runUntilSignal } from '#boot/run-until-signal.ts';
import { prepareRuntime } from '#boot/runtime.ts';
import { temporalSecurityOf } from '#boot/secured.ts';
import { versioningOf } from '#boot/versioning.ts';
import { workflowsPath } from '#boot/workflows-path.ts';
import { readEnv } from '#config/env.ts';

const toMs = (seconds: number): number => Math.round(seconds * 1_000);

const context = await createContext('payouts', readEnv());
const { env, stores, queues, bank, claims: running, scholarships, logger } = context;
await prepareRuntime(context);
const worker = await startWorker({
  address: env.SANTUN_TEMPORAL_ADDRESS,
  security: temporalSecurityOf(env),
  namespace: env.SANTUN_TEMPORAL_NAMESPACE,
  taskQueue: queues.payouts,
  workflowsPath,
  versioning: versioningOf(env, queues.payouts),
  activities: beating(
    createPayoutActivities({
      ...stores,
      running,
      scholarships,
      bank,
      patience: {
        firstInquiryMs: bankWaitsOf(env).firstInquiryMs,
        inquiryMs: env.SANTUN_BANK_INQUIRY_SECONDS.map(toMs),
        resendMs: env.SANTUN_BANK_RESEND_SECONDS.map(toMs),
      },
      now: Date.now,
    }),
  ),
});
const health = await startHealth(context);
await runUntilSignal(logger, [health, worker, { stop: () => context.close() }]);
