import { checkHeirs, type HeirsInput } from '#domain/claim/checks/heirs.ts';
import type { ClaimPerson } from '#domain/claim/parts.ts';
import { day } from '#domain/time/calendar/day.ts';
import { REGISTRATION } from '../../../factories/claims.ts';
import { DIED_ON, NOT_FOUND, onRecord, RECORD, SILENT, STATED } from '../../../factories/registry-records.ts';

const FAMILY = [
  { id: 'pasangan', name: 'Pasangan Contoh' },
  { id: 'anak', name: 'Anak Contoh' },
];
const [SPOUSE, CHILD] = REGISTRATION.people as readonly [ClaimPerson, ClaimPerson];

const check = (changes: Partial<HeirsInput> = {}) =>
  checkHeirs({
    diedOn: DIED_ON,
    programme: 'jkm',
    people: [SPOUSE, CHILD],
    resolved: undefined,
    participant: STATED,
    family: FAMILY,
    civil: onRecord(),
    ...changes,
  });
const found = (changes: Partial<HeirsInput>) => check(changes).evidence.map((evidence) => evidence.found);

test('the declared family, the law’s order and the civil registry agree', () => {
  expect(check()).toMatchObject({ check: 'heirs', result: 'pass' });
});

test('after an accident nobody died of there are no heirs to look for', () => {
  expect(check({ diedOn: undefined, civil: SILENT }).result).toBe('pass');
});

test.each([SILENT, NOT_FOUND])('%j from the registry is a question', (civil) => {
  expect(check({ civil }).result).toBe('ask');
});

test('a child on record whom nobody declared is a question that names nobody', () => {
  const result = check({ people: [SPOUSE] });
  expect(result.result).toBe('ask');
  expect(result.evidence[0]).toMatchObject({ what: 'Anak tercatat yang tidak dinyatakan', found: '1 orang' });
});

test('a child who died is not missed', () => {
  const relatives = RECORD.relatives.map((relative) => (relative.relation === 'child' ? { ...relative, alive: false } : relative));
  expect(check({ people: [SPOUSE], civil: onRecord({ relatives }) }).result).toBe('pass');
});

test('a declared spouse whom the registry does not know is a question: village weddings are recorded late', () => {
  expect(found({ civil: onRecord({ relatives: RECORD.relatives.slice(1) }) })).toContain('tidak tercatat');
});

test('a divorced spouse need not be on record', () => {
  const grown = { ...CHILD, birthDate: day('2001-06-01') };
  const relatives = RECORD.relatives.slice(1).map((child) => ({ ...child, birthDate: grown.birthDate }));
  expect(check({ people: [{ ...SPOUSE, divorced: true }, grown], civil: onRecord({ relatives }) }).result).toBe('pass');
  expect(check({ people: [SPOUSE, grown], civil: onRecord({ relatives }) }).result).toBe('ask');
});

test('an heir who is dead on record fails', () => {
  const relatives = RECORD.relatives.map((relative) => ({ ...relative, alive: relative.relation === 'child' }));
  expect(check({ civil: onRecord({ relatives }) })).toMatchObject({
    result: 'fail',
    evidence: [{ found: 'meninggal', expected: 'hidup' }, {}],
  });
});

test('a clerk’s other spelling is the same wife, another birth date is not', () => {
  const respelt = RECORD.relatives.map((relative) => ({ ...relative, name: relative.name.replace('PASANGAN', 'PASANGEN') }));
  expect(check({ civil: onRecord({ relatives: respelt }) }).result).toBe('pass');
  const older = RECORD.relatives.map((relative) => ({ ...relative, birthDate: day('1970-11-23') }));
  expect(check({ civil: onRecord({ relatives: older }) }).result).toBe('ask');
});

test('where the file has her NIK, the NIK decides', () => {
  const family = [{ id: 'pasangan', name: 'Nama Lain', nik: '0000004403820001' }, ...FAMILY.slice(1)];
  expect(check({ family }).result).toBe('pass');
});

