import { lateness, latenessTable } from '../../bench/lateness.ts';

const herd = { name: 'in one minute', side: 'claims', due: 4, kills: 2 } as const;

test('a deadline told once, never, twice, and one told under another instant are four different things', () => {
  const found = lateness({ ...herd, lateMs: [10, undefined, 30, undefined], times: [1, 0, 2, 1], toldMs: [15, 40] });
  expect(found).toMatchObject({ once: 1, missing: 2, repeated: 1 });
  expect(found.late).toEqual({ p50: 30, p99: 30, max: 30 });
  expect(found.told).toEqual({ p50: 40, p99: 40, max: 40 });
});

test('the slowest of a hundred deadlines is what the ninety-ninth percentile shows', () => {
  const lateMs = Array.from({ length: 100 }, (_, n) => n);
  const found = lateness({ ...herd, due: 100, lateMs, times: lateMs.map(() => 1), toldMs: [] });
  expect(found.late).toEqual({ p50: 50, p99: 99, max: 99 });
  expect(found.told).toBeUndefined();
  expect(latenessTable([found])).toContain('100 in one minute, claims');
});
