import type { Writable } from 'node:stream';

const EVERY_MS = 2_000;

export type Progress = { readonly claims: number; readonly facts: number };

export type ProgressReport = {
  /** How far the pass is; writes a line now and then, nothing for a pass that ends before the first is due. */
  readonly tell: (progress: Progress) => void;
};

/** `before` was done by an earlier process and counts for the share, not for the speed. */
export function createProgress(stderr: Writable, totalFacts: number, before: Progress, now: () => number, noun = 'klaim'): ProgressReport {
  const startedAt = now();
  let toldAt = startedAt;
  return {
    tell({ claims, facts }) {
      if (now() - toldAt < EVERY_MS) return;
      toldAt = now();
      const perSecond = (claims - before.claims) / ((toldAt - startedAt) / 1000);
      // The total is the store's estimate, and claims go on meanwhile.
      const total = Math.max(totalFacts, facts);
      const share = total === 0 ? 100 : Math.floor((facts / total) * 100);
      stderr.write(
        `  ${count(claims)} ${noun}, ${count(facts)} dari ${count(total)} fakta (${share}%), ${count(Math.round(perSecond))} ${noun}/detik\n`,
      );
    },
  };
}

export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}
