import type { ClockId } from './definitions.ts';

export type RungAudience = 'holder' | 'supervisor' | 'branch-head' | 'region';
export type RungRequirement = 'acknowledge' | 'give-reason' | 'move-to-front' | 'show-late-price';

/** When: a share of the budget, or so many working days after the deadline. Rows of a ladder stand in the order of time. */
export type LadderRung = ({ readonly percent: number } | { readonly workingDaysLate: number }) & {
  /** Part of the key that makes a rung fire once; never renamed. */
  readonly id: string;
  readonly tells: readonly RungAudience[];
  readonly requires: readonly RungRequirement[];
};

export type Ladder = {
  readonly id: string;
  readonly rungs: readonly LadderRung[];
  /** Service time after which a rung that must be acknowledged, and was not, brings the next one forward. */
  readonly acknowledgeWithinMinutes: number;
  readonly source: string;
};

const DEADLINE_LADDER: Ladder = {
  id: 'deadline',
  acknowledgeWithinMinutes: 240,
  source: 'aturan Santun: tangga eskalasi',
  rungs: [
    { id: '50', percent: 50, tells: ['holder'], requires: [] },
    { id: '75', percent: 75, tells: ['holder', 'supervisor'], requires: ['move-to-front'] },
    { id: '100', percent: 100, tells: ['supervisor'], requires: ['acknowledge', 'give-reason', 'show-late-price'] },
    { id: '+1', workingDaysLate: 1, tells: ['branch-head'], requires: ['acknowledge'] },
    { id: '+3', workingDaysLate: 3, tells: ['region'], requires: ['acknowledge'] },
  ],
};

const RESPONSE_LADDER: Ladder = {
  id: 'response',
  acknowledgeWithinMinutes: 240,
  source: 'aturan Santun: tangga eskalasi',
  rungs: [{ id: '100', percent: 100, tells: ['supervisor'], requires: ['acknowledge'] }],
};

export const DEFAULT_LADDERS: Readonly<Record<ClockId, Ladder>> = {
  'jkm-legal': DEADLINE_LADDER,
  'jkk-legal': DEADLINE_LADDER,
  'partner-promise': DEADLINE_LADDER,
  'stage-1-report': DEADLINE_LADDER,
  'stage-2-report': DEADLINE_LADDER,
  'suspected-accident': DEADLINE_LADDER,
  complaint: DEADLINE_LADDER,
  'data-breach': DEADLINE_LADDER,
  'scholarship-proof': RESPONSE_LADDER,
  'first-look': RESPONSE_LADDER,
  'second-eyes': RESPONSE_LADDER,
};
