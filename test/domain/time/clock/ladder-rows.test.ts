import { withSwitches } from '#domain/law/rules/switches.ts';
import { CLOCK_IDS, clockDefinition } from '#domain/time/clock/definitions.ts';
import { DEFAULT_LADDERS } from '#domain/time/clock/ladder-rows.ts';

describe('the rows of the ladders', () => {
  test.each([
    ['a limit or promise has five rungs', 'deadline', ['50', '75', '100', '+1', '+3'], (kind: string) => kind !== 'ours'],
    ['a response clock of ours has one', 'response', ['100'], (kind: string) => kind === 'ours'],
  ])('%s, whichever clock it is', (_about, ladder, ids, holds) => {
    const clocks = CLOCK_IDS.filter((id) => holds(clockDefinition(id, withSwitches()).kind));
    expect(clocks.map((id) => DEFAULT_LADDERS[id].rungs.map((rung) => rung.id))).toEqual(clocks.map(() => ids));
    expect(clocks.map((id) => DEFAULT_LADDERS[id].acknowledgeWithinMinutes)).toEqual(clocks.map(() => 240));
    expect(new Set(clocks.map((id) => DEFAULT_LADDERS[id].id))).toEqual(new Set([ladder]));
    expect(new Set(clocks.map((id) => DEFAULT_LADDERS[id].source))).toEqual(new Set(['aturan Santun: tangga eskalasi']));
  });

  test('of our own response asks the supervisor for an acknowledgement', () => {
    const [rung] = DEFAULT_LADDERS['second-eyes'].rungs;
    expect(rung).toEqual({ id: '100', percent: 100, tells: ['supervisor'], requires: ['acknowledge'] });
  });
});
