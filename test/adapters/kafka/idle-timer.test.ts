// @ts-expect-error the library declares no types for its inside
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import { restWhileIdle } from '#adapters/kafka/idle-timer.ts';

type Queue = { throttleCheckTimeoutId: unknown; checkPendingRequests(): void; push(request: unknown): void; destroy(): void };

function openQueue(maxInFlightRequests: number): Queue {
  const logger = { debug: () => undefined };
  return new RequestQueue({ maxInFlightRequests, requestTimeout: 1000, clientId: 'c', broker: 'b', logger });
}

beforeAll(restWhileIdle);

test('a connection with nothing to send sets no timer', () => {
  const queue = openQueue(1);
  queue.checkPendingRequests();
  expect(queue.throttleCheckTimeoutId).toBeNull();
});

test('a connection whose request has to wait looks again', () => {
  const queue = openQueue(0);
  queue.push({ entry: { correlationId: 1 }, expectResponse: true, sendRequest: () => undefined });
  expect(queue.throttleCheckTimeoutId).not.toBeNull();
  queue.destroy();
});
