import fc from 'fast-check';
import { dayAgreement, daysMistakenFor, personSimilarity } from '#domain/claim/checks/similarity.ts';
import { nameKey, nameSimilarity } from '#domain/people/names/person-name.ts';
import { day, parseDay } from '#domain/time/calendar/day.ts';
import { propertyRuns } from '../../../support/property-runs.ts';

const runs = { numRuns: propertyRuns };
const word = fc.stringMatching(/^[A-Z]{1,10}$/);
const name = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
const aDay = fc
  .integer({ min: 0, max: 40_000 })
  .map((offset) => parseDay(new Date(Date.UTC(1930, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10)) ?? day('1980-01-17'));

describe('names', () => {
  test.each([
    ['Petrus Lado', 'PETRUS LADO', 'capitals'],
    ['Petrus Lado', 'LADO PETRUS', 'family name first'],
    ['Drs. H. Petrus Lado, S.Pd.', 'PETRUS LADO', 'titles'],
    ['Soeharto Djami', 'SUHARTO JAMI', 'spelling before 1972'],
    ['Dewi Sartika', 'DEWISARTIKA', 'a lost space'],
    ['Muh. Ridwan', 'MOHAMMAD RIDWAN', 'a name everybody shortens'],
  ])('%s and %s are the same: %s', (one, other) => {
    expect(nameSimilarity(one, other)).toBe(10_000);
    expect(nameKey(one) === nameKey(other) || one.includes('Sartika')).toBe(true);
  });

  test.each([
    ['Yohanes Lado', 'YOHANIS LADO', 'a misheard letter'],
    ['Fransiskus Bria', 'FRANSISCUS BRIA', 'another letter for the sound'],
    ['Yosefina Seran', 'YOSEFNIA SERAN', 'two letters turned'],
    ['Florentina Bria', 'FLORENTINO BRIA', 'a brother and a sister'],
    ['Maria Yosefina Seran', 'MARIA YOSEFA SERAN', 'twins'],
  ])('%s and %s are alike and not the same: %s', (one, other) => {
    const similarity = nameSimilarity(one, other);
    expect(similarity).toBeGreaterThanOrEqual(8_000);
    expect(similarity).toBeLessThan(10_000);
  });

  test.each([
    ['Maria Seran', 'YULIANA TEFA'],
    ['Maria Seran', 'YOHANES SERAN'],
    ['Petronela', 'MARIA GORETI KOLO SERAN'],
  ])('%s and %s are different people', (one, other) => {
    expect(nameSimilarity(one, other)).toBeLessThan(7_000);
  });

  test('nothing is like a name that is not there', () => {
    expect(nameSimilarity('', 'MARIA SERAN')).toBe(0);
    expect(nameSimilarity('***', '***')).toBe(0);
  });

  test('a misheard letter weighs less than a strange one', () => {
    expect(nameSimilarity('YOHANES', 'YOHANIS')).toBeGreaterThan(nameSimilarity('YOHANES', 'YOHANRS'));
  });

  test('whichever name is laid beside the other, they are equally alike', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(nameSimilarity(one, other)).toBe(nameSimilarity(other, one));
      }),
      runs,
    );
  });

  test('a name is wholly like itself in every order of its words, and no likeness is more than whole', () => {
    const shuffled = fc.array(word, { minLength: 1, maxLength: 7 }).chain((words) => {
      return fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length }));
    });
    fc.assert(
      fc.property(shuffled, name, ([words, other], strange) => {
        expect(nameSimilarity(words.join(' '), words.join(' '))).toBe(10_000);
        // Titles are only titles where they stand in front or behind, so an order may hide one.
        fc.pre(nameKey(words.join(' ')) === nameKey(other.join(' ')));
        expect(nameSimilarity(words.join(' '), other.join(' '))).toBe(10_000);
        const similarity = nameSimilarity(words.join(' '), strange);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(10_000);
      }),
      runs,
    );
  });

  test('a name of a hundred words is compared in a moment like any other', () => {
    const long = Array.from({ length: 100 }, (_, index) => `KATA${'ABCDEFGHIJ'[index % 10]}`).join(' ');
    expect(nameSimilarity(long, `${long} LAGI`)).toBe(9_999);
  });
});

describe('birth dates', () => {
  test.each([
    ['1980-01-17', '1980-01-17', 'same'],
    ['1980-01-17', '1981-01-17', 'near'],
    ['1980-03-04', '1980-04-03', 'near'],
    ['1980-01-17', '1990-01-17', 'near'],
    ['1980-01-17', '1991-06-30', 'differs'],
    ['2000-02-29', '2000-02-28', 'near'],
  ] as const)('%s and %s: %s', (one, other, agreement) => {
    expect(dayAgreement(day(one), day(other))).toBe(agreement);
    expect(dayAgreement(day(other), day(one))).toBe(agreement);
  });

  test('without a birth date nothing is said about it', () => {
    expect(dayAgreement(undefined, day('1980-01-17'))).toBe('unknown');
  });

  test('29 February is looked up in years that have it, and in no other', () => {
    const looked = daysMistakenFor(day('2000-02-29'));
    expect(looked).toEqual(expect.arrayContaining(['2000-02-29', '2000-02-28', '2004-02-29', '2080-02-29']));
    expect(looked).not.toContain('2001-02-29');
  });

  test('exactly the days a hand may have meant are looked up', () => {
    fc.assert(
      fc.property(aDay, aDay, (born, other) => {
        const looked = daysMistakenFor(born);
        expect(looked[0]).toBe(born);
        expect(new Set(looked).size).toBe(looked.length);
        for (const one of looked) expect(['same', 'near']).toContain(dayAgreement(born, one));
        expect(looked.includes(other)).toBe(dayAgreement(born, other) !== 'differs');
      }),
      runs,
    );
  });
});

describe('people', () => {
  const petrus = { name: 'Petrus Lado', birthDate: day('1980-01-17') };

  test('the same name with the same birth date is wholly alike', () => {
    expect(personSimilarity(petrus, petrus)).toEqual({ basisPoints: 10_000, nameBasisPoints: 10_000, agrees: ['name', 'birth-date'] });
  });

  test('the same name with another birth date is far less alike than twins are', () => {
    const namesake = personSimilarity(petrus, { ...petrus, birthDate: day('1991-06-30') });
    const twin = personSimilarity(petrus, { ...petrus, name: 'Petras Lado' });
    expect(namesake.basisPoints).toBe(6_000);
    expect(twin.basisPoints).toBeGreaterThan(9_000);
  });

  test('an unknown birth date neither proves nor excludes', () => {
    const { basisPoints, agrees } = personSimilarity(petrus, { name: 'PETRUS LADO' });
    expect(basisPoints).toBeGreaterThan(8_500);
    expect(basisPoints).toBeLessThan(10_000);
    expect(agrees).toEqual(['name']);
  });
});
