import fc from 'fast-check';
import {
  hearNews,
  type MembershipNews,
  MOST_CONTRIBUTIONS,
  type NewsOfMembership,
  reachOf,
  withNews,
} from '#domain/claim/membership-news.ts';
import type { Membership } from '#domain/claim/parts.ts';
import { day } from '#domain/time/calendar/day.ts';
import { propertyRuns } from '../../support/property-runs.ts';

const T = 1_790_000_000_000;
const MONTHS = ['2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];
const EIGHT: Membership = { kpj: 'KPJ00000001', segment: 'BPU', memberSince: day('2025-08-05'), paidMonths: MONTHS, payer: 'self' };
const ONE: Membership = { ...EIGHT, paidMonths: MONTHS.slice(0, 1) };

const coverage = (eventId: string, toldAt: number, membership: Membership): NewsOfMembership => ({
  type: 'coverage',
  eventId,
  toldAt,
  membership,
});
const contribution = (eventId: string, toldAt: number, months: readonly string[], payerUnpaid?: boolean): NewsOfMembership => ({
  type: 'contribution',
  eventId,
  toldAt,
  kpj: EIGHT.kpj,
  months,
  ...(payerUnpaid === undefined ? {} : { payerUnpaid }),
});

function hearAll(...told: readonly NewsOfMembership[]): MembershipNews {
  const news = told.reduce<MembershipNews | undefined>((known, one) => hearNews(known, one).news, undefined);
  if (!news) throw new Error('nothing was told');
  return news;
}

describe('what BPJS Ketenagakerjaan says of a membership', () => {
  test('an older coverage told after a newer one changes nothing: eight months stay eight, and the file says what it did not hear', () => {
    const news = hearAll(coverage('new', T, EIGHT), coverage('old', T - 1_000, ONE));
    expect(withNews([], [news])).toEqual([EIGHT]);
    expect(news.ignored).toEqual([{ type: 'coverage', eventId: 'old', toldAt: T - 1_000, newerAt: T }]);
  });

  test('a contribution told before the coverage that stands is in it, or was taken back by it', () => {
    const news = hearAll(coverage('new', T, ONE), contribution('old', T - 1, ['2026-03']));
    expect(withNews([], [news])).toEqual([ONE]);
    expect(news.ignored).toMatchObject([{ type: 'contribution', eventId: 'old' }]);
  });

  test('a contribution told after the coverage stays, whichever of the two comes first', () => {
    const told = [coverage('whole', T, ONE), contribution('later', T + 1, ['2025-09'])] as const;
    const expected = [{ ...ONE, paidMonths: ['2025-08', '2025-09'] }];
    expect(withNews([], [hearAll(...told)])).toEqual(expected);
    expect(withNews([], [hearAll(...told.toReversed())])).toEqual(expected);
  });

  test('contributions come on top of what the partner told, until there is a coverage', () => {
    const news = hearAll(contribution('a', T, ['2026-04'], true));
    expect(withNews([ONE], [news])).toEqual([{ ...ONE, paidMonths: ['2025-08', '2026-04'], payerUnpaid: true }]);
    expect(withNews([], [news])).toEqual([]);
  });

  test('the same news again is known, also when it was ignored', () => {
    const news = hearAll(coverage('new', T, EIGHT), coverage('old', T - 1, ONE), contribution('c', T + 1, ['2026-04']));
    for (const again of [coverage('new', T, EIGHT), coverage('old', T - 1, ONE), contribution('c', T + 1, ['2026-04'])]) {
      expect(hearNews(news, again)).toEqual({ news, outcome: 'known' });
    }
  });

  test('what is remembered is bounded: the latest ignored, and so many contributions without a coverage', () => {
    const old = Array.from({ length: 50 }, (_, index) => coverage(`old-${index}`, T - 100 + index, ONE));
    expect(hearAll(coverage('new', T, EIGHT), ...old).ignored).toHaveLength(20);
    const many = Array.from({ length: MOST_CONTRIBUTIONS }, (_, index) => contribution(`c-${index}`, T + index, ['2026-04']));
    const full = hearAll(...many);
    expect(hearNews(full, contribution('more', T + 999, ['2026-05'])).outcome).toBe('too-many');
    expect(hearNews(full, coverage('whole', T + 1_000, EIGHT)).news).toMatchObject({ contributions: [] });
  });

  test('in whatever order and however often it comes, the same membership stands, and later news reaches further', () => {
    const instants = fc.integer({ min: 0, max: 4 }).map((n) => T + n);
    const months = fc.subarray(MONTHS);
    const kinds = fc.oneof(
      fc.tuple(instants, months).map(
        ([at, paidMonths]) =>
          (id: string) =>
            coverage(id, at, { ...EIGHT, paidMonths }),
      ),
      fc.tuple(instants, months, fc.option(fc.boolean(), { nil: undefined })).map(
        ([at, list, unpaid]) =>
          (id: string) =>
            contribution(id, at, list, unpaid),
      ),
    );
    const story = fc.array(kinds, { minLength: 1, maxLength: 6 }).map((all) => all.map((make, index) => make(`e${index}`)));
    const orders = story.chain((told) =>
      fc.tuple(fc.constant(told), fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2, maxLength: told.length * 2 })),
    );
    fc.assert(
      fc.property(orders, ([told, other]) => {
        expect(withNews([ONE], [hearAll(...other)])).toEqual(withNews([ONE], [hearAll(...told)]));
        expect(reachOf(hearAll(...other))).toEqual(reachOf(hearAll(...told)));
      }),
      { numRuns: propertyRuns },
    );
  });
});
