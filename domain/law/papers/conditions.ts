import type { Day } from '#domain/time/calendar/day.ts';

/** What decides which papers a claim needs. Absent means not so, or not known yet. */
export type PaperFacts = {
  /** Death or accident; absent while nothing has happened, as in a readiness file. */
  readonly eventOn?: Day;
  readonly spouseClaims?: boolean;
  /** A child is among the heirs, of age or not. */
  readonly childClaims?: boolean;
  readonly minorHeir?: boolean;
  /** A minor inherits and no living parent is among the heirs. */
  readonly minorNeedsCourtGuardian?: boolean;
  readonly adultHeirs?: number;
  readonly heirByWill?: boolean;
  /** Named in the will, but outside the list of the law. */
  readonly heirOutsideLegalOrder?: boolean;
  readonly roadAccident?: boolean;
  readonly violence?: boolean;
  /** Works for an employer (PU); everyone else proves work otherwise. */
  readonly employed?: boolean;
  readonly transportClaimed?: boolean;
  readonly treatedOutsidePlkk?: boolean;
  /** Rupiah paid at once, all programmes together. */
  readonly cash?: number;
  /** The scholarship goes to the account of the guardian, not of the child. */
  readonly paidToGuardian?: boolean;
  /** Where the civil registry is a sea voyage away; listed by the branch. */
  readonly livesOnListedIsland?: boolean;
  /** First day of the school year the papers are for. */
  readonly schoolYearStartsOn?: Day;
};

/** Above this amount the tax number is asked for. */
export const TAX_NUMBER_ABOVE = 50_000_000;

export const PAPER_CONDITIONS = {
  always: () => true,
  spouseClaims: (facts) => facts.spouseClaims === true,
  childOrMinorClaims: (facts) => facts.childClaims === true || facts.minorHeir === true,
  severalAdultHeirs: (facts) => (facts.adultHeirs ?? 0) > 1,
  heirByWill: (facts) => facts.heirByWill === true,
  courtMustDecide: (facts) => facts.heirOutsideLegalOrder === true || facts.minorNeedsCourtGuardian === true,
  roadAccidentOrViolence: (facts) => facts.roadAccident === true || facts.violence === true,
  employed: (facts) => facts.employed === true,
  notEmployed: (facts) => facts.employed !== true,
  transportClaimed: (facts) => facts.transportClaimed === true,
  treatedOutsidePlkk: (facts) => facts.treatedOutsidePlkk === true,
  cashAbove50Million: (facts) => (facts.cash ?? 0) > TAX_NUMBER_ABOVE,
  paidToGuardian: (facts) => facts.paidToGuardian === true,
  paidToChild: (facts) => facts.paidToGuardian !== true,
} as const satisfies Readonly<Record<string, (facts: PaperFacts) => boolean>>;

export type PaperCondition = keyof typeof PAPER_CONDITIONS;

export function holds(condition: PaperCondition, facts: PaperFacts): boolean {
  return PAPER_CONDITIONS[condition](facts);
}
