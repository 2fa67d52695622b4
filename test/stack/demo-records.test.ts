import { checkHeirs } from '#domain/claim/checks/heirs.ts';
import { checkIdentity } from '#domain/claim/checks/identity.ts';
import { checkRegistry } from '#domain/claim/checks/registry.ts';
import { CivilPerson } from '#schemas/registry/civil.ts';
import { MembershipsOfPerson } from '#schemas/registry/membership.ts';
import { onRecord } from '#stack/demo-records.ts';
import { tellStory } from '#stack/demo-story.ts';

const story = tellStory(Date.parse('2026-03-02T01:00:00Z'));
const records = onRecord(story);

test('the demo family is on record in the shapes the sandbox registries keep', () => {
  expect(CivilPerson.parse(records.civil)).toEqual(records.civil);
  expect(MembershipsOfPerson.parse(records.membership)).toEqual(records.membership);
});

test('nobody on record can exist: every NIK is of province 00, and no two are the same', () => {
  const niks = [records.civil.nik, records.civil.familyCardNumber, ...records.civil.relatives.map(({ nik }) => nik)];
  expect(new Set(niks).size).toBe(niks.length);
  for (const nik of niks) expect(nik).toMatch(/^00\d{14}$/);
});

test('the registries bear the demo family out', () => {
  const { credit, death } = story;
  const { nik, ...found } = records.civil;
  const civil = { state: 'found', found } as const;
  const participant = { ...credit.participant, nik: `${nik.slice(0, 12)}0001` };
  expect(checkIdentity({ eventOn: death.diedOn, participant, civil }).result).toBe('pass');
  expect(checkRegistry({ diedOn: death.diedOn, hasCertificate: true, civil }).result).toBe('pass');
  const people = credit.family.map(({ name: _name, ...person }) => person);
  const heirs = { diedOn: death.diedOn, programme: 'jkm', people, resolved: undefined, participant, family: credit.family, civil } as const;
  expect(checkHeirs(heirs).result).toBe('pass');
});
