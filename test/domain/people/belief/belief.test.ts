import { disbelieve, institutionOf, type SourceTable, type Told } from '#domain/people/belief/belief.ts';

const TABLE: SourceTable = { membership: ['/bpjs-ketenagakerjaan'], checksKey: true };
const REPORT: Told = {
  topic: 'partner-events',
  source: '/partners/bpr-contoh',
  key: 'lapor-1',
  keyed: 'lapor-1',
  institutionId: 'bpr-contoh',
};
const COVERAGE: Told = { topic: 'membership', source: '/bpjs-ketenagakerjaan', key: 'KPJ00000001', keyed: 'KPJ00000001' };
const codeOf = (told: Told, table = TABLE): string | undefined => disbelieve(told, table)?.code;

test('a partner speaks for itself, under its path or its bare name', () => {
  expect(codeOf(REPORT)).toBeUndefined();
  expect(codeOf({ ...REPORT, source: 'bpr-contoh' })).toBeUndefined();
  expect(codeOf({ ...REPORT, topic: 'partner-credit', key: 'sidik-jari-nik', keyed: 'sidik-jari-nik' })).toBeUndefined();
});

test.each(['/partners/ksp-contoh', 'ksp-contoh', '/partners/BPR-CONTOH', '/partners/bpr-contoh '])(
  'a report in BPR’s name from %s is not believed',
  (source) => {
    expect(codeOf({ ...REPORT, source })).toBe('source-not-institution');
  },
);

test.each(['/partners/', '/partners/bpr-contoh/', '/partners/bpr-contoh/x', '/santun/claims', '', '//'])('%s is no partner', (source) => {
  expect(institutionOf(source)).toBeUndefined();
  expect(codeOf({ ...REPORT, source })).toBe('source-unknown');
});

test('an institution nobody registered does not speak, not even for itself', () => {
  expect(codeOf(REPORT, { ...TABLE, partners: ['ksp-contoh'] })).toBe('source-unknown');
  expect(codeOf(REPORT, { ...TABLE, partners: ['ksp-contoh', 'bpr-contoh'] })).toBeUndefined();
});

test('memberships are told by BPJS Ketenagakerjaan alone', () => {
  expect(codeOf(COVERAGE)).toBeUndefined();
  for (const source of ['/partners/bpr-contoh', 'bpr-contoh', '/bpjs-ketenagakerjaan/']) {
    expect(codeOf({ ...COVERAGE, source })).toBe('source-not-registered');
  }
  expect(codeOf({ ...COVERAGE, source: '/partners/bpr-contoh' }, {})).toBe('source-not-registered');
});

test('a key that is not the report’s or the membership’s own loses the order and is sent back', () => {
  expect(codeOf({ ...REPORT, key: 'k-1' })).toBe('key-other');
  expect(codeOf({ ...COVERAGE, key: 'k-1' })).toBe('key-other');
  expect(codeOf({ ...REPORT, key: 'k-1' }, { ...TABLE, checksKey: false })).toBeUndefined();
});

test('a reason quotes nothing of what the sender wrote', () => {
  const told = { ...REPORT, source: '/partners/rahasia', institutionId: 'nama-orang', key: 'NIK' };
  expect(disbelieve(told, TABLE)?.reason).not.toMatch(/rahasia|nama-orang|NIK/);
});
