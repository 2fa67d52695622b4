import { runClaim } from '#workflows/claim.workflow.ts';
import type { ClaimInput } from '#workflows/messages.ts';

/** A workflow bundle in which the claim's own alarm has failed: no instant it is set for ever rings, only a wake does. */
export async function claim(input: ClaimInput): Promise<void> {
  await runClaim(input, deafAlarm());
}

export { payout } from '#workflows/payout.workflow.ts';

function deafAlarm(): Parameters<typeof runClaim>[1] {
  let rang = false;
  return {
    get rang() {
      return rang;
    },
    setFor: () => undefined,
    ring() {
      rang = true;
    },
    take() {
      const answer = rang;
      rang = false;
      return answer;
    },
  };
}
