import { CivilPerson } from '#schemas/registry/civil.ts';

/** Invented people, there from the first start. Province 00 does not exist, so neither do they. */
export const SEED_PEOPLE: readonly CivilPerson[] = [
  {
    nik: '0000001701000001',
    name: 'PESERTA CONTOH 1',
    birthDate: '1980-01-17',
    familyCardNumber: '0000000000000001',
    life: { alive: false, diedOn: '2026-02-20', certificateNumber: '0000-KM-20022026-0001' },
    relatives: [
      { nik: '0000004403000001', relation: 'spouse', name: 'PASANGAN CONTOH 1', birthDate: '1982-03-04', alive: true },
      { nik: '0000000106000001', relation: 'child', name: 'ANAK CONTOH 1', birthDate: '2015-06-01', alive: true },
    ],
  },
  {
    nik: '0000001701000002',
    name: 'PESERTA CONTOH 2',
    birthDate: '1980-01-17',
    familyCardNumber: '0000000000000002',
    life: { alive: true },
    relatives: [],
  },
].map((person) => CivilPerson.parse(person));
