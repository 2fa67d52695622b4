import { existsSync, readFileSync } from 'node:fs';
import type { Client } from '@temporalio/client';
import { NAIVE_QUEUE } from './naive.ts';

/** A reminder as anyone would write it first: one timer, one activity. */
export async function startReminder(client: Client, id: string, dueAt: number): Promise<void> {
  await client.workflow.start('reminder', { workflowId: id, taskQueue: NAIVE_QUEUE, args: [id, dueAt] });
}

/** Every line the reminders' activity wrote: id, and how late the timer was. */
export function reminded(file: string): ReadonlyMap<string, readonly number[]> {
  const late = new Map<string, number[]>();
  if (!existsSync(file)) return late;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [id = '', lateMs] = line.split(' ');
    if (lateMs === undefined) continue;
    late.set(id, [...(late.get(id) ?? []), Number(lateMs)]);
  }
  return late;
}
