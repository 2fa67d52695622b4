import { heartbeat } from '@temporalio/activity';

// biome-ignore lint/suspicious/noExplicitAny: activities of every shape
type Activity = (...args: any[]) => Promise<unknown>;

const EVERY_MS = 4_000;

/**
 * Each of these says every few seconds that its process lives, so that a try whose worker died is given to another after the heartbeat
 * time-out and not after the longest a bank may take. Not for activities that report progress: a beat would overwrite it.
 */
export function beating<T extends Readonly<Record<string, Activity>>>(activities: T): T {
  const beats = Object.entries(activities).map(([name, activity]) => {
    const beat: Activity = async (...args) => {
      const timer = setInterval(() => heartbeat(), EVERY_MS);
      try {
        return await activity(...args);
      } finally {
        clearInterval(timer);
      }
    };
    return [name, beat] as const;
  });
  return Object.fromEntries(beats) as T;
}
