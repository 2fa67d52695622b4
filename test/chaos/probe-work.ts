import type { ClaimId } from '#domain/claim/claim-number.ts';
import { SWEEP_WORKFLOW } from '#workflows/messages.ts';
import { type Desk, DIGEST } from './desk.ts';
import { patiently } from './patience.ts';
import type { Stage } from './play.ts';
import type { Story } from './stories.ts';
import type { ChaosWorld } from './world.ts';

/** Between two approvals brought forward; the first should have been paid by then. */
const HURRY_EVERY_MS = 3_000;

/** A person's command is answered when its facts are in the journal, in the record and on Kafka: it needs every one of them. */
export async function recordCommand(desk: Desk, claimId: ClaimId, step: string, today: string): Promise<void> {
  const papers = [{ paper: 'chronology', documentId: `${claimId}-${step}`, sha256: DIGEST, obtainedOn: today }];
  await desk.give('petugas.satu', step, { type: 'attachDocuments', body: { papers } });
}

/** A partner's event travels through Kafka and intake to the record. */
export async function recordEvent(
  { stores }: ChaosWorld,
  { partner }: Stage,
  canary: Story,
  step: string,
  signal: AbortSignal,
): Promise<void> {
  const claimId = partner.claimId(canary);
  const documentId = `${claimId}-${step}`;
  await patiently('the brokers', () => partner.addPaper(canary, documentId).then(() => true), signal);
  const isThere = async (): Promise<boolean> =>
    (await stores.claims.find(claimId))?.state.papers.some((paper) => paper.documentId === documentId) ?? false;
  await patiently('the paper on record', isThere, signal);
}

/** Where no approval is on its way one is brought forward, so that there is money to pay. */
export async function movePayment({ reader }: ChaosWorld, { turns }: Stage, since: number, signal: AbortSignal): Promise<void> {
  let nextHurryAt = 0;
  const isMoving = async (): Promise<boolean> => {
    if (performance.now() > nextHurryAt) {
      turns.hurry();
      nextHurryAt = performance.now() + HURRY_EVERY_MS;
    }
    return (await reader.collection('payouts').countDocuments({ 'log.at': { $gt: since } })) > 0;
  };
  await patiently('a payment to move', isMoving, signal);
}

export async function sweepOnce({ temporal }: ChaosWorld, since: number, signal: AbortSignal): Promise<void> {
  const after = new Date(since).toISOString();
  const query = `WorkflowType = '${SWEEP_WORKFLOW}' AND ExecutionStatus = 'Completed' AND CloseTime > '${after}'`;
  const hasSwept = async (): Promise<boolean> => (await temporal.client.workflow.count(query)).count > 0;
  await patiently('a pass of the sweeper', hasSwept, signal);
}
