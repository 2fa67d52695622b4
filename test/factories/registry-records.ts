import type { StatedPerson } from '#domain/claim/checks/collected.ts';
import type { CivilAnswer, CivilRecord, MembershipAnswer } from '#domain/claim/checks/registry-answer.ts';
import type { Membership } from '#domain/claim/parts.ts';
import { day } from '#domain/time/calendar/day.ts';
import { REGISTRATION } from './claims.ts';

export const DIED_ON = day('2026-02-20');

/** Digits that say 17 January 1980; nobody bears the name. */
export const STATED: StatedPerson = { nik: '3171011701800001', name: 'Petrus Contoh Lado', birthDate: day('1980-01-17') };

export const RECORD: CivilRecord = {
  name: 'PETRUS CONTOH LADO',
  birthDate: day('1980-01-17'),
  familyCardNumber: '0000000000000001',
  life: { alive: false, diedOn: DIED_ON, certificateNumber: 'AKTA-1' },
  relatives: [
    { nik: '0000004403820001', relation: 'spouse', name: 'PASANGAN CONTOH', birthDate: day('1982-03-04'), alive: true },
    { nik: '0000000106150001', relation: 'child', name: 'ANAK CONTOH', birthDate: day('2015-06-01'), alive: true },
  ],
};

export const SILENT = { state: 'no-answer', why: 'timeout' } as const;
export const NOT_FOUND = { state: 'not-found' } as const;

export function onRecord(changes: Partial<CivilRecord> = {}): CivilAnswer {
  return { state: 'found', found: { ...RECORD, ...changes } };
}

export const [MEMBERSHIP] = REGISTRATION.memberships as readonly [Membership];

export function registered(...memberships: readonly Partial<Membership>[]): MembershipAnswer {
  return { state: 'found', found: memberships.map((changes) => ({ ...MEMBERSHIP, ...changes })) };
}
