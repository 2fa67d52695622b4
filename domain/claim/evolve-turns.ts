import type { Fact } from './facts.ts';
import type { ClaimState } from './state.ts';

type Converted = Extract<Fact, { type: 'claim.converted-to-death' }>;

/** The participant died of the accident. What was settled for payment to the participant has to be made again for the heirs. */
export function convert(state: ClaimState, { diedOn, people }: Converted): ClaimState {
  const { completeness: _void, payee: _other, amount: _undone, ...points } = state.points;
  const { recommendation: _gone, ...rest } = state;
  return { ...rest, kind: 'death', programme: 'jkk', diedOn, people, status: 'collecting', payees: {}, points };
}

/**
 * A new generation: every point is undecided again but keeps its makers, so that nobody decides what he made before. Rungs and verdicts of
 * the old clocks stay what they are.
 */
export function beginAgain(state: ClaimState): ClaimState {
  const { recommendation: _old, ...rest } = state;
  const { rejection: _rejected, amount: _calculated, ...points } = state.points;
  const open = Object.fromEntries(
    Object.entries(points).map(([point, { maker, makers }]) => [point, { maker, makers, verdict: 'open' as const }]),
  );
  const status = state.points.completeness === undefined ? 'collecting' : 'verifying';
  return { ...rest, status, generation: state.generation + 1, points: open, proposals: {}, holds: [] };
}

/** Who recommended the rejection and who approved it. */
export function decidersOf({ points }: ClaimState): readonly string[] {
  const { rejection } = points;
  return rejection ? [...new Set([...rejection.makers, ...(rejection.checker ? [rejection.checker.id] : [])])] : [];
}
