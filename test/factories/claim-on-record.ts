import { createHash } from 'node:crypto';
import type { Stores } from '#adapters/mongo/stores.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import { receive } from '#domain/claim/events.ts';
import { fold } from '#domain/claim/evolve.ts';
import type { Fact, FactBody } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { calendarAround } from './calendar.ts';
import { deathEvent } from './death-event.ts';
import { storyBefore } from './story.ts';

/** The stage I report of an accident runs in hours, night and day, so a rung of it can be due at any instant a test likes. */
const HALF_OF_STAGE_1_MS = 24 * 3_600_000;
export const RUNG = 'stage-1-report:1:50';

export type OnRecord = {
  /** When the record was last changed; everything in it happened then. */
  readonly at: number;
  /** When half of a clock is spent. */
  readonly rungAt?: number;
  readonly more?: readonly FactBody[];
};

/** A death, reported, and whatever else the test says. */
export function factsOnRecord({ at, rungAt, more = [] }: OnRecord): readonly Fact[] {
  const { id, role } = SYSTEM_ACTOR;
  const stage: FactBody[] =
    rungAt === undefined ? [] : [{ type: 'sla.clock-started', clock: 'stage-1-report', startedAt: rungAt - HALF_OF_STAGE_1_MS }];
  const reported = receive(undefined, deathEvent(storyBefore(at, 1)), { at, calendar: calendarAround(at), switches: {} });
  return [...reported, ...[...stage, ...more].map((body, index) => ({ ...body, at, actor: { id, role }, cause: `uji-${index}` }))];
}

export function rungReached(dueAt: number): FactBody {
  return {
    type: 'sla.rung-reached',
    rungKey: RUNG,
    clock: 'stage-1-report',
    generation: 1,
    rung: '50',
    dueAt,
    tells: ['holder'],
    requires: [],
  };
}

export function claimIdOf(...names: readonly (string | number)[]): ClaimId {
  return claimIdFromDigest(createHash('sha256').update(names.join(':')).digest());
}

/** Journal and document, as recording leaves them. */
export async function putOnRecord(
  stores: Pick<Stores, 'journal' | 'claims'>,
  claimId: ClaimId,
  facts: readonly Fact[],
): Promise<ClaimState> {
  const entries = await stores.journal.append(claimId, 1, facts);
  const state = fold(claimId, facts);
  const head = entries.at(-1)?.hash;
  if (!state || head === undefined) throw new Error('nothing to put on record');
  await stores.claims.save(state, head);
  return state;
}
