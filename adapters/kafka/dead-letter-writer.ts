import { encodeDeadLetter, encodeDeadLetterWithoutContent, type Refusal } from './dead-letter-record.ts';
import { toKafkaFault } from './faults.ts';
import type { RawMessage } from './raw-message.ts';
import type { Sender } from './sender.ts';

export type DeadLetterWriter = (message: RawMessage, refusal: Refusal) => Promise<void>;

/** Rejects only while Kafka is away, so a dead letter that cannot be written is waited for and never skipped. */
export function createDeadLetterWriter(sender: Sender, topic: string): DeadLetterWriter {
  return async (message, refusal) => {
    try {
      await sender.send([{ topic, ...encodeDeadLetter(message, refusal) }]);
    } catch (error) {
      if (toKafkaFault(error).kind === 'unavailable') throw error;
      // Too large, or headers the broker will not have: without this it would block its partition for ever.
      await sender.send([{ topic, ...encodeDeadLetterWithoutContent(message, refusal) }]);
    }
  };
}
