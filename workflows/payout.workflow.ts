import { condition, proxyActivities, setHandler } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { PayoutResolution } from '#domain/claim/facts.ts';
import { BANKING } from './lib/activity-options.ts';
import { type PayoutInput, resolvePayment } from './messages.ts';

const { payOut, askTransfer, resolveTransfer } = proxyActivities<Activities>(BANKING);

/** Minutes between questions to the bank while a payment is unknown: often at first, then daily for as long as it takes. */
const INQUIRY_MINUTES = [1, 5, 15, 60, 240, 1_440] as const;

/** One transfer, until it is certain and its claim knows. Silence is unknown, and unknown is asked about, never repeated. */
export async function payout({ claimId, payout: order, owner }: PayoutInput): Promise<void> {
  let resolution: PayoutResolution | undefined;
  setHandler(resolvePayment, (settled) => {
    resolution = settled;
  });
  const task = { claimId, order, ...(owner === undefined ? {} : { owner }) };
  let step = await payOut(task);
  for (let asked = 0; step.state !== 'settled'; asked += 1) {
    await condition(() => resolution !== undefined, step.waitMs ?? inquiryDelayMs(asked));
    if (step.state === 'send-again') step = await payOut(task);
    // What two people read on the bank's statement; should the bank have spoken meanwhile, its word stands.
    else if (resolution) step = await resolveTransfer({ ...task, resolution });
    else step = await askTransfer(task);
  }
}

function inquiryDelayMs(asked: number): number {
  const minutes = INQUIRY_MINUTES[Math.min(asked, INQUIRY_MINUTES.length - 1)] ?? 1_440;
  return minutes * 60_000;
}
