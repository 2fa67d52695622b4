import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import type { JournalStore } from '#adapters/mongo/journal-store.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { claimWorkflowId, payoutWorkflowId } from '#workflows/workflow-ids.ts';
import type { ClaimGateway } from './claim-gateway.ts';
import type { TemporalConnection } from './connection.ts';
import { fastForward, ownTime, TimeNotSkipped } from './time-skipping.ts';

/** For so long from the claim's own now, or until that instant of its own time. */
export type Aim = { readonly ms: number } | { readonly to: Instant };

export type Travelled = {
  /** The claim's own time before and after. */
  readonly from: Instant;
  readonly to: Instant;
  readonly hasEnded: boolean;
  /** What was put on record meanwhile. */
  readonly entries: readonly JournalEntry[];
};

export const MOST_DAYS = 400;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** While payments are open, claim and payments take turns in so many steps, so that news of the bank comes near its own time. */
const MOST_STEPS = 8;
const SETTLED_WITHIN_MS = 30_000;

export type NoTravel = 'unknown-claim' | 'ended' | 'backwards' | 'too-far' | TimeNotSkipped['why'];

export class CannotTravel extends Error {
  override readonly name = 'CannotTravel';
  readonly why: NoTravel;

  constructor(why: NoTravel) {
    super(`the claim cannot travel: ${why}`);
    this.why = why;
  }
}

export type TimeMachine = { travel(claimId: ClaimId, aim: Aim): Promise<Travelled> };

type Parts = {
  readonly temporal: TemporalConnection;
  readonly claims: Pick<ClaimGateway, 'stateOf'>;
  readonly journal: Pick<JournalStore, 'read'>;
};

/** Sandbox only: one claim and its payments live ahead of the wall clock. Stores, Kafka and the bank keep real time. */
export function createTimeMachine({ temporal, claims, journal }: Parts): TimeMachine {
  async function travel(claimId: ClaimId, aim: Aim): Promise<Travelled> {
    const workflowId = claimWorkflowId(claimId);
    const start = await ownTime(temporal, workflowId);
    if (!start) throw new CannotTravel('unknown-claim');
    if (!start.isRunning) throw new CannotTravel('ended');
    const ms = 'ms' in aim ? aim.ms : aim.to - start.now;
    if (ms <= 0) throw new CannotTravel('backwards');
    if (ms > MOST_DAYS * DAY_MS) throw new CannotTravel('too-far');

    const before = (await settled(claimId)).length;
    const hasEnded = await live(claimId, ms);
    const entries = (await settled(claimId)).slice(before);
    return { from: start.now, to: (await ownTime(temporal, workflowId))?.now ?? start.now + ms, hasEnded, entries };
  }

  async function live(claimId: ClaimId, ms: number): Promise<boolean> {
    const hasPayouts = (await openPayouts(claimId)).length > 0;
    const steps = hasPayouts ? Math.min(MOST_STEPS, Math.ceil(ms / HOUR_MS)) : 1;
    const stepMs = Math.ceil(ms / steps);
    for (let lived = 0; lived < ms; lived += stepMs) {
      const next = Math.min(stepMs, ms - lived);
      await Promise.all((await openPayouts(claimId)).map((workflowId) => fastForward(temporal, workflowId, next)));
      if ((await fastForward(temporal, claimWorkflowId(claimId), next)) === 'ended') return true;
    }
    return false;
  }

  async function openPayouts(claimId: ClaimId): Promise<readonly string[]> {
    const state = await claims.stateOf(claimId);
    const ids = (state?.payouts ?? []).map(({ payoutId, issue }) => payoutWorkflowId(payoutId, issue));
    const times = await Promise.all(ids.map((workflowId) => ownTime(temporal, workflowId)));
    return ids.filter((_, index) => times[index]?.isRunning === true);
  }

  /** The journal once everything the workflow has decided stands in it. */
  async function settled(claimId: ClaimId): Promise<readonly JournalEntry[]> {
    const end = Date.now() + SETTLED_WITHIN_MS;
    for (;;) {
      const state = await claims.stateOf(claimId);
      const entries = await journal.read(claimId);
      if (entries.length >= (state?.seq ?? 0)) return entries;
      if (Date.now() > end) throw new TimeNotSkipped('no-worker');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  return {
    async travel(claimId, aim) {
      try {
        return await travel(claimId, aim);
      } catch (error) {
        if (error instanceof TimeNotSkipped) throw new CannotTravel(error.why);
        throw error;
      }
    },
  };
}
