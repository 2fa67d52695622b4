import { InputError } from '#domain/input-error.ts';
import type { CoverageCondition } from '#domain/law/coverage/coverage-types.ts';
import { membershipsOn } from '#domain/law/coverage/memberships.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import type { PauseGround } from '#domain/time/clock/grounds.ts';
import { isPausedBy } from '#domain/time/clock/ledger.ts';
import type { ClockContext } from './clocks.ts';
import { isSince } from './edition.ts';
import type { FactBody } from './facts.ts';
import type { ClaimState } from './state.ts';

/** Grounds the claim itself shows. They begin and end with what they rest on; a person can add others, never end these. */
const DERIVED = ['heir-dispute', 'payer-unpaid', 'arrears-unpaid'] as const satisfies readonly PauseGround[];

const GROUND_OF: Readonly<Record<CoverageCondition, PauseGround>> = {
  'payer-paid-first': 'payer-unpaid',
  'arrears-paid-first': 'arrears-unpaid',
};

const SOURCE_OF: Readonly<Record<(typeof DERIVED)[number], string>> = {
  'heir-dispute': 'penetapan ahli waris menyebut sengketa',
  'payer-unpaid': 'data kepesertaan: iuran belum dibayar pembayarnya',
  'arrears-unpaid': 'data kepesertaan: tunggakan belum dilunasi',
};

/** Why the claim's own facts say that clocks stand still now. */
export function derivedGrounds(claim: ClaimState, switches: ClockContext['switches']): readonly PauseGround[] {
  const grounds: PauseGround[] = claim.heirs?.needs.includes('heir-dispute') ? ['heir-dispute'] : [];
  return [...grounds, ...unpaidGrounds(claim, switches)];
}

/** Pauses that begin, end, or reach a clock started meanwhile: whatever the facts now say and the ledger does not yet. */
export function holdChanges(claim: ClaimState, context: ClockContext): readonly FactBody[] {
  if (claim.clocks.every((ledger) => ledger.stoppedAt !== undefined)) return [];
  const { at, switches } = context;
  const now = [...derivedGrounds(claim, switches), ...(isSince(context, 2) ? stillUnknown(claim, switches) : [])];
  const ended = claim.holds.map(({ ground }) => ground).filter((ground) => isOver(claim, ground, now));
  const standing = claim.holds.filter(({ ground }) => !ended.includes(ground));
  const wanted = new Map<PauseGround, string>([
    ...standing.map(({ ground, source }) => [ground, source] as const),
    ...now.map((ground) => [ground, SOURCE_OF[ground as (typeof DERIVED)[number]]] as const),
  ]);
  const begins = [...wanted].flatMap(([ground, source]) => pauseFacts(claim, { ground, from: at, source }, switches));
  return [...ended.flatMap((ground) => resumeFacts(claim, ground, at)), ...begins];
}

/** The fact that holds every running clock this ground may hold and does not hold yet; none when there is no such clock. */
export function pauseFacts(
  claim: ClaimState,
  { ground, from, source }: { readonly ground: PauseGround; readonly from: Instant; readonly source: string },
  switches: ClockContext['switches'],
): FactBody[] {
  const clocks = claim.clocks
    .filter((ledger) => ledger.stoppedAt === undefined && !isPausedBy(ledger, ground))
    .map(({ clock }) => clock)
    .filter((clock) => clockDefinition(clock, withSwitches(switches)).pausedBy.includes(ground));
  return clocks.length === 0 ? [] : [{ type: 'sla.clock-paused', ground, clocks, from, source }];
}

export function resumeFacts(claim: ClaimState, ground: PauseGround, resumedAt: Instant): FactBody[] {
  const clocks = claim.clocks.filter((ledger) => ledger.stoppedAt === undefined && isPausedBy(ledger, ground)).map(({ clock }) => clock);
  const isHeld = claim.holds.some((hold) => hold.ground === ground);
  return clocks.length > 0 || isHeld ? [{ type: 'sla.clock-resumed', ground, clocks, resumedAt }] : [];
}

/** A derived ground is over when what it rests on is known and says so; a dispute nobody has looked into yet may be held by hand. */
function isOver(claim: ClaimState, ground: PauseGround, now: readonly PauseGround[]): boolean {
  if (!(DERIVED as readonly PauseGround[]).includes(ground) || now.includes(ground)) return false;
  return ground !== 'heir-dispute' || claim.heirs !== undefined;
}

/** Coverage that cannot be computed says nothing of what is unpaid: what it said before stands until it can. */
function stillUnknown(claim: ClaimState, switches: ClockContext['switches']): readonly PauseGround[] {
  if (unpaidKnown(claim, switches) !== undefined) return [];
  return claim.holds.map(({ ground }) => ground).filter((ground) => ground === 'payer-unpaid' || ground === 'arrears-unpaid');
}

function unpaidGrounds(claim: ClaimState, switches: ClockContext['switches']): readonly PauseGround[] {
  return unpaidKnown(claim, switches) ?? [];
}

/** Undefined where nobody can say. */
function unpaidKnown(claim: ClaimState, switches: ClockContext['switches']): readonly PauseGround[] | undefined {
  if (claim.memberships.length === 0) return [];
  try {
    return membershipsOn(claim.eventOn, claim.memberships, switches).conditions.map((condition) => GROUND_OF[condition]);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
