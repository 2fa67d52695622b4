import type { IncidentsStore } from '#adapters/mongo/incidents-store.ts';
import type { ClaimGateway, FailingWork } from '#adapters/temporal/claim-gateway.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { SweepCounts } from './sweep-counts.ts';

export type FailingSweepDeps = {
  readonly incidents: Pick<IncidentsStore, 'note'>;
  readonly running: Pick<ClaimGateway, 'failing'>;
};

/** A workflow that fails whenever it is worked on runs, so nobody misses it; and yet nothing of it will ever go on by itself. */
export function createFailingSweep({ incidents, running }: FailingSweepDeps) {
  return async function sweepFailing(startedAt: Instant): Promise<Partial<SweepCounts>> {
    let failing: readonly FailingWork[];
    try {
      failing = await running.failing();
    } catch {
      return { unreached: 1 };
    }
    await Promise.all(failing.map((work) => incidents.note({ kind: 'workflow-failing', ...work }, startedAt)));
    return { failing: failing.length };
  };
}
