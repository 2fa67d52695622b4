import type { EmployerReading } from '#domain/law/benefit/jkm-memberships.ts';
import type { HeirsReading } from '#domain/law/heirs/people.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { type Edition, isSince } from './edition.ts';
import type { ClaimState } from './state.ts';

/** What decides how a claim reads the doubts: the readings it was given, and the edition of its rules. */
export type Rules = { readonly switches: Partial<Switches>; readonly edition?: Edition };

/** Where a claim reads a doubt otherwise than `santun calculate`: a machine rejects nobody for what an employer did not pay. */
const IN_CLAIMS: Partial<Switches> = { 'coverage.employerArrears': 'asks' };
/** How claims of the first edition were decided. */
const FIRST_EDITION: Partial<Switches> = { 'coverage.employerArrears': 'lapses', 'late.pausedAfterDue': 'counts' };

/** What the claim was given when it was registered, whoever wakes it. */
export function givenReadings({ readings }: Pick<ClaimState, 'readings'>): Partial<Switches> {
  return readings?.switches ?? {};
}

/** The readings a claim is decided by: those it was given, over the defaults of its edition. */
export function readingsFor(rules: Rules): Partial<Switches> {
  return { ...(isSince(rules, 2) ? IN_CLAIMS : FIRST_EDITION), ...rules.switches };
}

/** Since the second edition employers are compared folded. */
export function employersIn(rules: Pick<Rules, 'edition'>): EmployerReading {
  return isSince(rules, 2) ? 'folded' : 'asTold';
}

/** Since the second edition a divorced parent acts for the child. */
export function heirsReadingIn(rules: Pick<Rules, 'edition'>): HeirsReading {
  return { divorcedParent: isSince(rules, 2) ? 'acts' : 'stranger' };
}
