import { createProgress, progressLine } from '#stack/progress.ts';

describe('the progress of a server', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function started() {
    const lines: string[] = [];
    return { lines, progress: createProgress('kafka', (line) => lines.push(line.trim().replaceAll(/\s+/g, ' '))) };
  }

  test('is a line with the name, the seconds since the start and what is being done', () => {
    expect(progressLine('temporal', 65_432, 'starting')).toBe('  temporal    65.4 s  starting');
  });

  test('speaks every five seconds during a long step, with what it is busy with', () => {
    const { lines, progress } = started();
    progress.step('fetching');
    progress.detail('one.jar');
    jest.advanceTimersByTime(5_000);
    progress.detail('two.jar');
    jest.advanceTimersByTime(5_000);
    expect(lines).toEqual(['kafka 0.0 s fetching', 'kafka 5.0 s fetching … one.jar', 'kafka 10.0 s fetching … two.jar']);
    progress.close();
  });

  test('a new step forgets what the last one was busy with', () => {
    const { lines, progress } = started();
    progress.step('fetching');
    progress.detail('one.jar');
    progress.step('starting');
    jest.advanceTimersByTime(5_000);
    expect(lines.at(-1)).toBe('kafka 5.0 s starting …');
    progress.close();
  });

  test('falls silent when done', () => {
    const { lines, progress } = started();
    progress.step('starting');
    progress.done('ready');
    jest.advanceTimersByTime(60_000);
    expect(lines).toEqual(['kafka 0.0 s starting', 'kafka 0.0 s ready']);
  });
});
