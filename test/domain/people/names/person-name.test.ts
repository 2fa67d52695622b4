import { matchHolder } from '#domain/money/payout/holder-name.ts';
import { isSameName, nameKey, nameSimilarity } from '#domain/people/names/person-name.ts';

describe('Nona is a title and a name people are baptised with', () => {
  test.each([
    ['Nona Maria Seran', 'MARIA SERAN'],
    ['Nona Ana', 'ANA'],
    ['Nona Maria Seran', 'Maria Serang'],
  ])('%s beside %s asks, whoever compares', (one, other) => {
    expect(matchHolder(one, other).verdict).toBe('ask');
    expect(matchHolder(other, one).verdict).toBe('ask');
    expect(isSameName(one, other)).toBe(false);
    // Above what the identity check calls another name.
    expect(nameSimilarity(one, other)).toBeGreaterThanOrEqual(7_000);
  });

  test('Nona Maria is Nona Maria, also behind a title', () => {
    expect(matchHolder('Nona Maria Seran', 'NONA MARIA SERAN').verdict).toBe('match');
    expect(matchHolder('Ibu Nona Seran', 'NONA SERAN').verdict).toBe('match');
  });

  test('another person with the title stays another person', () => {
    expect(matchHolder('Nona Maria Seran', 'YULIANA TEFA').verdict).toBe('differs');
  });

  test('both are found when a double is looked for', () => {
    expect(nameKey('Nona Maria Seran')).toBe(nameKey('SERAN, MARIA'));
    expect(nameKey('Nona')).toBe('NONA');
  });
});

test.each([
  ['Florentina Bria', 'FLORENTINO BRIA'],
  ['Yohanes Lado', 'YOHANIS LADO'],
  ['Maria Goreti Kolo Seran', 'MARIA'],
  ['Maria Seran', 'YULIANA TEFA'],
  ['Drs. H. Yohanes Bria, S.Pd.', 'YOHANES BRIA'],
])('%s and %s show one percentage to whoever compares accounts and to whoever compares people', (one, other) => {
  expect(matchHolder(one, other).similarityBasisPoints).toBe(nameSimilarity(one, other));
});
