import fc from 'fast-check';
import { matchHolder } from '#domain/money/payout/holder-name.ts';
import { nameWords } from '#domain/people/names/words.ts';

describe('the account is the payee’s', () => {
  test.each([
    ['Maria Seran', 'MARIA SERAN', 'capitals do not matter'],
    ['Petronela', 'PETRONELA', 'a single name is a whole name'],
    ['Yohanes Lado', 'LADO YOHANES', 'family name first'],
    ['Drs. H. Yohanes Bria, S.Pd., M.Si.', 'YOHANES BRIA', 'titles and degrees'],
    ['Hj. Siti Aminah', 'SITI AMINAH', 'a pilgrim’s title'],
    ['Almarhum Yosef Nahak', 'YOSEF NAHAK', 'the word for the deceased'],
    ['Yosef Nahak (Alm.)', 'YOSEF NAHAK', 'the same word behind the name'],
    ['Soeharto Djami', 'SUHARTO JAMI', 'spelling before 1972'],
    ['Muh. Ridwan', 'MUHAMMAD RIDWAN', 'a name everybody shortens'],
    ['Dewi Sartika Lay', 'DEWISARTIKA LAY', 'a lost space'],
    ['Ahmad bin Abdullah', 'AHMAD ABDULLAH', 'son of'],
    ["Ma'rifah Thalib", 'MARIFAH TALIB', 'apostrophes and a silent h'],
    ['Yohanes.B. Kolo', 'YOHANES B KOLO', 'dots without spaces'],
    ['Ibu Regina Tuan', 'REGINA TUAN', 'a family name that is also a title stays'],
  ])('%s is %s: %s', (expected, fromBank) => {
    expect(matchHolder(expected, fromBank)).toEqual({ verdict: 'match', similarityBasisPoints: 10_000 });
  });
});

describe('a person must look', () => {
  test.each([
    ['Florentina Bria', 'FLORENTINO BRIA', 'one letter makes a brother of a sister'],
    ['Maria Seran', 'MARIA SERANG', 'another family name'],
    ['Maria Seran', 'MARIA', 'a single name on one side'],
    ['Maria Goreti Kolo Seran', 'MARIA', 'much left out'],
    ['M. Seran', 'MARIA SERAN', 'an initial'],
    ['Antonius Kolo', 'A KOLO', 'an initial of a long name'],
    ['Fransiskus Xaverius Ngongo Bili', 'FRANSISKUS XAVERIUS NGO', 'cut by the bank’s field'],
    ['Yohanes Lado', 'YOHANIS LADO', 'a common other spelling'],
  ])('%s or %s: %s', (expected, fromBank) => {
    const { verdict, similarityBasisPoints } = matchHolder(expected, fromBank);
    expect(verdict).toBe('ask');
    expect(similarityBasisPoints).toBeLessThan(10_000);
  });
});

describe('the account is someone else’s', () => {
  test.each([
    ['Maria Seran', 'YULIANA TEFA'],
    ['Maria Kolo', 'ANTONIUS KOLO'],
    ['Petronela', 'PT BANK CONTOH'],
    ['Maria Seran', ''],
    ['', 'MARIA SERAN'],
    ['***', '---'],
  ])('%s is not %s', (expected, fromBank) => {
    expect(matchHolder(expected, fromBank).verdict).toBe('differs');
  });
});

const name = fc.array(fc.stringMatching(/^[A-Z]{2,9}$/), { minLength: 1, maxLength: 5 });

test('a name matches itself in every order of its words', () => {
  const shuffled = name.chain((words) => fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })));
  fc.assert(
    fc.property(shuffled, ([words, other]) => {
      const plain = words.map((word) => `X${word}Q`);
      const mixed = other.map((word) => `x${word.toLowerCase()}q`);
      return matchHolder(plain.join(' '), mixed.join('  ')).verdict === 'match';
    }),
  );
});

test('who is expected and who is found may be exchanged', () => {
  fc.assert(
    fc.property(name, name, (a, b) => expect(matchHolder(a.join(' '), b.join(' '))).toEqual(matchHolder(b.join(' '), a.join(' ')))),
  );
});

test('similarity lies between nothing and all, and only equal names reach all', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const { verdict, similarityBasisPoints } = matchHolder(a, b);
      expect(similarityBasisPoints).toBeGreaterThanOrEqual(0);
      expect(similarityBasisPoints === 10_000).toBe(verdict === 'match');
    }),
  );
});

test('a name made of titles only keeps its last word', () => {
  expect(nameWords('Haji')).toEqual(['HAJI']);
  expect(nameWords('Drs. H.')).toEqual(['H']);
});
