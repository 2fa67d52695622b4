import type { Recovery } from './breaker.ts';
import { describe as describeRun, lateRecoveries, markdownOf, type Outcome, rowsOf } from './report.ts';

const back = (component: string, workedMs?: number): Recovery => ({
  component,
  atMs: 61_000,
  downMs: 1_000,
  kills: 1,
  others: [],
  readyMs: 500,
  ...(workedMs === undefined ? {} : { workedMs }),
});

const OUTCOME: Outcome = {
  seed: 4,
  minutes: 1,
  claims: 20,
  at: '2026-03-02T01:00:00.000Z',
  brokenForMs: 60_000,
  drainedWithinMs: 5_000,
  mostInFlight: 20,
  transfers: 15,
  paid: 630_000_000,
  faultsPerMille: 200,
  recoveries: [back('bank', 2_000)],
  crashes: [],
  odd: {},
  findings: [],
};

test('a part has its kills counted and its middle and longest recovery told, from its start and from its kill', () => {
  const [row] = rowsOf([back('bank', 2_000), back('bank', 9_000), back('bank', 4_000)]);
  expect(row).toMatchObject({
    component: 'bank',
    kills: 3,
    ready: { median: 500 },
    worked: { median: 4_000, max: 9_000 },
    fromKill: { max: 10_000 },
  });
});

test('half a minute is in time, a moment more is not, and neither is never', () => {
  expect(lateRecoveries([back('bank', 30_000)])).toEqual([]);
  expect(lateRecoveries([back('bank', 30_001)])).toMatchObject([
    { broken: 'stuck', found: '30.0 s, killed 61.0 s into the run with nothing else' },
  ]);
  expect(lateRecoveries([back('bank')])).toMatchObject([{ found: 'never, killed 61.0 s into the run with nothing else' }]);
});

test('the slowest part stands first in the table', () => {
  expect(markdownOf({ recoveries: [back('bank', 2_000), back('kafka')] })).toBe(
    ['| kafka | 1 | 0.5 s | 0.5 s | never | never | never |', '| bank | 1 | 0.5 s | 0.5 s | 2.0 s | 2.0 s | 3.0 s |'].join('\n'),
  );
});

test('a run that held says so, and one that did not names claim, expectation and finding', () => {
  expect(describeRun(OUTCOME)).toContain('0 lost, 0 duplicate, 0 stuck');
  const finding = { broken: 'lost', claimId: 'STN-AAAAA-AAAAA', expected: '42000000', found: 'nothing' } as const;
  expect(describeRun({ ...OUTCOME, findings: [finding] })).toContain('BROKEN (lost) STN-AAAAA-AAAAA: expected 42000000; found nothing');
});
