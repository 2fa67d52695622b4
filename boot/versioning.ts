import { dirname } from 'node:path';
import type { WorkerVersioning } from '#adapters/temporal/worker.ts';
import type { Env } from '#config/env.ts';
import { contentBuildId } from './build-id.ts';
import { workflowsPath } from './workflows-path.ts';

type Settings = Pick<Env, 'SANTUN_WORKER_VERSIONING' | 'SANTUN_BUILD_ID'>;

const BEHAVIORS = { 'auto-upgrade': 'AUTO_UPGRADE', pinned: 'PINNED' } as const;

/** As which version the workers of a task queue present themselves; undefined when versioning is off. */
export function versioningOf(env: Settings, taskQueue: string): WorkerVersioning | undefined {
  const wish = env.SANTUN_WORKER_VERSIONING;
  if (wish === 'off') return undefined;
  return { deploymentName: taskQueue, buildId: buildIdOf(env), behavior: BEHAVIORS[wish] };
}

export function buildIdOf({ SANTUN_BUILD_ID }: Pick<Settings, 'SANTUN_BUILD_ID'>): string {
  return SANTUN_BUILD_ID === '' ? contentBuildId(dirname(dirname(workflowsPath))) : SANTUN_BUILD_ID;
}
