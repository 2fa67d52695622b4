import type { StandingCounts } from '#adapters/metrics/port.ts';
import type { ClaimsStore, OpenClaim } from '#adapters/mongo/claims-store.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { type ClaimLookDeps, claimIdOf, createClaimLook } from './sweep-claim.ts';
import { addCounts, NOTHING_SWEPT, type SweepCounts } from './sweep-counts.ts';
import { createFailingSweep, type FailingSweepDeps } from './sweep-failing.ts';
import { createFamilyCodeSweep, type FamilyCodeSweepDeps } from './sweep-family-codes.ts';
import { createNewsSweep, type NewsSweepDeps } from './sweep-news.ts';
import { createPaymentSweep, type PaymentSweepDeps } from './sweep-payments.ts';
import { addStandings, NOBODY_STANDS } from './sweep-standings.ts';

export type SweepDeps = ClaimLookDeps &
  PaymentSweepDeps &
  FailingSweepDeps &
  FamilyCodeSweepDeps &
  Omit<NewsSweepDeps, 'claimsOnRecord'> & {
    readonly claims: Pick<ClaimsStore, 'openClaims' | 'find'>;
    readonly now: () => number;
    /** Told how claims stand by a pass that saw every one of them from its beginning. */
    readonly standings?: (counts: StandingCounts) => void;
  };

/** How far a pass has come: enough for another process to go on from there. */
export type SweepProgress = { readonly startedAt: Instant; readonly after: string; readonly counts: SweepCounts };

/**
 * Looks at every open claim as the store has it, whatever the claims' own timers do, and settles the incidents of earlier passes that this
 * one no longer finds. `tell` is told after each batch and may throw to end the pass.
 */
export function createSweepPass(deps: SweepDeps) {
  const { now } = deps;
  const look = createClaimLook(deps);
  const sweepPayments = createPaymentSweep(deps);
  const sweepNews = createNewsSweep({ ...deps, claimsOnRecord: deps.claims });
  const sweepFailing = createFailingSweep(deps);
  const sweepFamilyCodes = createFamilyCodeSweep(deps);

  return async function sweepPass(
    resumed: SweepProgress | undefined,
    tell: (progress: SweepProgress) => void = () => undefined,
  ): Promise<SweepCounts> {
    let progress = resumed ?? { startedAt: now(), after: '', counts: NOTHING_SWEPT };
    const { startedAt } = progress;
    let standings = NOBODY_STANDS;
    // Taken before the batch is read: a claim is judged by the time its record was true, however long the batch takes.
    let readAt = now();
    for await (const batch of deps.claims.openClaims(progress.after)) {
      const running = await runningOf(batch);
      const found = await Promise.all(
        batch.map((claim) => look(claim, { startedAt, readAt, isListed: running === undefined || running.has(claim._id) })),
      );
      // Whether somebody works on them was not asked: unreached, even where the wake got through.
      const told = running === undefined ? found.map((one) => ({ ...one, unreached: 1 })) : found;
      const counts = [{ claims: batch.length }, ...told].reduce(addCounts, progress.counts);
      progress = { startedAt, after: batch.at(-1)?._id ?? progress.after, counts };
      standings = addStandings(standings, batch);
      tell(progress);
      readAt = now();
    }
    if (resumed === undefined) deps.standings?.(standings);
    const counts = [await sweepPayments(startedAt), await sweepFailing(startedAt)].reduce(addCounts, progress.counts);
    await sweepNews(startedAt);
    await sweepFamilyCodes(startedAt);
    await deps.incidents.resolveUnseen(startedAt, now());
    return counts;
  };

  /** Undefined while Temporal's index does not answer: deadlines are looked after all the same. */
  async function runningOf(batch: readonly OpenClaim[]): Promise<ReadonlySet<string> | undefined> {
    try {
      return await deps.running.runningAmong(batch.flatMap((claim) => claimIdOf(claim) ?? []));
    } catch {
      return undefined;
    }
  }
}
