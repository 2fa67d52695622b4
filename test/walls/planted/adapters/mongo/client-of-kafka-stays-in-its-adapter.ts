import type { Kafka } from 'kafkajs';

export type Broker = Kafka;
