import type { MessagesPort } from './port.ts';

export type MessagesConfig = { readonly url: string; readonly key: string; readonly timeoutMs: number };

/** A provider that takes JSON over HTTP and drops repeats by their key. */
export function createMessages({ url, key, timeoutMs }: MessagesConfig): MessagesPort {
  const address = `${url.replace(/\/$/, '')}/messages`;
  return {
    async send({ id, to, text }) {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': id };
      try {
        const answer = await fetch(address, {
          method: 'POST',
          headers,
          body: JSON.stringify({ to, text }),
          signal: AbortSignal.timeout(timeoutMs),
        });
        await answer.arrayBuffer();
        if (answer.ok) return { state: 'taken' };
        return answer.status === 422
          ? { state: 'refused', reason: 'number-not-served' }
          : { state: 'unknown', why: `http-${answer.status}` };
      } catch (error) {
        return { state: 'unknown', why: error instanceof Error ? error.name : 'no-answer' };
      }
    },
  };
}
