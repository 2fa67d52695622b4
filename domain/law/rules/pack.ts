import type { Rupiah } from '#domain/money/money.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Sourced } from './explanation.ts';
import type { Switches } from './switches.ts';

export type AmountRow = Sourced & { readonly amount: Rupiah };
/** A percentage in whole basis points: 10,000 is 100%. */
export type RateRow = Sourced & { readonly basisPoints: number };
export type CountRow = Sourced & { readonly count: number };

/** How a percentage of rupiah becomes whole rupiah; the name is part of every decision receipt. */
export type Rounding = 'halfUp';

export const SCHOLARSHIP_LEVELS = ['tk', 'sd', 'smp', 'sma', 'higher'] as const;
export type ScholarshipLevel = (typeof SCHOLARSHIP_LEVELS)[number];

export type ScholarshipLevelRow = Sourced & {
  readonly level: ScholarshipLevel;
  readonly amountPerYear: Rupiah;
  readonly maxYears: number;
};

export type ScholarshipRules = {
  /** In the order a child passes through them; empty where the scholarship is paid once. */
  readonly levels: readonly ScholarshipLevelRow[];
  /** Instead of yearly amounts: one payment per participant, whatever the level. */
  readonly once?: AmountRow;
  readonly jkmMinimumContributionMonths: CountRow;
  readonly maxChildren: CountRow;
  /** A line is due below this age. */
  readonly endAge: CountRow;
  /** Absent: any work ends the scholarship. Otherwise, while still studying, these are excused. */
  readonly workingExceptions?: Sourced & { readonly puMaxConsecutiveMonths: number; readonly bpu: boolean; readonly apprentice: boolean };
};

export type JkmRules = {
  readonly lump: AmountRow;
  readonly periodic: AmountRow;
  readonly funeral: AmountRow;
  /** Absent: one day of membership is enough. `asLump + asFuneral` is the other reading of `reduced`. */
  readonly threeMonthRule?: Sourced & {
    readonly months: number;
    readonly reduced: AmountRow;
    readonly asLump: AmountRow;
    readonly asFuneral: AmountRow;
  };
};

export const TRANSPORT_MODES = ['land', 'sea', 'air'] as const;
export type TransportMode = (typeof TRANSPORT_MODES)[number];

/** Month bands of temporary inability, in order; the last one has no end. */
export type StmbBand = RateRow & { readonly throughMonth?: number };

export type JkkRules = {
  /** Monthly wages: 48 is 60% of 80. */
  readonly deathWages: CountRow;
  readonly deathMinimum: AmountRow;
  readonly periodic: AmountRow;
  readonly funeral: AmountRow;
  /** Monthly wages that a disability percentage is taken of. */
  readonly partialDisabilityWages: CountRow;
  readonly totalDisabilityWages: CountRow;
  readonly stmb: readonly StmbBand[];
  readonly transport: Readonly<Record<TransportMode, AmountRow>>;
  /** Receipts by need, without a ceiling. */
  readonly medical: Sourced;
  /** Absent: the regime knows no home care. */
  readonly homeCare?: AmountRow & { readonly maxYears: number };
  /** On top of the reference price. */
  readonly rehabSurcharge: RateRow;
  /** When the right to claim lapses; after how many years is the switch `jkk.lapseYears`. */
  readonly rightLapses: Sourced;
  readonly aids: Readonly<Partial<Record<'dentures' | 'hearingAid' | 'glasses', AmountRow>>>;
};

/** Where the readings of coverage come from; how they are read is a matter of switches. */
export type CoverageRules = Readonly<Record<'active' | 'months' | 'arrears' | 'lapse' | 'restart' | 'payerUnpaid' | 'discount', Sourced>>;

export const PROGRAMMES = ['jkm', 'jkk'] as const;
export type Programme = (typeof PROGRAMMES)[number];

export type RulePack = Sourced & {
  readonly id: string;
  readonly version: number;
  /** Events on or after this day; `source` and `certainty` of the pack are those of this day. */
  readonly validFrom: Day;
  readonly rounding: Rounding;
  readonly switches: Partial<Switches>;
  readonly jkm: JkmRules;
  readonly jkk: JkkRules;
  /** Owed for each day late, per programme. */
  readonly late: Readonly<Record<Programme, RateRow>>;
  /** Who is paid when a death leaves no heir. */
  readonly noHeir: Readonly<Record<Programme, Sourced>>;
  readonly coverage: CoverageRules;
  readonly scholarship: ScholarshipRules;
};
