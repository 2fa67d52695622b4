import type { ReceivedBody, ReceivedTopic, Topic } from '#schemas/events/index.ts';

/** What we need of Kafka, in our words; nothing of the client library leaves this folder. */
export type Log = (level: 'debug' | 'info' | 'warn' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;

export type ConnectOptions = {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Put before every topic name; `santun.` in production, something of its own in each test. */
  readonly topicPrefix: string;
  readonly log: Log;
  /** Absent: in clear and unnamed, as inside one machine. */
  readonly security?: KafkaSecurity;
};

/** How a broker that demands it is reached. Certificates and keys are PEM texts. */
export type KafkaSecurity = {
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
  readonly sasl?: { readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; readonly username: string; readonly password: string };
};

export type KafkaConnection = {
  /** The topic's name on the broker. */
  topicName(topic: Topic): string;
  /** Makes the topics that are missing and leaves the others alone, so every process may call it at its start. */
  createTopics(): Promise<void>;
  publisher(): Publisher;
  /** Rejects with a KafkaFault unless a broker answers. */
  check(): Promise<void>;
  lag(groupId: string, topics: readonly Topic[]): Promise<readonly PartitionLag[]>;
};

export type PartitionLag = {
  readonly topic: Topic;
  readonly partition: number;
  /** Offset the group goes on from; undefined when it has never committed. */
  readonly committed: bigint | undefined;
  readonly end: bigint;
  readonly lag: bigint;
};

export type OutgoingEvent = {
  readonly topic: Topic;
  readonly key: string;
  /** A function of what the event says: whoever publishes it again publishes the same id. */
  readonly id: string;
  readonly type: string;
  readonly source: string;
  /** UTC with Z. */
  readonly time: string;
  readonly data: unknown;
  /** The key, unless said otherwise. */
  readonly partitionkey?: string;
};

export type Publisher = {
  /** Resolves when the brokers hold every event, in the order given; rejects with a KafkaFault, and may then have published some of them. */
  publish(events: readonly OutgoingEvent[]): Promise<void>;
  close(): Promise<void>;
};

export type ReceivedEvent = ReceivedBody & {
  readonly id: string;
  readonly source: string;
  readonly time: string;
  readonly key: string;
  readonly topic: ReceivedTopic;
  readonly partition: number;
  readonly offset: string;
};

export type Signatures = {
  /** Source → the secret shared with it. A source named here must sign. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Whether a source without a secret is turned away. */
  readonly required: boolean;
};

export type IntakeOptions = {
  readonly connection: KafkaConnection;
  readonly groupId: string;
  readonly topics: readonly ReceivedTopic[];
  /** Resolves when Temporal or MongoDB holds the event. May see the same event again and must make that a no-op. */
  handle(event: ReceivedEvent): Promise<void>;
  /** True: what we depend on is away; the partition waits. False: this event can never be handled; it goes to dead letters. */
  isTransient(error: unknown): boolean;
  readonly log: Log;
  /** Absent: no source is asked to sign. */
  readonly signatures?: Signatures;
  /** Events being handled at once, over all partitions. */
  readonly inFlight?: number;
  readonly backOff?: BackOffOptions;
  readonly sessionTimeoutMs?: number;
  readonly now?: () => number;
  readonly metrics?: IntakeMetrics;
};

export type BackOffOptions = { readonly firstMs: number; readonly factor: number; readonly mostMs: number };

export type IntakeMetrics = {
  handled?(event: { readonly topic: ReceivedTopic; readonly type: string; readonly elapsedMs: number }): void;
  deadLettered?(event: { readonly topic: ReceivedTopic; readonly code: string }): void;
  paused?(pause: { readonly topic: ReceivedTopic; readonly partition: number; readonly delayMs: number }): void;
  committed?(progress: { readonly topic: ReceivedTopic; readonly partition: number; readonly offset: string; readonly lag: bigint }): void;
  crashed?(error: unknown): void;
};

export type Intake = {
  /** Resolves when the consumer has become a member of its group for the first time. */
  joined(): Promise<void>;
  /** Takes nothing new, lets what is in flight finish, commits, leaves the group. May be called twice. */
  stop(): Promise<void>;
  stats(): IntakeStats;
};

export type IntakeStats = {
  readonly handled: number;
  readonly deadLettered: number;
  readonly transientFailures: number;
  readonly crashes: number;
  readonly joins: number;
  readonly inFlight: number;
  readonly highestInFlight: number;
  /** `topic/partition` of those waiting out a transient failure. */
  readonly paused: readonly string[];
};
