/** What one pass of the sweeper came to. */
export type SweepCounts = {
  /** Open claims looked at. */
  readonly claims: number;
  /** Deadlines that should have been told and were not, each noted as an incident. */
  readonly missed: number;
  readonly woken: number;
  /** Claims nobody worked on, started again from their journal. */
  readonly revived: number;
  /** Payments nobody made, begun again where they stood. */
  readonly revivedPayments: number;
  /** Workflows that fail whenever they are worked on, each noted as an incident. */
  readonly failing: number;
  readonly unreadable: number;
  /** Claims Temporal did not answer for; the next pass asks again. */
  readonly unreached: number;
  /** How late the latest of the missed deadlines was when it was found; 0 when none was. */
  readonly lagMs: number;
};

export const NOTHING_SWEPT: SweepCounts = {
  claims: 0,
  missed: 0,
  woken: 0,
  revived: 0,
  revivedPayments: 0,
  failing: 0,
  unreadable: 0,
  unreached: 0,
  lagMs: 0,
};

export function addCounts(a: SweepCounts, b: Partial<SweepCounts>): SweepCounts {
  return {
    claims: a.claims + (b.claims ?? 0),
    missed: a.missed + (b.missed ?? 0),
    woken: a.woken + (b.woken ?? 0),
    revived: a.revived + (b.revived ?? 0),
    // Of a pass that began in an earlier release.
    revivedPayments: (a.revivedPayments ?? 0) + (b.revivedPayments ?? 0),
    failing: (a.failing ?? 0) + (b.failing ?? 0),
    unreadable: a.unreadable + (b.unreadable ?? 0),
    unreached: a.unreached + (b.unreached ?? 0),
    lagMs: Math.max(a.lagMs, b.lagMs ?? 0),
  };
}
