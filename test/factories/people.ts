import { day } from '#domain/time/calendar/day.ts';
import type { CreditSignedV1 } from '#schemas/events/credit-signed.v1.ts';
import type { DeathReportedV1 } from '#schemas/events/death-reported.v1.ts';

/** People who cannot exist: NIK of province 00, names that say so. `n` tells them apart. */
export function nikOf(n: number): string {
  return `0000001701${String(n).padStart(6, '0')}`;
}

const HASH = 'a'.repeat(64);

export function paper(kind: string, n: number, obtainedOn: string) {
  return { paper: kind as never, documentId: `doc-${n}-${kind}`, sha256: HASH, obtainedOn: day(obtainedOn) };
}

export const PAPERS_AT_SIGNING = [
  'participant-card',
  'participant-id-card',
  'heir-id-card',
  'marriage-certificate',
  'child-birth-certificate',
  'work-activity-proof',
  'payee-account-proof',
  'data-consent',
] as const;
export const PAPERS_WITH_REPORT = ['death-certificate', 'heir-statement', 'claim-form-jkm', 'family-card'] as const;

export type Story = {
  readonly signedOn: string;
  readonly diedOn: string;
  readonly paidMonths: readonly string[];
  readonly accountNumber: string;
};

/** A borrower with a husband or wife and one child under age; eight months of contributions: the full 42 million. */
export function creditSigned(n: number, story: Story): CreditSignedV1 {
  return {
    institutionId: 'bpr-contoh',
    branchId: 'bpr-contoh-kupang',
    staffId: 'staf-1',
    creditNumber: `KUR-${n}`,
    signedOn: day(story.signedOn),
    participant: { nik: nikOf(n), name: `Peserta Contoh ${n}`, birthDate: day('1980-01-17'), occupation: 'pedagang' },
    memberships: [
      {
        kpj: `KPJ${String(n).padStart(8, '0')}`,
        segment: 'BPU',
        memberSince: day(`${story.paidMonths[0]}-05`),
        paidMonths: [...story.paidMonths],
        payer: 'self',
      },
    ],
    family: [
      { id: 'pasangan', name: `Pasangan Contoh ${n}`, relation: 'spouse', alive: true, birthDate: day('1982-03-04') },
      { id: 'anak', name: `Anak Contoh ${n}`, relation: 'child', alive: true, birthDate: day('2015-06-01') },
    ],
    declaredPayee: { personId: 'pasangan', bankCode: '130', accountNumber: story.accountNumber, holderName: `Pasangan Contoh ${n}` },
    papers: PAPERS_AT_SIGNING.map((kind) => paper(kind, n, story.signedOn)),
    consents: [{ personId: 'pasangan', purpose: 'klaim', givenOn: day(story.signedOn) }],
  };
}

export function deathReported(n: number, story: Story, reportedAt: string): DeathReportedV1 {
  return {
    reportId: `lapor-${n}`,
    institutionId: 'bpr-contoh',
    branchId: 'bpr-contoh-kupang',
    reporter: { staffId: 'staf-1', name: 'Staf Contoh' },
    participantNik: nikOf(n),
    participantName: `Peserta Contoh ${n}`,
    diedOn: day(story.diedOn),
    familyContact: { name: `Pasangan Contoh ${n}`, relation: 'istri' },
    papers: PAPERS_WITH_REPORT.map((kind) => paper(kind, n, story.diedOn)),
    reportedAt,
  };
}
