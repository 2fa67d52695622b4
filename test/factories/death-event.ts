import type { ClaimEvent } from '#domain/claim/events.ts';
import { day } from '#domain/time/calendar/day.ts';
import { PAPERS_AT_SIGNING, PAPERS_WITH_REPORT, paper, type Story } from './people.ts';

/** The first word a claim hears: a death, with the papers of signing and of the report attached. */
export function deathEvent(story: Story, n = 1): ClaimEvent {
  return {
    type: 'deathReported',
    eventId: `death-${n}`,
    actor: { id: 'staf-1', role: 'machine', institution: 'bpr-contoh' },
    registration: {
      reportId: `lapor-${n}`,
      kind: 'death',
      eventOn: day(story.diedOn),
      reportedAt: Date.parse(`${story.diedOn}T02:00:00Z`),
      institutionId: 'bpr-contoh',
      branchId: 'bpr-contoh-kupang',
      participantId: `peserta-${n}`,
      readinessFileId: `bpr-contoh:peserta-${n}`,
      memberships: [
        {
          kpj: '99000000001',
          segment: 'BPU',
          memberSince: day(`${story.paidMonths[0]}-05`),
          paidMonths: [...story.paidMonths],
          payer: 'self',
        },
      ],
      people: [
        { id: 'pasangan', relation: 'spouse', alive: true, birthDate: day('1982-03-04') },
        { id: 'anak', relation: 'child', alive: true, birthDate: day('2015-06-01') },
      ],
      papers: [
        ...PAPERS_AT_SIGNING.map((kind) => paper(kind, n, story.signedOn)),
        ...PAPERS_WITH_REPORT.map((kind) => paper(kind, n, story.diedOn)),
      ],
      calendar: { id: 'uji', version: 1 },
    },
  };
}
