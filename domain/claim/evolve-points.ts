import type { ActorRef } from '#domain/people/actor.ts';
import type { ReturnReason } from '#domain/reason-codes.ts';
import type { ClaimState } from './state.ts';
import type { Point } from './statuses.ts';

/** Made again is undecided again, and whoever made it before does not become its checker. */
export function makePoint(state: ClaimState, point: Point, maker: ActorRef): ClaimState {
  const makers = [...new Set([...(state.points[point]?.makers ?? []), maker.id])];
  return { ...state, points: { ...state.points, [point]: { maker, makers, verdict: 'open' } } };
}

/** Without a person deciding it: what the point rested on is gone. */
export function sendBack(state: ClaimState, point: Point, reason: ReturnReason): ClaimState['points'] {
  const before = state.points[point];
  if (!before) return state.points;
  const { maker, makers } = before;
  return { ...state.points, [point]: { maker, makers, verdict: 'returned', reason } };
}

/** What two persons have settled, by the beginning of its key. */
export function withoutProposals(state: ClaimState, prefix: string): ClaimState {
  const proposals = Object.fromEntries(Object.entries(state.proposals).filter(([key]) => !key.startsWith(prefix)));
  return { ...state, proposals };
}
