import { isGrpcServiceError } from '@temporalio/client';
import type { TemporalConnection } from './connection.ts';

/** A deployment is the workers of one task queue, and bears its name. */
export type Version = { readonly deploymentName: string; readonly buildId: string };

/** No worker of this build asks for work: made current, it would leave every claim waiting. */
export class VersionNotPolled extends Error {
  override readonly name = 'VersionNotPolled';
  readonly version: Version;

  constructor(version: Version) {
    super(`no worker of ${version.deploymentName} runs build ${version.buildId}`);
    this.version = version;
  }
}

const NOT_FOUND = 5;
const WORKFLOW_QUEUE = 1;
/** A poll waits up to a minute for work, so a worker that lives has asked since. */
const SEEN_WITHIN_MS = 70_000;
const LOOK_EVERY_MS = 100;

/** Sends new work and, with AUTO_UPGRADE, the work under way to this build. Repeatable; throws VersionNotPolled when no worker of it appears. */
export async function makeCurrent(temporal: TemporalConnection, version: Version, withinMs: number): Promise<'made' | 'was'> {
  const end = Date.now() + withinMs;
  for (;;) {
    if (await isPolled(temporal, version)) {
      const done = await setCurrent(temporal, version);
      if (done) return done;
    }
    if (Date.now() >= end) throw new VersionNotPolled(version);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** The same for all the deployments of a release, one after the other; `done` hears of each. */
export async function makeAllCurrent(
  temporal: TemporalConnection,
  buildId: string,
  deploymentNames: readonly string[],
  { withinMs, done }: { readonly withinMs: number; readonly done?: (deploymentName: string, outcome: 'made' | 'was') => void },
): Promise<void> {
  for (const deploymentName of deploymentNames) {
    const outcome = await makeCurrent(temporal, { deploymentName, buildId }, withinMs);
    done?.(deploymentName, outcome);
  }
}

/** Undefined before the first version of a deployment was made current. */
export async function currentBuild({ client }: TemporalConnection, deploymentName: string): Promise<string | undefined> {
  const { namespace } = client.options;
  const described = await unlessMissing(client.workflowService.describeWorkerDeployment({ namespace, deploymentName }));
  return described?.workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId ?? undefined;
}

async function isPolled({ client }: TemporalConnection, { deploymentName, buildId }: Version): Promise<boolean> {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: deploymentName },
    taskQueueType: WORKFLOW_QUEUE,
  });
  const since = Date.now() - SEEN_WITHIN_MS;
  return pollers.some(
    ({ deploymentOptions, lastAccessTime }) =>
      deploymentOptions?.deploymentName === deploymentName &&
      deploymentOptions.buildId === buildId &&
      Number(lastAccessTime?.seconds ?? 0) * 1_000 > since,
  );
}

/** Undefined while the server has seen the poll but not yet registered the version: it does so a moment later, by itself. */
async function setCurrent({ client }: TemporalConnection, { deploymentName, buildId }: Version): Promise<'made' | 'was' | undefined> {
  const { namespace, identity } = client.options;
  const answer = await unlessMissing(
    client.workflowService.setWorkerDeploymentCurrentVersion({ namespace, deploymentName, buildId, identity }),
  );
  if (!answer) return undefined;
  return answer.previousDeploymentVersion?.buildId === buildId ? 'was' : 'made';
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === NOT_FOUND) return undefined;
    throw error;
  }
}
