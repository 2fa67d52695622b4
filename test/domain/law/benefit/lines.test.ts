import { programmeOf } from '#domain/law/benefit/lines.ts';

describe('the programme of a line', () => {
  test.each([
    ['jkm.reduced', 'jkk', 'jkm'],
    ['jkk.transport.land', 'jkm', 'jkk'],
    ['late.compensation', 'jkm', 'jkm'],
    ['late.compensation', 'jkk', 'jkk'],
  ] as const)('%s in a claim for %s belongs to %s', (benefit, claimed, programme) => {
    expect(programmeOf(benefit, claimed)).toBe(programme);
  });
});
