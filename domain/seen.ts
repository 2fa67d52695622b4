import { spaceOf } from './cause.ts';
import type { Command, CommandType } from './claim/commands.ts';
import { type Edition, isSince } from './claim/edition.ts';
import type { Fact } from './claim/facts.ts';
import type { ClaimState } from './claim/state.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Decisions about money: nobody gives one on a claim he has not seen as it is. */
export const MONEY_DECISIONS = [
  'confirmPayeeAccount',
  'recommend',
  'decidePoints',
  'releasePayout',
  'resolveUnknownPayout',
  'exemptPayout',
] as const satisfies readonly CommandType[];

const SEEN = 'design.md section 9: nobody decides what he did not see';
/** Nothing in them is decided on: a clock told somebody, a machine looked again. Of a shared account the payout itself looks once more. */
const QUIET: readonly string[] = ['claim.checked', 'claim.relation-found', 'sla.rung-reached'] satisfies readonly Fact['type'][];

type Seen = Pick<ClaimState, 'seq' | 'changedAt'>;

export function needsView(type: CommandType): boolean {
  return (MONEY_DECISIONS as readonly CommandType[]).includes(type);
}

/** Whether somebody who saw the claim at that number has seen all of it that matters. */
export function isCurrentView({ seq, changedAt = seq }: Seen, expectedSeq: number): boolean {
  return expectedSeq >= changedAt && expectedSeq <= seq;
}

/** Messages of the first edition carried no such number. */
export function refuseUnseen(claim: Seen, command: ViewOf, context: { readonly edition?: Edition }): Refusal | undefined {
  const { type, expectedSeq } = command;
  if (expectedSeq !== undefined) return isCurrentView(claim, expectedSeq) ? undefined : staleView(expectedSeq, claim.seq);
  return needsView(type) && isSince(context, 2) ? viewRequired() : undefined;
}

export type ViewOf = Pick<Command, 'type' | 'expectedSeq'>;

export function viewRequired(): Refusal {
  const text =
    'Sertakan nomor data yang Anda lihat (If-Match atau expectedSeq), supaya keputusan tentang uang tidak dibuat atas data lama.';
  return refuse('view-required', text, SEEN);
}

export function staleView(expectedSeq: number, seq: number): Refusal {
  const text = `Data ini berubah sejak Anda membukanya: Anda melihat nomor ${expectedSeq}, sekarang nomor ${seq}. Muat ulang, periksa yang berubah, lalu putuskan lagi.`;
  return refuse('stale-view', text, SEEN);
}

/** What somebody must look at again, of all that happened. */
export function isLoud({ type }: { readonly type: string }): boolean {
  return !QUIET.includes(type);
}

/** The number that must have been seen after this fact. Facts of older journals count each, as nothing was kept of them. */
export function changedAfter(before: Seen, { type, cause }: Pick<Fact, 'type' | 'cause'>): Pick<Seen, 'changedAt'> {
  const isQuiet = !isLoud({ type }) && spaceOf(cause) !== undefined;
  return isQuiet ? { changedAt: before.changedAt ?? before.seq } : {};
}
