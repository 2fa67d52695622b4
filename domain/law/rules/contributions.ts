import { fractionOf, type Rupiah, rupiah } from '#domain/money/money.ts';
import { type Day, day } from '#domain/time/calendar/day.ts';
import type { Sourced } from './explanation.ts';
import type { AmountRow, RateRow } from './pack.ts';
import { amountRow, rateRow } from './rows.ts';

export const SECTORS = ['transport', 'other'] as const;
export type Sector = (typeof SECTORS)[number];

/** The lowest BPU bundle of JKK and JKM, a month. For showing what is owed: coverage is stored as told, never divided out of rupiah. */
export const LOWEST_BUNDLE: AmountRow = amountRow(16_800, 'PP 44/2015', 'secondary');

export type DiscountWindow = RateRow & { readonly sector: Sector; readonly from: Day; readonly to: Day };

/** PP 50/2025: half of JKK and JKM for BPU; not for members paid from public budgets. */
export const DISCOUNT_WINDOWS: readonly DiscountWindow[] = [
  { sector: 'transport', from: day('2026-01-01'), to: day('2027-03-31'), ...rateRow(5_000, 'PP 50/2025', 'secondary') },
  { sector: 'other', from: day('2026-04-01'), to: day('2026-12-31'), ...rateRow(5_000, 'PP 50/2025', 'secondary') },
];

export type Contributor = { readonly sector?: Sector; readonly publiclyFunded: boolean };

export type Contribution = Sourced & { readonly amount: Rupiah; readonly discounted: boolean };

/** The contribution of the month `on` lies in, to be shown beside what was told. */
export function contributionOn(on: Day, contributor: Contributor, bundle: AmountRow = LOWEST_BUNDLE): Contribution {
  const discount = discountOn(on, contributor);
  if (!discount) return { amount: bundle.amount, discounted: false, source: bundle.source, certainty: bundle.certainty };
  const saved = fractionOf(bundle.amount, discount.basisPoints, 10_000);
  return { amount: rupiah(bundle.amount - saved), discounted: true, source: discount.source, certainty: discount.certainty };
}

/** Where the sector is not known, a month counts as discounted only if it is so in every sector. */
export function discountOn(on: Day, { sector, publiclyFunded }: Contributor): DiscountWindow | undefined {
  if (publiclyFunded) return undefined;
  const open = DISCOUNT_WINDOWS.filter((window) => window.from <= on && on <= window.to);
  if (sector === undefined) return open.length === SECTORS.length ? open[0] : undefined;
  return open.find((window) => window.sector === sector);
}
