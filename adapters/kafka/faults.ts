/** Kafka did not take it. `unavailable` may be tried again; `too-large` and `refused` would end the same way. */
export type KafkaFaultKind = 'unavailable' | 'too-large' | 'refused';

export class KafkaFault extends Error {
  override readonly name = 'KafkaFault';
  readonly kind: KafkaFaultKind;

  constructor(kind: KafkaFaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** Thrown by a handler: this event can never be handled. The reason is Indonesian, names fields and quotes no personal data. */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';
  readonly code: string;
  readonly reason: string;

  constructor(code: string, reason: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.reason = reason;
  }
}

const REFUSALS: Readonly<Record<string, KafkaFaultKind>> = {
  MESSAGE_TOO_LARGE: 'too-large',
  RECORD_LIST_TOO_LARGE: 'too-large',
  INVALID_RECORD: 'refused',
  CORRUPT_MESSAGE: 'refused',
  INVALID_TOPIC_EXCEPTION: 'refused',
  TOPIC_AUTHORIZATION_FAILED: 'refused',
};

export function toKafkaFault(error: unknown): KafkaFault {
  if (error instanceof KafkaFault) return error;
  const code = brokerCodeOf(error);
  const kind = code === undefined ? 'unavailable' : (REFUSALS[code] ?? 'unavailable');
  return new KafkaFault(kind, code ?? (error instanceof Error ? error.name : 'unknown'), { cause: error });
}

/** The client wraps the broker's answer in errors of its own, several deep. */
function brokerCodeOf(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if ('type' in current && typeof current.type === 'string') return current.type;
    current = current.cause;
  }
  return undefined;
}
