import type { CreditSignedV1 } from '#schemas/events/credit-signed.v1.ts';
import type { DeathReportedV1 } from '#schemas/events/death-reported.v1.ts';

/** Plain JSON as a partner sends it: no brands. */
type Wire<T> = T extends string ? string : T extends number ? number : T extends object ? { [K in keyof T]: Wire<T[K]> } : T;

/** Region 00 does not exist, so none of these numbers belongs to anybody. */
const NIK = '0000014101850001';
const SHA256 = 'ab'.repeat(32);

export function creditSigned(changes: Record<string, unknown> = {}): Wire<CreditSignedV1> {
  return {
    institutionId: 'bpr-contoh',
    branchId: 'bpr-contoh-01',
    staffId: 'staff-7',
    creditNumber: 'KUR/2026/000123',
    signedOn: '2026-01-12',
    participant: {
      nik: NIK,
      name: 'Peserta Contoh',
      birthDate: '1985-01-01',
      sex: 'female',
      phone: '+6281200000000',
      regency: 'Kabupaten Contoh',
      occupation: 'penenun',
    },
    memberships: [
      { kpj: '00000000001', segment: 'BPU', memberSince: '2025-11-01', paidMonths: ['2025-11', '2025-12', '2026-01'], payer: 'self' },
    ],
    wageBase: 1_000_000,
    family: [
      { id: 'p1', name: 'Suami Contoh', relation: 'spouse', alive: true },
      { id: 'p2', name: 'Anak Contoh', relation: 'child', alive: true, birthDate: '2015-02-28' },
    ],
    declaredPayee: { personId: 'p1', bankCode: '009', accountNumber: '0000001234', holderName: 'Suami Contoh' },
    papers: [{ paper: 'family-card', documentId: 'doc-1', sha256: SHA256, obtainedOn: '2026-01-12', validUntil: '2026-07-12' }],
    consents: [{ personId: 'p1', purpose: 'claim-preparation', givenOn: '2026-01-12' }],
    ...changes,
  };
}

export function deathReported(changes: Record<string, unknown> = {}): Wire<DeathReportedV1> {
  return {
    reportId: 'report-1',
    institutionId: 'bpr-contoh',
    branchId: 'bpr-contoh-01',
    reporter: { staffId: 'staff-7', name: 'Petugas Contoh' },
    participantNik: NIK,
    participantName: 'Peserta Contoh',
    diedOn: '2026-03-14',
    familyContact: { name: 'Suami Contoh', relation: 'suami', phone: '081200000000' },
    papers: [{ paper: 'death-certificate', documentId: 'doc-9', sha256: SHA256, obtainedOn: '2026-03-16' }],
    reportedAt: '2026-03-16T02:00:00Z',
    ...changes,
  };
}
