import { within } from '#adapters/within.ts';

/**
 * A question that costs something, asked once for all who read within `forMs`, and never again while it is still out: whoever reads often
 * must not pile questions onto a store that does not answer. Rejects when it takes longer than `patienceMs`.
 */
export function kept<T>(
  ask: () => Promise<T>,
  { forMs, patienceMs, now }: { readonly forMs: number; readonly patienceMs: number; readonly now: () => number },
): () => Promise<T> {
  let latest: { readonly answer: Promise<T>; readonly at: number; isOut: boolean } | undefined;
  return () => {
    if (latest === undefined || (!latest.isOut && now() - latest.at >= forMs)) {
      const asked = { answer: ask(), at: now(), isOut: true };
      latest = asked;
      asked.answer.then(
        () => {
          asked.isOut = false;
        },
        // A failed one is asked again by the next.
        () => {
          latest = undefined;
        },
      );
    }
    return within(latest.answer, patienceMs, () => {
      throw new Error(`no answer within ${patienceMs} ms`);
    });
  };
}
