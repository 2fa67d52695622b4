import { isSamePerson, refuseSamePerson } from '#domain/people/four-eyes.ts';

describe('two persons are two persons', () => {
  test.each([
    ['petugas.satu', 'petugas.satu', true],
    ['PETUGAS.SATU', 'petugas.satu', true],
    [' petugas.satu', 'petugas.satu', true],
    ['petugas.satu', 'petugas.dua', false],
  ])('%s and %s', (first, second, same) => {
    expect(isSamePerson(first, second)).toBe(same);
    expect(refuseSamePerson({ id: first }, { id: second }) !== undefined).toBe(same);
  });
});
