import { createMessages } from '#adapters/messages/http-messages.ts';
import type { MessagesPort } from '#adapters/messages/port.ts';
import type { Env } from '#config/env.ts';

/** Nothing where no provider is set up: what should be sent then waits, and becomes an incident. */
export function messagesOf({ SANTUN_MESSAGES_URL: url, SANTUN_MESSAGES_KEY: key, SANTUN_MESSAGES_TIMEOUT_MS: timeoutMs }: Env): {
  readonly messages?: MessagesPort;
} {
  return url === '' ? {} : { messages: createMessages({ url, key, timeoutMs }) };
}
