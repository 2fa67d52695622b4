import { getExternalWorkflowHandle, proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import { SYSTEM_ACTOR } from '#domain/actor.ts';
import type { PayoutOutcome } from '#domain/claim/events.ts';
import { BANKING } from './lib/activity-options.ts';
import { inbound, type PayoutInput } from './messages.ts';
import { claimWorkflowId } from './workflow-ids.ts';

const { preparePayout, sendTransfer, askTransfer } = proxyActivities<Activities>(BANKING);

/** Minutes between questions to the bank while a payment is unknown: often at first, then daily for as long as it takes. */
const INQUIRY_MINUTES = [1, 5, 15, 60, 240, 1_440] as const;

/** One transfer: intent before the call, result after it. Silence is unknown, and unknown is asked about, never repeated. */
export async function payout({ claimId, payout: order }: PayoutInput): Promise<void> {
  const prepared = await preparePayout({ claimId, order });
  if (prepared.state === 'refused') return tellClaim(prepared);

  let news = await sendTransfer(prepared.payout);
  let asked = 0;
  while (news.state === 'unknown' || news.state === 'send-again') {
    if (news.state === 'unknown' && asked === 0) await tellClaim({ state: 'unknown', why: news.why });
    await sleep(news.waitMs ?? inquiryDelayMs(asked));
    asked += 1;
    news = news.state === 'send-again' ? await sendTransfer(prepared.payout) : await askTransfer(prepared.payout);
  }
  await tellClaim(news);

  async function tellClaim(outcome: PayoutOutcome): Promise<void> {
    const { payoutId, issue } = order;
    const { id, role } = SYSTEM_ACTOR;
    const eventId = `${payoutId}:${issue}:${outcome.state}`;
    await getExternalWorkflowHandle(claimWorkflowId(claimId)).signal(inbound, {
      type: 'payoutChanged',
      eventId,
      actor: { id, role },
      payoutId,
      issue,
      outcome,
    });
  }
}

function inquiryDelayMs(asked: number): number {
  const minutes = INQUIRY_MINUTES[Math.min(asked, INQUIRY_MINUTES.length - 1)] ?? 1_440;
  return minutes * 60_000;
}
