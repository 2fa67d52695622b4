import type { Switches } from '#domain/law/rules/switches.ts';
import type { Zone } from '#domain/time/calendar/zone.ts';
import type { LadderClaim } from './ladder-claim.ts';

/** What people and the world do to one claim while its time passes, and when its rungs must be due. */
export type Scenario = {
  /** A sentence a claims officer could contest. */
  readonly title: string;
  readonly switches?: Partial<Switches>;
  readonly zone?: Zone;
  play(claim: LadderClaim): Promise<void>;
  /** Worked out by hand from rules.md section 7: every rung of these clocks, to the minute, and no other. */
  readonly rungs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Instead: these clocks climb their whole ladder, and no other any of it. */
  readonly whole?: readonly string[];
};

/** The moment a claim is declared complete without anything else happening: reported ten minutes before. */
export async function completeAt(claim: LadderClaim, before: string, moment: string): Promise<void> {
  await claim.to(before);
  await claim.reportDeath();
  await claim.to(moment);
  await claim.declareComplete();
}
