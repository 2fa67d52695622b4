import { toldStanding } from '#domain/time/clock/told-standing.ts';

const running = (clock: 'jkm-legal' | 'partner-promise' | 'first-look', generation = 1) => ({ clock, generation });
const told = (...keys: readonly string[]) => keys.map((key) => ({ key }));

describe('how a claim stands by what has been told', () => {
  test.each([
    ['nothing told is safe', [], 'safe'],
    ['half of the time used is safe', ['jkm-legal:1:50'], 'safe'],
    ['three quarters used is soon', ['jkm-legal:1:50', 'jkm-legal:1:75'], 'soon'],
    ['the deadline told is late', ['jkm-legal:1:75', 'jkm-legal:1:100'], 'late'],
    ['a day after the deadline is late, whatever was told before', ['jkm-legal:1:+1'], 'late'],
    ['what was told of an earlier generation is over', ['jkm-legal:0:100'], 'safe'],
  ] as const)('%s', (_what, keys, standing) => {
    expect(toldStanding([running('jkm-legal')], told(...keys))).toBe(standing);
  });

  test('the worse of law and promise counts', () => {
    const rungs = told('jkm-legal:1:75', 'partner-promise:1:100');
    expect(toldStanding([running('jkm-legal'), running('partner-promise')], rungs)).toBe('late');
  });

  test('a clock that was stopped says nothing, and neither does one that nobody outside was promised', () => {
    expect(toldStanding([{ ...running('jkm-legal'), stoppedAt: 5 }], told('jkm-legal:1:100'))).toBe('safe');
    expect(toldStanding([running('first-look')], told('first-look:1:100'))).toBe('safe');
  });
});
