import { lastLine, table, tallyCheck, tallyJest, totals } from '#stack/summary.ts';

const run = (code: number) => ({ name: 'pure tests', seconds: 1.25, code });
const result = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 };

describe('the count of a run', () => {
  test('adds the passed and failed tests of every step, and one for each check', () => {
    const tallies = [
      tallyCheck({ name: 'types', seconds: 3, code: 0 }),
      tallyCheck({ name: 'lint', seconds: 1, code: 1 }),
      tallyJest(run(1), { ...result, numPassedTests: 40, numFailedTests: 2 }),
      tallyJest(run(0), { ...result, numPassedTests: 7 }),
    ];
    expect(lastLine(tallies)).toBe('48 passed, 3 failed');
  });

  test('a test file that could not even be loaded counts as failed', () => {
    expect(tallyJest(run(1), { ...result, numPassedTests: 5, numRuntimeErrorTestSuites: 2 })).toMatchObject({ passed: 5, failed: 2 });
  });

  test('a run in which no test was executed is a failure', () => {
    expect(tallyJest(run(0), result)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('a run that left no result is a failure', () => {
    expect(tallyJest(run(0), undefined)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('a run that ends badly although every test passed is a failure', () => {
    expect(tallyJest(run(1), { ...result, numPassedTests: 5 })).toMatchObject({ passed: 5, failed: 1 });
  });

  test('skipped tests are neither passed nor failed', () => {
    const tally = tallyJest(run(0), { ...result, numPassedTests: 5, numPendingTests: 2, numTodoTests: 1 });
    expect(tally).toMatchObject({ passed: 5, failed: 0, skipped: 3 });
  });

  test('no step at all is a failure', () => {
    expect(totals([])).toEqual({ passed: 0, failed: 1 });
  });
});

test('the table has one aligned row for each step', () => {
  const rows = table([tallyCheck({ name: 'types', seconds: 3.04, code: 0 }), tallyJest(run(0), { ...result, numPassedTests: 120 })]).split(
    '\n',
  );
  expect(rows).toEqual([
    'step        seconds   passed   failed  skipped',
    'types           3.0        1        0        0',
    'pure tests      1.3      120        0        0',
  ]);
});
