import { installRuntime } from '#adapters/temporal/worker.ts';
import { readHistories, replay } from '../support/histories.ts';
import { HISTORY_PATHS } from '../support/history-paths.ts';
import { testLog } from '../support/silent-log.ts';

const histories = readHistories();

describe('what earlier releases left in Temporal, read again by the workflows of today', () => {
  let found: Awaited<ReturnType<typeof replay>>;
  beforeAll(async () => {
    installRuntime(testLog);
    found = await replay('workflows/index.ts', histories);
  }, 120_000);

  test.each(histories.map(({ name }) => name))('%s goes the same way again', (name) => {
    expect(found[name]).toBeUndefined();
  });

  test('every path of a claim has been captured', () => {
    const captured = new Set(histories.map(({ name }) => /([^/\\]+)\.[^.]+$/.exec(name)?.[1]));
    expect(Object.keys(HISTORY_PATHS).filter((path) => !captured.has(path))).toEqual([]);
  });
});
