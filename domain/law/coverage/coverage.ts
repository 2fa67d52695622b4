import { InputError } from '#domain/input-error.ts';
import { ALL_PACKS, choosePack, packsRead, switchesOf } from '#domain/law/rules/choose-pack.ts';
import type { RulePack } from '#domain/law/rules/pack.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import { type Day, daysBetween, fullMonthsBetween } from '#domain/time/calendar/day.ts';
import type { Coverage, CoverageCondition, CoverageInput, CoverageStatus } from './coverage-types.ts';
import { explainCoverage } from './explain-coverage.ts';
import { monthIndexOf } from './month.ts';
import { countContributions, countUnpaid, hasDiscountedMonth, readPaidMonths } from './paid-months.ts';

const DAYS_PER_MONTH = 30;

/** Whether a membership covers the day `on`, for how many months, and what must be paid before any benefit. */
export function coverageOn(input: CoverageInput, packs: readonly RulePack[] = ALL_PACKS): Coverage {
  const { on, memberSince } = input;
  const { pack } = choosePack(on, packsRead(input.switches, packs));
  const switches = switchesOf(pack, input.switches);
  const paid = readPaidMonths(input.paidMonths);
  const begun = lastBeginning(input);
  const figures = { status: 'notYet' as CoverageStatus, unpaidMonths: 0, membershipMonths: 0, contributionMonths: 0 };
  let discounted = false;
  if (on >= memberSince) {
    const current = monthIndexOf(on);
    const countedFrom = switches['jkm.restartAfterLapse'] ? begun : memberSince;
    // Months of a lapse that ended are no arrears, whichever beginning the months of membership are counted from.
    figures.unpaidMonths = countUnpaid(paid, monthIndexOf(begun), current);
    const range = { from: monthIndexOf(countedFrom), to: current };
    figures.contributionMonths = countContributions(paid, range, input, switches['coverage.discountedMonthCounts']);
    discounted = switches['coverage.discountedMonthCounts'] === 'half' && hasDiscountedMonth(paid, range, input);
    figures.membershipMonths = countMembership(countedFrom, on, figures.contributionMonths, switches['jkm.monthCounting']);
    figures.status = statusFor(figures.unpaidMonths, switches['coverage.lapseOnUnpaidMonth']);
  }
  const conditions = conditionsFor(figures.status, input.payerUnpaid === true, switches);
  const explanation = explainCoverage({ input, begun, figures, conditions, rules: pack.coverage, switches, discounted });
  return { ...figures, conditions, explanation };
}

/** A rejoining after `on` had not happened yet. */
function lastBeginning({ on, memberSince, lapsedUntilRejoined }: CoverageInput): Day {
  if (lapsedUntilRejoined === undefined) return memberSince;
  if (lapsedUntilRejoined < memberSince) {
    throw new InputError('invalid-input', 'lapsedUntilRejoined', `Hari kembali menjadi peserta mendahului ${memberSince}.`);
  }
  return lapsedUntilRejoined <= on ? lapsedUntilRejoined : memberSince;
}

function countMembership(from: Day, on: Day, contributionMonths: number, reading: Switches['jkm.monthCounting']): number {
  switch (reading) {
    case 'calendarMonths':
      return fullMonthsBetween(from, on);
    case 'contributionMonths':
      return contributionMonths;
    case 'days90':
      return Math.floor(daysBetween(from, on) / DAYS_PER_MONTH);
    default:
      return reading satisfies never;
  }
}

/** The lapse falls on the first day of the n-th unpaid month, so n - 1 unpaid months before this one are enough. */
function statusFor(unpaidMonths: number, lapseOnUnpaidMonth: number): CoverageStatus {
  if (unpaidMonths === 0) return 'active';
  return unpaidMonths < lapseOnUnpaidMonth - 1 ? 'arrears' : 'lapsed';
}

function conditionsFor(status: CoverageStatus, payerUnpaid: boolean, switches: Switches): CoverageCondition[] {
  if (status === 'lapsed' || status === 'notYet') return [];
  const conditions: CoverageCondition[] = [];
  if (status === 'arrears' && switches['coverage.arrearsPayableUntil'] === 'beforePayout') conditions.push('arrears-paid-first');
  if (payerUnpaid && switches['payer.unpaidHolds']) conditions.push('payer-paid-first');
  return conditions;
}
