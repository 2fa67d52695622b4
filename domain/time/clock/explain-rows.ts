import type { Instant } from '#domain/time/calendar/instant.ts';
import type { FreeDayKind } from '#domain/time/calendar/pack.ts';
import type { PauseGround } from './grounds.ts';

/** A stretch of the arithmetic. The steps of one explanation touch each other from the start to the due instant. */
export type ExplainStep = {
  readonly kind: 'start' | 'working' | 'free' | 'paused' | 'hours';
  readonly from: Instant;
  readonly to: Instant;
  /** Budget spent here: working time, or plain time for clocks in hours. Over all steps it is the whole budget. */
  readonly countedMs: number;
  readonly isDue: boolean;
  /** Columns as people read them. */
  readonly when: string;
  readonly what: string;
  readonly effect: string;
  /** Which days of the budget these are, `3–4 dari 7`. */
  readonly counts?: { readonly first: number; readonly last: number; readonly of: number };
  readonly freeKinds?: readonly FreeDayKind[];
  /** Names of the holidays in the stretch, for screens with room. */
  readonly dayNames?: readonly string[];
  readonly grounds?: readonly PauseGround[];
  /** Of a deadline that has since moved. */
  readonly struck?: true;
};

export type ExplainLine = { readonly kind: 'heading' | 'note' | 'moved'; readonly text: string };
export type ExplainRow = ExplainStep | ExplainLine;

export function isStep(row: ExplainRow): row is ExplainStep {
  return 'countedMs' in row;
}
