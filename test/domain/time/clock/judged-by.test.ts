import { NTT_2026 } from '#domain/time/calendar/packs/ntt-2026.ts';
import { earlierVersions, packFor } from '#domain/time/clock/judged-by.ts';

const OLD = { ...NTT_2026, version: 1 };
const NEW = { ...NTT_2026, version: 2 };
const judged = { id: NTT_2026.id, version: 1 };

test('a clock that has stopped is read by the calendar its verdict was given by, whatever was activated since', () => {
  expect(packFor({ judgedBy: judged }, NEW, [OLD])).toBe(OLD);
});

test('a clock that runs is read by the calendar of today', () => {
  expect(packFor({}, NEW, [OLD])).toBe(NEW);
});

test('a verdict of a version nobody kept is read by the calendar of today rather than not at all', () => {
  expect(packFor({ judgedBy: judged }, NEW, [])).toBe(NEW);
});

test('earlier calendars are asked for once, and the current one not at all', () => {
  const clocks = [{ judgedBy: judged }, { judgedBy: judged }, { judgedBy: { id: NTT_2026.id, version: 2 } }, {}];
  expect(earlierVersions(clocks, NEW)).toEqual([judged]);
});
