import type { Switches } from '#domain/law/rules/switches.ts';
import type { CoverageStatus, Payer, Segment } from './coverage-types.ts';

/** A wage earner lapsed by months that the employer had to pay: whether the right is lost with them is for the legal desk. */
export function asksForEmployer(
  { segment, payer = 'employer' }: { readonly segment: Segment; readonly payer?: Payer },
  status: CoverageStatus,
  switches: Switches,
): boolean {
  return switches['coverage.employerArrears'] === 'asks' && segment === 'PU' && payer === 'employer' && status === 'lapsed';
}
