import fc from 'fast-check';
import { employerLikeness } from '#domain/people/names/employer.ts';
import { propertyRuns } from '../../../support/property-runs.ts';

describe('one employer', () => {
  test.each([
    ['CV A', 'cv a ', 'case and spaces'],
    ['CV. Maju Jaya', 'CV MAJU JAYA', 'a dot'],
    ['C.V. Maju Jaya', 'cv maju-jaya', 'a form spelt letter by letter'],
    ['P T Sinar Flores', 'PT Sinar Flores', 'letters apart'],
    ['PT Sinar Flores', 'Sinar Flores, PT', 'the form behind'],
    ['PT. Sinar Flores (Persero) Tbk', 'Sinar Flores', 'the form left out'],
    ['UD Sumber Rejeki', 'UD SUMBERREJEKI', 'a lost space'],
    ['Toko 45', 'TOKO  45.', 'a number'],
    ['NPP AA-123.456', 'npp aa123456', 'a number of the employer with separators'],
    ['', '  ', 'nobody named twice'],
    ['UD', 'ud.', 'a name made of a form only'],
  ])('%s is %s: %s', (one, other) => {
    expect(employerLikeness(one, other)).toBe('same');
  });
});

describe('a person must look', () => {
  test.each([
    ['CV Maju Jaya', 'PT Maju Jaya', 'two bodies by law, or one slip of the pen'],
    ['PT Sinar Flores', 'PT Sinar Floers', 'two letters turned'],
    ['PT Sinar Flores', 'PT Sinar Flores Abadi', 'a name cut short'],
    ['UD Soember Redjeki', 'UD Sumber Rejeki', 'old spelling'],
    ['CV Alfa Karya', 'CV Alpha Karya', 'two letters for one sound'],
    ['PT Sinar Flores', '', 'one of them not named'],
  ])('%s or %s: %s', (one, other) => {
    expect(employerLikeness(one, other)).toBe('alike');
  });
});

describe('two employers', () => {
  test.each([
    ['CV A', 'CV B'],
    ['e1', 'e2'],
    ['employer-a', 'employer-b'],
    ['SD Negeri 1 Ende', 'SD Negeri 2 Ende'],
    ['AA123456', 'AA123457'],
    ['PT Sinar Flores', 'PT Bintang Timur'],
    ['PT Satu', 'PT Dua'],
  ])('%s is not %s', (one, other) => {
    expect(employerLikeness(one, other)).toBe('different');
  });
});

test('whichever employer is laid beside the other, the answer is the same, and each is itself', () => {
  const names = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom('PT', 'CV', 'A', 'B', 'SINAR', 'SINR', '1', '.')).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(names, names, (one, other) => {
      expect(employerLikeness(one, other)).toBe(employerLikeness(other, one));
      expect(employerLikeness(one, one)).toBe('same');
    }),
    { numRuns: propertyRuns },
  );
});
