import { randomInt } from 'node:crypto';
import { addDays, addMonths, type Day } from '#domain/time/calendar/day.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import type { CreditSignedV1 } from '#schemas/events/credit-signed.v1.ts';
import type { DeathReportedV1 } from '#schemas/events/death-reported.v1.ts';

/** One invented family: a credit signed seven months ago with its papers, a death ten days ago. Every start tells it of another person. */
export type DemoStory = {
  readonly credit: CreditSignedV1;
  readonly death: DeathReportedV1;
  readonly payeeName: string;
  readonly accountNumber: string;
};

const DIGEST = '0'.repeat(64);
const AT_SIGNING = ['participant-card', 'participant-id-card', 'heir-id-card', 'marriage-certificate', 'child-birth-certificate'] as const;
const OF_THE_CREDIT = ['work-activity-proof', 'payee-account-proof', 'data-consent'] as const;
const AFTER_DEATH = ['death-certificate', 'heir-statement', 'claim-form-jkm', 'family-card'] as const;

export function tellStory(now: number): DemoStory {
  const number = randomInt(1, 999_999);
  const digits = String(number).padStart(6, '0');
  const today = toLocal(now, 'Asia/Makassar').day;
  const died = addDays(today, -10);
  const signed = addMonths(died, -7);
  const payeeName = `Pasangan Contoh ${digits}`;
  const accountNumber = `1300000${digits}`;
  const paper = <P extends string>(kind: P, obtainedOn: Day) => ({
    paper: kind,
    documentId: `doc-${digits}-${kind}`,
    sha256: DIGEST,
    obtainedOn,
  });
  const institution = { institutionId: 'bpr-contoh', branchId: 'kupang' };
  // Province 00 does not exist, so neither does the person.
  const nik = `0000005701${digits}`;
  return {
    payeeName,
    accountNumber,
    credit: {
      ...institution,
      staffId: 'staf.bpr',
      creditNumber: `KUR-${digits}`,
      signedOn: signed,
      participant: { nik, name: `Peserta Contoh ${digits}`, birthDate: '1980-01-17' as Day, occupation: 'pedagang pasar' },
      memberships: [
        {
          kpj: `99000${digits}`,
          segment: 'BPU',
          memberSince: addMonths(died, -8),
          paidMonths: Array.from({ length: 9 }, (_, index) => addMonths(died, index - 8).slice(0, 7)),
          payer: 'self',
        },
      ],
      family: [
        { id: 'pasangan', name: payeeName, relation: 'spouse', alive: true, birthDate: '1982-03-04' as Day },
        { id: 'anak-1', name: `Anak Contoh ${digits}`, relation: 'child', alive: true, birthDate: '2015-06-01' as Day },
      ],
      declaredPayee: { personId: 'pasangan', bankCode: '130', accountNumber, holderName: payeeName },
      papers: [...AT_SIGNING, ...OF_THE_CREDIT].map((kind) => paper(kind, signed)),
      consents: [{ personId: 'pasangan', purpose: 'klaim', givenOn: signed }],
    },
    death: {
      reportId: `lapor-${digits}`,
      ...institution,
      reporter: { staffId: 'staf.bpr', name: 'Staf BPR Contoh' },
      participantNik: nik,
      participantName: `Peserta Contoh ${digits}`,
      diedOn: died,
      place: 'rumah',
      familyContact: { name: payeeName, relation: 'istri' },
      papers: AFTER_DEATH.map((kind) => paper(kind, addDays(died, 5))),
      reportedAt: new Date(now).toISOString(),
    },
  };
}
