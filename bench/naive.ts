import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { timed } from './in-flight.ts';

export const NAIVE_QUEUE = 'bench-naive';

export type Played = { readonly workflowId: string; readonly updatesMs: readonly number[] };

/** `preparedMs`: from the start until four activities are done, each its own round through the server. */
export async function playNaive(client: Client): Promise<Played & { readonly preparedMs: number }> {
  const workflowId = `naive:${randomUUID()}`;
  const updatesMs: number[] = [];
  const startedAt = performance.now();
  const handle = await client.workflow.start('naive', { workflowId, taskQueue: NAIVE_QUEUE, args: [] });
  // The first also waits for four activities, so only the second says what an update costs.
  await handle.executeUpdate('approve');
  const preparedMs = performance.now() - startedAt;
  await timed(updatesMs, () => handle.executeUpdate('approve'));
  await handle.result();
  return { workflowId, updatesMs, preparedMs };
}

/** Round trips of an update whose handler runs one trivial activity, one after the other. */
export async function bareUpdates(client: Client, count: number): Promise<readonly number[]> {
  const handle = await client.workflow.start('bare', { workflowId: `bare:${randomUUID()}`, taskQueue: NAIVE_QUEUE, args: [] });
  const updatesMs: number[] = [];
  for (let n = 0; n < count; n += 1) await timed(updatesMs, () => handle.executeUpdate('work', { args: [n] }));
  await handle.executeUpdate('finish');
  await handle.result();
  return updatesMs;
}
