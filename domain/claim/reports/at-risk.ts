import { entitlementOf } from '#domain/claim/entitlement.ts';
import { isLateCompensation } from '#domain/claim/payout-lines.ts';
import { givenReadings } from '#domain/claim/readings.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { InputError } from '#domain/input-error.ts';
import { withSwitches } from '#domain/law/rules/switches.ts';
import { rupiah, ZERO_RUPIAH } from '#domain/money/money.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import type { ClockId } from '#domain/time/clock/definitions.ts';
import { deriveClock } from '#domain/time/clock/derive.ts';
import { lateAmount } from '#domain/time/clock/late.ts';

/** Which deadlines money hangs on: the law's for paying, and the one promised to the partners. */
const WATCHED: readonly ClockId[] = ['jkm-legal', 'jkk-legal', 'partner-promise'];
/** Only the law prices a late day. */
const PRICED: readonly ClockId[] = ['jkm-legal', 'jkk-legal'];

export const RISK_STANDINGS = ['safe', 'soon', 'late', 'unknown'] as const;
export type RiskStanding = (typeof RISK_STANDINGS)[number];

/** What an open claim still owes, and how much of it is in danger of being, or already, late. */
export type RupiahAtRisk = {
  readonly standing: RiskStanding;
  /** Where `unpaid` comes from: decided, calculated ahead of a decision, or not to be known yet, which is 0 and counted as unknown. */
  readonly basis: 'recommended' | 'expected' | 'unknown';
  readonly unpaid: number;
  readonly lateDays: number;
  /** One hundredth for each late day so far, and what was already calculated but not yet paid. */
  readonly compensation: number;
  readonly atRisk: number;
};

/** Derived from the record alone; undefined for a claim that is over. */
export function rupiahAtRisk(claim: ClaimState, calendar: CalendarPack, asOf: Instant): RupiahAtRisk | undefined {
  return isFinal(claim.status) ? undefined : riskOf(claim, standingOf(claim, calendar, asOf));
}

/** The same for a list, where it is worth a calculation only if something is in danger; undefined where nothing is. */
export function urgentRisk(claim: ClaimState, calendar: CalendarPack, asOf: Instant): RupiahAtRisk | undefined {
  if (isFinal(claim.status)) return undefined;
  const stands = standingOf(claim, calendar, asOf);
  return stands.standing === 'safe' && proposedOf(claim) === 0 ? undefined : riskOf(claim, stands);
}

type Stands = { readonly standing: RiskStanding; readonly lateDays: number };

function riskOf(claim: ClaimState, { standing, lateDays }: Stands): RupiahAtRisk {
  const { basis, total } = owedBy(claim);
  const unpaid = rupiah(Math.max(0, total - paidOf(claim)));
  const compensation = (lateDays > 0 ? lateAmount(unpaid, lateDays) : ZERO_RUPIAH) + proposedOf(claim);
  return { standing, basis, unpaid, lateDays, compensation, atRisk: compensation + (standing === 'safe' ? 0 : unpaid) };
}

function standingOf(claim: ClaimState, calendar: CalendarPack, asOf: Instant): Stands {
  // Paid, but nobody knows whether in time: what it may owe is unknown, not nothing.
  let [worst, lateDays]: [number, number] = [claim.compensationUnknown ? RISK_STANDINGS.indexOf('unknown') : 0, 0];
  for (const ledger of claim.clocks) {
    if (!WATCHED.includes(ledger.clock) || ledger.stoppedAt !== undefined) continue;
    try {
      const view = deriveClock(ledger, calendar, asOf, withSwitches(givenReadings(claim)));
      worst = Math.max(worst, RISK_STANDINGS.indexOf(view.standing === 'late' || view.standing === 'soon' ? view.standing : 'safe'));
      if (PRICED.includes(ledger.clock)) lateDays = Math.max(lateDays, view.lateDays);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      worst = RISK_STANDINGS.indexOf('unknown');
    }
  }
  return { standing: RISK_STANDINGS[worst] ?? 'unknown', lateDays };
}

function owedBy(claim: ClaimState): { basis: RupiahAtRisk['basis']; total: number } {
  const { recommendation } = claim;
  if (recommendation) return { basis: 'recommended', total: recommendation.outcome === 'pay' ? recommendation.total : 0 };
  const expected = entitlementOf(claim, { switches: givenReadings(claim) });
  return 'refused' in expected ? { basis: 'unknown', total: 0 } : { basis: 'expected', total: expected.total };
}

function paidOf({ payouts }: ClaimState): number {
  return payouts.reduce((sum, payout) => sum + (payout.state === 'confirmed' && !isLateCompensation(payout) ? payout.amount : 0), 0);
}

function proposedOf({ payouts }: ClaimState): number {
  return payouts.reduce((sum, payout) => sum + (isLateCompensation(payout) && isOwed(payout.state) ? payout.amount : 0), 0);
}

function isOwed(state: ClaimState['payouts'][number]['state']): boolean {
  return state !== 'confirmed' && state !== 'declined';
}
