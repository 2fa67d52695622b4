import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import { BANKING } from './lib/activity-options.ts';
import type { PayoutInput } from './messages.ts';

const { payOut, askTransfer } = proxyActivities<Activities>(BANKING);

/** Minutes between questions to the bank while a payment is unknown: often at first, then daily for as long as it takes. */
const INQUIRY_MINUTES = [1, 5, 15, 60, 240, 1_440] as const;

/** One transfer, until it is certain and its claim knows. Silence is unknown, and unknown is asked about, never repeated. */
export async function payout({ claimId, payout: order }: PayoutInput): Promise<void> {
  let step = await payOut({ claimId, order });
  for (let asked = 0; step.state !== 'settled'; asked += 1) {
    await sleep(step.waitMs ?? inquiryDelayMs(asked));
    step = step.state === 'send-again' ? await payOut({ claimId, order }) : await askTransfer({ claimId, order });
  }
}

function inquiryDelayMs(asked: number): number {
  const minutes = INQUIRY_MINUTES[Math.min(asked, INQUIRY_MINUTES.length - 1)] ?? 1_440;
  return minutes * 60_000;
}
