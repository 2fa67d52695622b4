import { allHandlersFinished, condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import { BANKING } from './lib/activity-options.ts';
import { exemptPayment, lookAgain, type PayoutInput, resolvePayment } from './messages.ts';

const { payOut, askTransfer, resolveTransfer } = proxyActivities<Activities>(BANKING);

/** Where the activity does not say how long to wait: one of an earlier release. */
const INQUIRY_MINUTES = [1, 5, 15, 60, 240, 1_440] as const;

/** One transfer, until it is certain and its claim knows. Silence is unknown, and unknown is asked about, never repeated. */
export async function payout(input: PayoutInput): Promise<void> {
  let { resolution, exempted = false } = input;
  let stirred = false;
  setHandler(resolvePayment, (settled) => {
    resolution = settled;
  });
  setHandler(exemptPayment, () => {
    exempted = true;
    stirred = true;
  });
  setHandler(lookAgain, () => {
    stirred = true;
  });
  const { claimId, payout: order, owner } = input;
  const task = () => ({ claimId, order, ...(owner === undefined ? {} : { owner }), ...(exempted ? { exempted } : {}) });
  let step = await payOut(task());
  for (let asked = 0; step.state !== 'settled'; asked += 1) {
    const waits = step.state;
    await condition(() => (waits === 'unknown' ? resolution !== undefined : stirred), step.waitMs ?? inquiryDelayMs(asked));
    stirred = false;
    // An outage of days is many questions: what was said stands in the store, and the next run reads it there.
    if (workflowInfo().continueAsNewSuggested && allHandlersFinished()) {
      await continueAsNew<typeof payout>({ ...input, exempted, ...(resolution === undefined ? {} : { resolution }) });
    }
    if (waits === 'send-again') step = await payOut(task());
    // What two people read on the bank's statement; should the bank have spoken meanwhile, its word stands.
    else if (resolution) {
      const found = resolution;
      resolution = undefined;
      step = await resolveTransfer({ ...task(), resolution: found });
    } else step = await askTransfer(task());
  }
}

function inquiryDelayMs(asked: number): number {
  const minutes = INQUIRY_MINUTES[Math.min(asked, INQUIRY_MINUTES.length - 1)] ?? 1_440;
  return minutes * 60_000;
}
