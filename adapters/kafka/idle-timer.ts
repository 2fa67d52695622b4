// @ts-expect-error the library declares no types for its inside
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

type Queue = { readonly pending: readonly unknown[]; scheduleCheckPendingRequests(this: Queue): void };

const prototype = (RequestQueue as { readonly prototype: Queue }).prototype;
const original = prototype.scheduleCheckPendingRequests;

/**
 * NOTE: kafkajs 2.2.4 looks at the queue of each connection every millisecond, also when nothing waits in it (its issue 1751): 4 % of a core
 * per idle consumer, and a warning about a negative time-out. Nothing needs looking at until something waits, and what begins to wait asks.
 */
export function restWhileIdle(): void {
  prototype.scheduleCheckPendingRequests = function (this: Queue): void {
    if (this.pending.length > 0) original.call(this);
  };
}
