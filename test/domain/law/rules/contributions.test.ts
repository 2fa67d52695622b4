import { type Contributor, contributionOn, discountOn, LOWEST_BUNDLE, type Sector } from '#domain/law/rules/contributions.ts';
import { amountRow } from '#domain/law/rules/rows.ts';
import { day } from '#domain/time/calendar/day.ts';

const paying = (sector?: Sector): Contributor => ({ publiclyFunded: false, ...(sector ? { sector } : {}) });

describe('what a month of the lowest bundle costs', () => {
  test.each([
    ['2025-12-31', 'transport', 16_800],
    ['2026-01-01', 'transport', 8_400],
    ['2027-03-31', 'transport', 8_400],
    ['2027-04-01', 'transport', 16_800],
    ['2026-03-31', 'other', 16_800],
    ['2026-04-01', 'other', 8_400],
    ['2026-12-31', 'other', 8_400],
    ['2027-01-01', 'other', 16_800],
    ['2026-03-31', undefined, 16_800],
    ['2026-04-01', undefined, 8_400],
    ['2026-12-31', undefined, 8_400],
    ['2027-01-01', undefined, 16_800],
  ] as const)('on %s in the sector %s it is %i', (on, sector, amount) => {
    const source = amount === 8_400 ? 'PP 50/2025' : 'PP 44/2015';
    expect(contributionOn(day(on), paying(sector))).toEqual({ amount, discounted: amount === 8_400, source, certainty: 'secondary' });
  });

  test('members paid from public budgets have no discount', () => {
    expect(contributionOn(day('2026-05-01'), { publiclyFunded: true, sector: 'other' })).toMatchObject({
      amount: 16_800,
      discounted: false,
    });
    expect(discountOn(day('2026-05-01'), { publiclyFunded: true })).toBeUndefined();
  });

  test('another bundle is discounted alike, half a rupiah saved going to the member', () => {
    const bundle = amountRow(36_801, 'PP 44/2015', 'secondary');
    expect(contributionOn(day('2026-05-01'), paying('other'), bundle).amount).toBe(18_400);
    expect(LOWEST_BUNDLE.amount).toBe(16_800);
  });
});
