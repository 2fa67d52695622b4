import { createSweepPass } from '#activities/sweep-pass.ts';
import { createPayoutGateway } from '#adapters/temporal/payout-gateway.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { claimIdOf, claimWorkflowId, taskQueues } from '#workflows/workflow-ids.ts';
import { readTopic } from '../support/read-topic.ts';
import { realNow } from '../support/real-clock.ts';
import type { BackOffice } from './back-office.ts';
import type { ClaimEvidence, Evidence } from './evidence.ts';
import type { Story } from './stories.ts';
import type { ChaosWorld } from './world.ts';

export type Told = { readonly story: Story; readonly claimId: ClaimId; readonly trouble?: string };

const AT_ONCE = 12;
const MOST_INCIDENTS = 10;

/** Asks everybody who knows something, when nothing moves any more. */
export async function gatherEvidence(world: ChaosWorld, bank: BackOffice, told: readonly Told[]): Promise<Evidence> {
  const { stores, claims, kafka, brokers, reader } = world;
  const sweep = await createSweepPass({
    ...stores,
    running: claims,
    payments: createPayoutGateway(world.temporal.client, taskQueues('santun')),
    now: realNow,
  })(undefined);
  const running = await runningWorkflows(world);
  const published = Map.groupBy(await readTopic(brokers, kafka.topicName('claim-events')), ({ key }) => key);
  const deadLetters = await readTopic(brokers, kafka.topicName('dead-letters'));
  const evidenceOf = async ({ story, claimId, trouble }: Told): Promise<ClaimEvidence> => {
    const record = (await stores.claims.find(claimId))?.state;
    const held = record && (await claims.stateOf(claimId));
    return {
      story,
      claimId,
      ...(trouble === undefined ? {} : { trouble }),
      ...(record === undefined ? {} : { record }),
      ...(held === undefined ? {} : { held }),
      journal: await stores.journal.read(claimId),
      isRunning: running.has(claimWorkflowId(claimId)),
      published: new Set(published.get(claimId)?.map(({ id }) => id)),
      payouts: await stores.payouts.ofClaim(claimId),
      scholarships: (await stores.entitlements.list({ claimId }, 10)).length,
    };
  };
  const collected: ClaimEvidence[] = [];
  for (let from = 0; from < told.length; from += AT_ONCE) {
    collected.push(...(await Promise.all(told.slice(from, from + AT_ONCE).map(evidenceOf))));
  }
  const known = new Set<string>(told.map(({ claimId }) => claimId));
  const onRecord = await reader
    .collection<{ _id: string }>('claims')
    .find({}, { projection: { _id: 1 } })
    .toArray();
  const inTemporal = [...running].filter((id) => id.startsWith('claim:')).map((id) => String(claimIdOf(id)));
  return {
    claims: collected,
    ledger: await bank.ledger(),
    sourceAccount: world.sandbox.santun.SANTUN_BANK_SOURCE_ACCOUNT ?? '',
    strangers: [...new Set([...onRecord.map(({ _id }) => _id), ...inTemporal])].filter((id) => !known.has(id)),
    runningPayouts: [...running].filter((id) => id.startsWith('payout:')),
    deadLetters: deadLetters.length,
    sweep,
    openIncidents: await reader.collection('incidents').countDocuments({ resolvedAt: { $exists: false } }, { limit: MOST_INCIDENTS }),
  };
}

/** Of claims and payments; what a schedule starts comes and goes. */
export async function runningWorkflows({ temporal }: Pick<ChaosWorld, 'temporal'>): Promise<ReadonlySet<string>> {
  const running = new Set<string>();
  const query = "ExecutionStatus = 'Running' AND (WorkflowType = 'claim' OR WorkflowType = 'payout')";
  for await (const { workflowId } of temporal.client.workflow.list({ query })) running.add(workflowId);
  return running;
}
