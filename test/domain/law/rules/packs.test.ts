import { ALL_PACKS } from '#domain/law/rules/choose-pack.ts';
import { CERTAINTIES, cite, type Sourced } from '#domain/law/rules/explanation.ts';
import { JKM_JKK_2015 } from '#domain/law/rules/packs/jkm-jkk-2015.ts';
import { JKM_JKK_2019 } from '#domain/law/rules/packs/jkm-jkk-2019.ts';
import { JKM_JKK_2025 } from '#domain/law/rules/packs/jkm-jkk-2025.ts';

type Row = Sourced & Record<string, unknown>;

/** Every object of a pack that carries a figure must carry where it comes from. */
function rowsOf(value: unknown, path: string): [string, Row][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) => rowsOf(part, `${path}.${key}`));
  const hasFigure = ['amount', 'count', 'basisPoints', 'amountPerYear'].some((key) => key in value);
  return hasFigure || 'source' in value ? [[path, value as Row], ...inner] : inner;
}

const ROWS = ALL_PACKS.flatMap((pack) => rowsOf(pack, pack.id));

describe('every row of every pack', () => {
  test.each(ROWS)('%s says where it comes from and how sure that is', (_path, row) => {
    expect(row.source).toMatch(/^(PP|Permenaker|Praktik) /);
    expect(CERTAINTIES).toContain(row.certainty);
  });

  test('survives being stored as JSON', () => {
    expect(JSON.parse(JSON.stringify(ALL_PACKS))).toEqual(ALL_PACKS);
  });

  test('ids are unique and packs stand in the order they came into force', () => {
    expect(new Set(ALL_PACKS.map(({ id }) => id)).size).toBe(ALL_PACKS.length);
    expect([...ALL_PACKS].sort((left, right) => (left.validFrom < right.validFrom ? -1 : 1))).toEqual(ALL_PACKS);
  });
});

describe('how sure a row is', () => {
  test.each([
    ['law', 'PP 1/2000'],
    ['secondary', 'PP 1/2000'],
    ['inferred', 'PP 1/2000 [disimpulkan]'],
    ['recalled', 'PP 1/2000 [ingatan, belum diperiksa]'],
  ] as const)('%s is shown as "%s"', (certainty, shown) => {
    expect(cite({ source: 'PP 1/2000', certainty })).toBe(shown);
  });

  test('all amounts before PP 82/2019 are recalled', () => {
    const { coverage: _, ...amounts } = JKM_JKK_2015;
    expect(rowsOf(amounts, '').filter(([, row]) => row.certainty !== 'recalled')).toEqual([]);
  });

  test('dentures, hearing aid and glasses are recalled', () => {
    expect(Object.values(JKM_JKK_2019.jkk.aids).map(({ amount, certainty }) => [amount, certainty])).toEqual([
      [5_000_000, 'recalled'],
      [2_500_000, 'recalled'],
      [1_000_000, 'recalled'],
    ]);
  });
});

describe('what the packs of today hold beyond the cash of a death', () => {
  test('the scholarship of one child from kindergarten to degree comes to 87 million in 19 years', () => {
    const { levels } = JKM_JKK_2019.scholarship;
    expect(levels.map(({ level, amountPerYear, maxYears }) => [level, amountPerYear, maxYears])).toEqual([
      ['tk', 1_500_000, 2],
      ['sd', 1_500_000, 6],
      ['smp', 2_000_000, 3],
      ['sma', 3_000_000, 3],
      ['higher', 12_000_000, 5],
    ]);
    expect(levels.reduce((sum, { amountPerYear, maxYears }) => sum + amountPerYear * maxYears, 0)).toBe(87_000_000);
  });

  test.each([
    [JKM_JKK_2015, 60, 1, 23],
    [JKM_JKK_2019, 36, 2, 23],
    [JKM_JKK_2025, 36, 2, 23],
  ])('$id: scholarship after %i months for %i children under %i', (pack, months, children, age) => {
    const { jkmMinimumContributionMonths, maxChildren, endAge } = pack.scholarship;
    expect([jkmMinimumContributionMonths.count, maxChildren.count, endAge.count]).toEqual([months, children, age]);
  });

  test('before PP 82/2019 the scholarship was paid once', () => {
    expect(JKM_JKK_2015.scholarship).toMatchObject({ levels: [], once: { amount: 12_000_000 } });
  });

  test('work beside study is excused from Permenaker 1/2025 on', () => {
    expect(JKM_JKK_2019.scholarship.workingExceptions).toBeUndefined();
    expect(JKM_JKK_2025.scholarship.workingExceptions).toEqual({
      puMaxConsecutiveMonths: 6,
      bpu: true,
      apprentice: true,
      source: 'Permenaker 1/2025 art. 103(3a)',
      certainty: 'secondary',
    });
  });

  test('rehabilitation is the reference price and 40% more', () => {
    expect(JKM_JKK_2019.jkk.rehabSurcharge.basisPoints).toBe(4_000);
  });
});
