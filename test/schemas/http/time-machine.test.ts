import { parseDuration, parseZonedInstant, TimeMachineBody } from '#schemas/http/time-machine.ts';

const claimId = 'STN-ABCDE-FGHJK';

test.each([
  ['+2d', 172_800_000],
  ['+4h', 14_400_000],
  ['+30m', 1_800_000],
  ['2d', 172_800_000],
])('%s is %d milliseconds', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', '+', '+0d', '-2d', '+2', '+2w', '+1.5d', '+ 2d', '2d4h', '+9999999d'])('"%s" is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test('an instant is read in the zone it names', () => {
  expect(parseZonedInstant('2026-03-27T16:00+08:00')).toBe(Date.UTC(2026, 2, 27, 8));
  expect(parseZonedInstant('2026-03-27T08:00:30Z')).toBe(Date.UTC(2026, 2, 27, 8, 0, 30));
});

test.each(['2026-03-27T16:00', '2026-03-27', '2026-02-30T16:00+08:00', '2026-13-01T16:00Z', '2026-03-27T25:00Z', '2026-03-27 16:00Z'])(
  '"%s" is no instant',
  (text) => {
    expect(parseZonedInstant(text)).toBeUndefined();
  },
);

test('a request says how long or until when, not both and not neither', () => {
  expect(TimeMachineBody.parse({ claimId, duration: '+2d' })).toEqual({ claimId, aim: { ms: 172_800_000 } });
  expect(TimeMachineBody.parse({ claimId, to: '2026-03-27T16:00+08:00' })).toEqual({ claimId, aim: { to: Date.UTC(2026, 2, 27, 8) } });
  expect(TimeMachineBody.safeParse({ claimId, duration: '+2d', to: '2026-03-27T16:00+08:00' }).success).toBe(false);
  expect(TimeMachineBody.safeParse({ claimId }).success).toBe(false);
  expect(TimeMachineBody.safeParse({ claimId, duration: 'besok' }).success).toBe(false);
});
