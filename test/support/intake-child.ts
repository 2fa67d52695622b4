import { connect } from '#adapters/kafka/connection.ts';
import { runIntake } from '#adapters/kafka/intake-consumer.ts';

/** An intake in a process of its own, to be killed. Tells its parent each event before acknowledging it; never acknowledges `holdAt`. */
export type ChildSettings = { readonly brokers: string; readonly topicPrefix: string; readonly groupId: string; readonly holdAt: string };
export type ChildSays = { readonly handled: string } | { readonly holding: string };

const { brokers, topicPrefix, groupId, holdAt } = JSON.parse(process.argv[2] ?? '{}') as ChildSettings;

process.on('disconnect', () => process.exit());

function tell(said: ChildSays): Promise<void> {
  return new Promise((resolve) => void process.send?.(said, () => resolve()));
}

runIntake({
  connection: connect({ brokers: brokers.split(','), clientId: 'child', topicPrefix, log: () => undefined }),
  groupId,
  topics: ['partner-events'],
  inFlight: 4,
  sessionTimeoutMs: 6_000,
  isTransient: () => false,
  log: () => undefined,
  async handle({ id }) {
    if (id !== holdAt) return tell({ handled: id });
    await tell({ holding: id });
    await new Promise(() => undefined);
  },
});
