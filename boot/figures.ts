import type { Figures } from '#adapters/metrics/port.ts';
import { RECEIVED_TOPICS } from '#schemas/events/index.ts';
import type { Context } from './context.ts';
import { intakeGroup } from './intake-group.ts';

type Asked = Pick<Context, 'stores' | 'kafka' | 'env'>;

/** What lies in store and brokers, in a handful of counts along indexes. */
export function figuresOf({ stores, kafka, env }: Asked, now: () => number): Figures {
  return {
    async store() {
      const [claims, payouts, oldest, incidents] = await Promise.all([
        stores.openClaims.countByStatus(),
        stores.payouts.countUnsettled(),
        stores.payouts.oldestUnknown(),
        stores.incidents.countOpen(),
      ]);
      return { claims, payouts, incidents, oldestUnknownSeconds: oldest === undefined ? 0 : Math.max(0, now() - oldest) / 1_000 };
    },
    async kafka() {
      const group = intakeGroup(env);
      const [received, dead] = await Promise.all([kafka.lag(group, RECEIVED_TOPICS), kafka.lag(group, ['dead-letters'])]);
      const lag = received.map((one) => ({ topic: one.topic, partition: one.partition, lag: Number(one.lag) }));
      return { lag, deadLetters: dead.reduce((sum, one) => sum + Number(one.lag), 0) };
    },
  };
}
