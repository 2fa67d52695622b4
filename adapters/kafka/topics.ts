import { PARTITIONS, type Topic } from '#schemas/events/index.ts';

const DAY_MS = 86_400_000;

/** Long enough to survive an intake that is off over the holidays; what must last lives in the journal, not here. */
const RETENTION_DAYS: Readonly<Record<Topic, number>> = {
  'partner-credit': 30,
  'partner-events': 30,
  membership: 30,
  'claim-events': 30,
  'dead-letters': 90,
};

/** A dead letter is the original message and the reason: the largest message a topic accepts must still fit with it. */
const DEAD_LETTER_BYTES = 4 * 1024 * 1024;

export type TopicPlan = { readonly partitions: number; readonly settings: Readonly<Record<string, string>> };

export function topicPlan(topic: Topic): TopicPlan {
  return {
    partitions: PARTITIONS,
    settings: {
      'retention.ms': String(RETENTION_DAYS[topic] * DAY_MS),
      ...(topic === 'dead-letters' ? { 'max.message.bytes': String(DEAD_LETTER_BYTES) } : {}),
    },
  };
}
