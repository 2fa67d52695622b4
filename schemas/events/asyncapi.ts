import { deadLetterHeadersSchema, eventSchemas, type JsonSchema } from './export.ts';
import { PARTITIONS, PUBLISHED, RECEIVED, TOPIC_NAMES, TOPICS, type Topic } from './index.ts';

const PREFIX = 'santun.';

/** The AsyncAPI 3 document of everything that crosses Kafka, made from the same registry the consumers read. */
export function asyncApiDocument(): JsonSchema {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Santun events',
      version: '1.0.0',
      description:
        'CloudEvents 1.0 in Kafka binary mode, JSON. The major version is part of the type; inside a major only optional fields are added, and consumers ignore fields they do not know. Delivery is at least once: drop repeats by ce_id.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(TOPIC_NAMES.map((topic) => [topic, channel(topic)])),
    operations: Object.fromEntries(TOPIC_NAMES.map((topic) => [operationName(topic), operation(topic)])),
    components: {
      messages: Object.fromEntries(TOPIC_NAMES.flatMap((topic) => messagesOf(topic).map((name) => [name, message(topic, name)]))),
      messageTraits: { cloudEvent: { headers: cloudEventHeaders() } },
      schemas: { ...eventSchemas(), 'dead-letter-headers': deadLetterHeadersSchema() },
    },
  };
}

function messagesOf(topic: Topic): readonly string[] {
  switch (topic) {
    case 'dead-letters':
      return ['dead-letter'];
    case 'claim-events':
      return Object.keys(PUBLISHED[topic]);
    case 'partner-credit':
    case 'partner-events':
    case 'membership':
      return Object.keys(RECEIVED[topic]);
  }
}

function channel(topic: Topic): JsonSchema {
  return {
    address: `${PREFIX}${topic}`,
    description: `${TOPICS[topic].about} Key: ${TOPICS[topic].key}.`,
    messages: Object.fromEntries(messagesOf(topic).map((name) => [name, { $ref: `#/components/messages/${name}` }])),
    bindings: { kafka: { partitions: PARTITIONS, bindingVersion: '0.5.0' } },
  };
}

const isReceived = (topic: Topic): boolean => topic in RECEIVED;
const operationName = (topic: Topic): string => `${isReceived(topic) ? 'receive' : 'send'}-${topic}`;

function operation(topic: Topic): JsonSchema {
  return {
    action: isReceived(topic) ? 'receive' : 'send',
    channel: { $ref: `#/channels/${topic}` },
    summary: `From ${TOPICS[topic].from}.`,
    messages: messagesOf(topic).map((name) => ({ $ref: `#/channels/${topic}/messages/${name}` })),
  };
}

function message(topic: Topic, name: string): JsonSchema {
  const key = { type: 'string', description: TOPICS[topic].key };
  const bindings = { kafka: { key, bindingVersion: '0.5.0' } };
  if (topic === 'dead-letters')
    return { name, summary: TOPICS[topic].about, headers: { $ref: '#/components/schemas/dead-letter-headers' }, bindings };
  return {
    name,
    contentType: 'application/json',
    headers: { type: 'object', properties: { ce_type: typeHeader(name) } },
    payload: { $ref: `#/components/schemas/${name}` },
    traits: [{ $ref: '#/components/messageTraits/cloudEvent' }],
    bindings,
  };
}

function typeHeader(name: string): JsonSchema {
  return name === 'claim-event.v1' ? { type: 'string', pattern: '\\.v1$' } : { type: 'string', const: name };
}

function cloudEventHeaders(): JsonSchema {
  const text = (description: string): JsonSchema => ({ type: 'string', minLength: 1, description });
  return {
    type: 'object',
    required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time'],
    properties: {
      ce_specversion: { type: 'string', const: '1.0' },
      ce_id: text('unique per source; the same event sent twice has the same id'),
      ce_source: text('who says so: /partners/<institutionId> of a partner, which speaks in its own name only'),
      ce_type: text('what happened, with the major version'),
      ce_time: { type: 'string', format: 'date-time', description: 'when the source recorded it' },
      ce_partitionkey: text('same as the key of the message'),
      'content-type': { type: 'string', pattern: '^application/json' },
    },
  };
}
