import { InputError } from '#domain/input-error.ts';
import { type Switches, withSwitches } from '#domain/law/rules/switches.ts';
import { atBranch } from '#domain/time/calendar/branch.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import { type ClockStanding, deriveClock } from '#domain/time/clock/derive.ts';
import type { ClockLedger } from '#domain/time/clock/ledger.ts';
import type { ClaimId } from './claim-number.ts';
import { overdueRungKeys } from './clocks.ts';
import type { ClaimState } from './state.ts';
import type { ClaimStatus } from './statuses.ts';

/** A clock under one calendar; one that nobody can compute says why instead. */
export type ClockReading = { readonly dueAt: Instant; readonly standing: ClockStanding } | { readonly why: string };

export type ClockMove = {
  readonly clock: ClockId;
  readonly generation: number;
  readonly before: ClockReading;
  readonly after: ClockReading;
  /** Later is positive; absent where one side is unknown. */
  readonly movedMs?: number;
};

/** What another calendar would do to one open claim. */
export type ClaimMove = {
  readonly claimId: ClaimId;
  readonly status: ClaimStatus;
  /** Every running clock, moved or not: a claim is judged whole. */
  readonly clocks: readonly ClockMove[];
  /** Keys of rungs that would be due at once and are not due today. */
  readonly rungsAtOnce: readonly string[];
  readonly isMoved: boolean;
  readonly turnsRed: boolean;
  readonly leavesRed: boolean;
  readonly isUncomputable: boolean;
};

export type PreviewTotals = {
  readonly open: number;
  readonly moved: number;
  readonly turnRed: number;
  readonly leaveRed: number;
  readonly uncomputable: number;
  readonly rungsAtOnce: number;
};

export type CalendarPreview = {
  readonly totals: PreviewTotals;
  /** Moved claims, largest move of a clock first. */
  readonly moves: readonly ClaimMove[];
  readonly uncomputable: readonly ClaimMove[];
};

export type PreviewContext = { readonly asOf: Instant; readonly switches?: Partial<Switches> };

export const EMPTY_PREVIEW: CalendarPreview = {
  totals: { open: 0, moved: 0, turnRed: 0, leaveRed: 0, uncomputable: 0, rungsAtOnce: 0 },
  moves: [],
  uncomputable: [],
};

/** Clocks that have stopped keep their verdict and are not asked. */
export function previewClaim(claim: ClaimState, from: CalendarPack, to: CalendarPack, context: PreviewContext): ClaimMove {
  const [before, after] = [atBranch(from, claim), atBranch(to, claim)];
  const running = claim.clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
  const clocks = running.map((ledger) => previewClock(ledger, before, after, context));
  const [wasRed, isRed] = [clocks.some((move) => isLate(move.before)), clocks.some((move) => isLate(move.after))];
  return {
    claimId: claim.claimId,
    status: claim.status,
    clocks,
    rungsAtOnce: newlyDue(claim, before, after, context),
    isMoved: clocks.some(isMoved),
    turnsRed: isRed && !wasRed,
    leavesRed: wasRed && !isRed && !clocks.some((move) => 'why' in move.after),
    isUncomputable: clocks.some((move) => 'why' in move.after),
  };
}

/** Adds one claim; `atMost` bounds the lists, never the totals, so that a hundred thousand claims can be previewed in passing. */
export function withClaim(preview: CalendarPreview, move: ClaimMove, atMost = Number.POSITIVE_INFINITY): CalendarPreview {
  const { totals } = preview;
  return {
    totals: {
      open: totals.open + 1,
      moved: totals.moved + Number(move.isMoved),
      turnRed: totals.turnRed + Number(move.turnsRed),
      leaveRed: totals.leaveRed + Number(move.leavesRed),
      uncomputable: totals.uncomputable + Number(move.isUncomputable),
      rungsAtOnce: totals.rungsAtOnce + move.rungsAtOnce.length,
    },
    moves: move.isMoved ? inOrder(preview.moves, move, atMost) : preview.moves,
    uncomputable: move.isUncomputable && preview.uncomputable.length < atMost ? [...preview.uncomputable, move] : preview.uncomputable,
  };
}

/** `before` is the calendar each claim runs on, which need not be the active one. */
export function previewCalendar(
  claims: Iterable<{ readonly claim: ClaimState; readonly before: CalendarPack }>,
  after: CalendarPack,
  context: PreviewContext,
): CalendarPreview {
  let preview = EMPTY_PREVIEW;
  for (const { claim, before } of claims) preview = withClaim(preview, previewClaim(claim, before, after, context));
  return preview;
}

/** The sentence above the list; what cannot be computed stands first, because it is the worst news. */
export function previewText({ totals }: Pick<CalendarPreview, 'totals'>): string {
  const { open, moved, turnRed, leaveRed, uncomputable } = totals;
  const sentence = `${moved} klaim terbuka bergeser, ${turnRed} menjadi merah, ${leaveRed} menjadi tidak merah (dari ${open} klaim terbuka).`;
  if (uncomputable === 0) return sentence;
  return `PERHATIAN: batas waktu ${uncomputable} klaim terbuka TIDAK DAPAT DIHITUNG dengan kalender ini. ${sentence}`;
}

function previewClock(ledger: ClockLedger, before: CalendarPack, after: CalendarPack, context: PreviewContext): ClockMove {
  const readings = { before: read(ledger, before, context), after: read(ledger, after, context) };
  const known = 'dueAt' in readings.before && 'dueAt' in readings.after;
  const movedMs = known ? dueOf(readings.after) - dueOf(readings.before) : undefined;
  return { clock: ledger.clock, generation: ledger.generation, ...readings, ...(movedMs === undefined ? {} : { movedMs }) };
}

function read(ledger: ClockLedger, pack: CalendarPack, { asOf, switches }: PreviewContext): ClockReading {
  try {
    const { dueAt, standing } = deriveClock(ledger, pack, asOf, withSwitches(switches));
    return { dueAt, standing };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { why: error.message };
  }
}

function newlyDue(claim: ClaimState, before: CalendarPack, after: CalendarPack, { asOf, switches = {} }: PreviewContext): string[] {
  const dueUnder = (calendar: CalendarPack): readonly string[] => overdueRungKeys(claim, { at: asOf, calendar, switches });
  const today = new Set(dueUnder(before));
  return dueUnder(after).filter((key) => !today.has(key));
}

function isLate(reading: ClockReading): boolean {
  return 'standing' in reading && reading.standing === 'late';
}

/** A clock that becomes unknown, or known, has moved as well: nobody can say how far. */
function isMoved({ before, after, movedMs }: ClockMove): boolean {
  return movedMs === undefined ? 'why' in before !== 'why' in after : movedMs !== 0;
}

function dueOf(reading: ClockReading): Instant {
  return 'dueAt' in reading ? reading.dueAt : 0;
}

function inOrder(moves: readonly ClaimMove[], move: ClaimMove, atMost: number): readonly ClaimMove[] {
  const last = moves.at(-1);
  if (moves.length >= atMost && last && largestMove(last) >= largestMove(move)) return moves;
  const at = moves.findLastIndex((other) => largestMove(other) >= largestMove(move)) + 1;
  return [...moves.slice(0, at), move, ...moves.slice(at)].slice(0, atMost);
}

function largestMove({ clocks }: ClaimMove): number {
  return Math.max(0, ...clocks.map((move) => (isMoved(move) ? Math.abs(move.movedMs ?? Number.POSITIVE_INFINITY) : 0)));
}
