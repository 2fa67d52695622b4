import { createRecordActivities } from '#activities/record.activities.ts';
import { connect } from '#adapters/kafka/connection.ts';
import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';

/**
 * A process of its own that records one batch of facts and dies by SIGKILL at the point it is told: `before-journal`, `after-journal`,
 * `inside-journal` (after the first entry of several), `after-claims`, `after-publish`, or not at all (`none`).
 */
type Job = {
  readonly mongoUrl: string;
  readonly brokers: string;
  readonly topicPrefix: string;
  readonly dieAt: string;
  readonly batch: never;
};

async function main(): Promise<void> {
  const { mongoUrl, brokers, topicPrefix, dieAt, batch } = JSON.parse(process.argv[2] ?? '{}') as Job;
  const mongo = await connectMongo(mongoUrl);
  const stores = createStores(mongo, { personKey: 'unused-here' });
  const kafka = connect({ brokers: brokers.split(','), clientId: 'record-once', topicPrefix, log: () => undefined });
  const publisher = kafka.publisher();
  const dieIf = (point: string): void => {
    if (point === dieAt) process.kill(process.pid, 'SIGKILL');
  };
  const { recordFacts } = createRecordActivities({
    openEntitlements: async () => undefined,
    journal: {
      read: stores.journal.read,
      async append(claimId, firstSeq, facts, head) {
        dieIf('before-journal');
        if (dieAt === 'inside-journal') await stores.journal.append(claimId, firstSeq, facts.slice(0, 1), head);
        dieIf('inside-journal');
        const entries = await stores.journal.append(claimId, firstSeq, facts, head);
        dieIf('after-journal');
        return entries;
      },
    },
    claims: {
      find: stores.claims.find,
      async save(state, head) {
        await stores.claims.save(state, head);
        dieIf('after-claims');
      },
    },
    publisher: {
      async publish(events) {
        await publisher.publish(events);
        dieIf('after-publish');
      },
    },
  });
  await recordFacts(batch);
  await publisher.close();
  await mongo.close();
}

void main();
