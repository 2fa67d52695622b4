import type { Stores } from '#adapters/mongo/stores.ts';
import {
  type CalendarPreview,
  type ClaimMove,
  type ClockMove,
  type ClockReading,
  EMPTY_PREVIEW,
  previewClaim,
  previewText,
  withClaim,
} from '#domain/claim/calendar-preview.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { type Instant, toIso } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { clockDefinition } from '#domain/time/clock/definitions.ts';
import { text } from '#locales/text.ts';

const BATCH = 200;
/** Of each list; the totals count everyone. */
export const MOST_LISTED = 200;

/** What this calendar would do to every open claim, each compared with the calendar it runs on. */
export async function previewOpenClaims(
  { openClaims, calendars }: Pick<Stores, 'openClaims' | 'calendars'>,
  after: CalendarPack,
  asOf: Instant,
): Promise<CalendarPreview> {
  let preview = EMPTY_PREVIEW;
  for (let last = ''; ; ) {
    const batch = await openClaims.next(last, BATCH);
    for (const claim of batch) {
      const { id, version } = claim.calendar;
      const before = await calendars.find(id, version);
      if (!before) throw new Error(`calendar ${id} version ${version} is not in the store`);
      preview = withClaim(preview, previewClaim(claim, before, after, { asOf }), MOST_LISTED);
    }
    if (batch.length < BATCH) return preview;
    last = batch.at(-1)?.claimId ?? last;
  }
}

export function toPreviewView(preview: CalendarPreview, { id, version, name }: CalendarPack, asOf: Instant) {
  return {
    id,
    version,
    name,
    asOf: toIso(asOf),
    text: previewText(preview),
    totals: preview.totals,
    mostListed: MOST_LISTED,
    moves: preview.moves.map(toMoveView),
    uncomputable: preview.uncomputable.map(toMoveView),
  };
}

function toMoveView({ claimId, status, clocks, rungsAtOnce, turnsRed, leavesRed }: ClaimMove) {
  return { claimId, status, statusText: text(`status.${status}`), turnsRed, leavesRed, rungsAtOnce, clocks: clocks.map(toClockMoveView) };
}

function toClockMoveView({ clock, generation, before, after, movedMs }: ClockMove) {
  const { label } = clockDefinition(clock, withSwitches());
  const moved = movedMs === undefined ? {} : { movedMinutes: movedMs / 60_000 };
  return { clock, generation, label, before: toReadingView(before), after: toReadingView(after), ...moved };
}

function toReadingView(reading: ClockReading) {
  return 'why' in reading ? reading : { dueAt: toIso(reading.dueAt), standing: reading.standing };
}