test('of twins with names one letter apart, each is found once', () => {
  const twins: ClaimPerson[] = ['anak-1', 'anak-2'].map((id) => ({ ...CHILD, id }));
  const family = [FAMILY[0], { id: 'anak-1', name: 'Maria Contoh' }, { id: 'anak-2', name: 'Marla Contoh' }].flatMap((one) => one ?? []);
  const relatives = [RECORD.relatives[0], RECORD.relatives[1], RECORD.relatives[1]].flatMap((one, index) =>
    one ? [{ ...one, name: ['PASANGAN CONTOH', 'MARIA CONTOH', 'MARLA CONTOH'][index] ?? '' }] : [],
  );
  expect(check({ people: [SPOUSE, ...twins], family, civil: onRecord({ relatives }) }).result).toBe('pass');
  expect(check({ people: [SPOUSE, ...twins], family, civil: onRecord({ relatives: relatives.slice(0, 2) }) }).result).toBe('ask');
});

test('somebody declared after the file was made is known by birth date alone', () => {
  expect(check({ family: FAMILY.slice(0, 1) }).result).toBe('pass');
  const { birthDate: _unknown, ...ageless } = CHILD;
  expect(check({ family: FAMILY.slice(0, 1), people: [SPOUSE, ageless] }).result).toBe('ask');
});

test('a spouse without a birth date is found by name', () => {
  const { birthDate: _unknown, ...ageless } = SPOUSE;
  expect(check({ people: [ageless, CHILD] }).result).toBe('pass');
});

test.each([
  ['a child born on the participant’s own birth day', { ...CHILD, birthDate: STATED.birthDate }],
  ['a parent younger than the participant', { id: 'ibu', relation: 'parent', alive: true, birthDate: day('1985-01-01') } as const],
])('%s fails', (_who, person) => {
  expect(
    check({ people: [SPOUSE, CHILD, person].filter(({ id }, index, all) => all.findLastIndex((one) => one.id === id) === index) }).result,
  ).toBe('fail');
});

test('a partner institution in the family fails', () => {
  const people = [SPOUSE, CHILD, { id: 'bpr', relation: 'other', alive: true, isPartnerInstitution: true } as const];
  expect(check({ people }).result).toBe('fail');
});

test('nobody declared at all is a question', () => {
  expect(found({ people: [], civil: onRecord({ relatives: [] }) })).toContain('tidak ada ahli waris yang dinyatakan');
});

test('what the law still asks for is a question: two grown-ups without a power of attorney', () => {
  const grown = { ...CHILD, birthDate: day('2001-06-01') };
  const civil = onRecord({
    relatives: RECORD.relatives.map((one) => (one.relation === 'child' ? { ...one, birthDate: grown.birthDate } : one)),
  });
  expect(check({ people: [SPOUSE, grown], civil }).result).toBe('ask');
  const resolved = { class: 1, heirs: ['pasangan', 'anak'], payee: 'pasangan', needs: [], payeeClass: 'heirs' } as const;
  expect(check({ people: [SPOUSE, grown], civil, resolved }).result).toBe('pass');
});

test('no evidence holds a name or a NIK', () => {
  expect(JSON.stringify(check({ people: [SPOUSE] }))).not.toMatch(/Contoh|CONTOH|\d{16}/);
});

test('a family member under the participant’s own NIK fails the check, and the evidence holds no number', () => {
  const result = check({ family: [{ id: 'pasangan', name: 'Pasangan Contoh', nik: STATED.nik }, ...FAMILY.slice(1)] });
  expect(result.result).toBe('fail');
  expect(result.evidence[0]).toEqual({
    what: 'NIK pasangan',
    found: 'sama dengan NIK peserta',
    expected: 'NIK sendiri',
    source: 'berkas kesiapan',
  });
  expect(JSON.stringify(result)).not.toContain(STATED.nik);
});

test('two family members under one NIK fail the check', () => {
  const nik = '5308014403820001';
  expect(found({ family: FAMILY.map((relative) => ({ ...relative, nik })) })).toContain('sama dengan NIK pasangan');
});
