import type { Env } from '#config/env.ts';

/** Under which the brokers keep how far the intake has come. */
export function intakeGroup({ SANTUN_KAFKA_TOPIC_PREFIX: prefix }: Pick<Env, 'SANTUN_KAFKA_TOPIC_PREFIX'>): string {
  return `${prefix}intake`;
}
