import { maySee } from '#domain/access.ts';
import { isParty, keeperOf, papersOf, requestedOf } from '#domain/claim/parties.ts';
import type { PreparedFile } from '#domain/claim/readiness-found.ts';
import { openingsOf } from '#domain/scholarship/entitlement/open-from-claim.ts';
import { day } from '#domain/time/calendar/day.ts';
import { claimIn } from '../../factories/claim-paths.ts';
import {
  ClaimFile,
  OFFICER,
  OTHER_OFFICER,
  PARTNER,
  PARTNER_ELSEWHERE,
  PARTNER_HEAD,
  REGISTRATION,
  typesOf,
} from '../../factories/claims.ts';
import { paper } from '../../factories/people.ts';

const WITHDRAW = { type: 'withdraw', reason: 'Diminta keluarga dengan surat.' } as const;
const HEAD_ELSEWHERE = { ...PARTNER_ELSEWHERE, id: 'kepala-9', role: 'partner-head' } as const;
const OTHER_HEAD = { ...PARTNER_HEAD, id: 'kepala-2' } as const;
const STRANGER = { id: 'staf-7', role: 'partner-head', institution: 'kopdit-asing' } as const;
const ELSEWHERE = {
  ...REGISTRATION,
  reportId: 'lapor-2',
  institutionId: 'ksp-lain',
  branchId: 'ksp-lain-ende',
  papers: [paper('chronology', 2, '2026-02-26')],
};
const FILE: PreparedFile = {
  readinessFileId: 'ksp-lain:peserta-1',
  institutionId: 'ksp-lain',
  branchId: 'ksp-lain-ende',
  memberships: REGISTRATION.memberships,
  people: REGISTRATION.people,
  papers: [paper('family-card', 3, '2025-08-01')],
};

function reportedTwice(status: 'registered' | 'verifying' = 'registered'): ClaimFile {
  const file = status === 'registered' ? new ClaimFile() : claimIn(status);
  file.tell({ type: 'deathReported', registration: ELSEWHERE }, 'event-2', PARTNER_ELSEWHERE);
  return file;
}

describe('who stands to a claim', () => {
  test('the institution that reports second knows of the claim and sees its own papers, nothing of the first’s', () => {
    const { state } = reportedTwice();
    expect([PARTNER, PARTNER_ELSEWHERE, STRANGER].map((actor) => maySee({ ...actor, name: 'Uji' }, state))).toEqual([true, true, false]);
    expect(papersOf(state, 'ksp-lain').map(({ documentId }) => documentId)).toEqual(['doc-2-chronology']);
    expect(papersOf(state, 'bpr-contoh')).toHaveLength(REGISTRATION.papers.length);
  });

  test('each brings papers later on, and the other does not see them', () => {
    const file = reportedTwice();
    file.give(PARTNER_ELSEWHERE, { type: 'attachDocuments', papers: [paper('police-report', 4, '2026-02-27')] });
    file.give(OFFICER, { type: 'attachDocuments', papers: [paper('family-card', 5, '2026-02-27')] });
    expect(papersOf(file.state, 'ksp-lain').map(({ documentId }) => documentId)).toEqual(['doc-2-chronology', 'doc-4-police-report']);
    expect(papersOf(file.state, 'bpr-contoh')).toHaveLength(REGISTRATION.papers.length);
    expect(file.refusal(STRANGER, { type: 'attachDocuments', papers: [] }).refused).toBe('not-your-role');
  });

  test('what is wrong with a paper only the other brought is asked of the other', () => {
    const file = reportedTwice();
    const papers = [
      { paper: 'chronology', reason: 'Tidak ditandatangani.' },
      { paper: 'police-report', reason: 'Belum ada.' },
    ];
    file.give(OFFICER, { type: 'requestCompletion', papers });
    expect(requestedOf(file.state, 'bpr-contoh').map(({ paper: kind }) => kind)).toEqual(['police-report']);
    expect(requestedOf(file.state, 'ksp-lain').map(({ paper: kind }) => kind)).toEqual(['chronology', 'police-report']);
  });

  test('a claim a stranger reported goes by the file of whoever prepared for the family, whether it came before or after', () => {
    const nothing = { people: [], memberships: [], papers: [] };
    const after = new ClaimFile({ registration: nothing });
    expect(typesOf(after.tell({ type: 'readinessFound', file: FILE }))).toEqual(['claim.readiness-found']);
    const { institutionId, readinessFileId, people, memberships } = FILE;
    const branchId = 'ksp-lain-ende';
    const papers = FILE.papers.map((one) => ({ ...one, from: institutionId }));
    const before = new ClaimFile({
      registration: { people, memberships, papers, readinessFileId, holders: [{ institutionId, branchId }] },
    });
    for (const { state } of [after, before]) {
      expect(keeperOf(state)).toEqual({ institutionId, branchId });
      expect([state.institutionId, isParty(state, 'ksp-lain'), state.people.length]).toEqual(['bpr-contoh', true, 2]);
      expect(papersOf(state, 'bpr-contoh')).toEqual([]);
      expect(papersOf(state, 'ksp-lain').map(({ documentId }) => documentId)).toEqual(['doc-3-family-card']);
    }
    expect(after.state.parties).toEqual(before.state.parties);
  });

  test('the children of a claim are the affair of whoever holds the family’s file, not of who happened to report', () => {
    const long = { ...REGISTRATION.memberships[0], memberSince: day('2022-01-03'), paidMonths: monthsFrom(2022, 50) };
    const memberships = [long as (typeof REGISTRATION.memberships)[number]];
    const holders = [{ institutionId: 'ksp-lain', branchId: 'ksp-lain-ende' }];
    const { state } = claimIn('paying', { registration: { memberships, holders } });
    expect(openingsOf(state).openings.map(({ institutionId }) => institutionId)).toEqual(['ksp-lain']);
  });

  test('an old claim, and an old paper, are the first reporter’s as before', () => {
    const file = new ClaimFile({ edition: 1 });
    file.tell({ type: 'deathReported', registration: ELSEWHERE }, 'event-2', PARTNER_ELSEWHERE);
    expect(file.state.parties).toBeUndefined();
    expect([maySee({ ...PARTNER_ELSEWHERE, name: 'Uji' }, file.state), papersOf(file.state, 'bpr-contoh').length]).toEqual([
      false,
      REGISTRATION.papers.length + 1,
    ]);
    expect(typesOf(file.give(PARTNER_HEAD, WITHDRAW))[0]).toBe('claim.withdrawn');
  });
});

function monthsFrom(year: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => `${year + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`);
}

describe('nobody withdraws alone what another institution also reported', () => {
  test('not an officer: a second officer, or a head of either, agrees first', () => {
    for (const second of [OTHER_OFFICER, PARTNER_HEAD, HEAD_ELSEWHERE]) {
      const file = reportedTwice('verifying');
      expect(typesOf(file.give(OFFICER, WITHDRAW))).toEqual(['claim.proposed']);
      expect(file.refusal(OFFICER, WITHDRAW).refused).toBe('maker-is-checker');
      expect([typesOf(file.give(second, WITHDRAW))[0], file.state.status]).toEqual(['claim.withdrawn', 'withdrawn']);
    }
  });

  test('two heads of one institution do not end what the other reported; the other’s head may agree', () => {
    const file = reportedTwice();
    expect(typesOf(file.give(PARTNER_HEAD, WITHDRAW))).toEqual(['claim.proposed']);
    expect(file.refusal(OTHER_HEAD, WITHDRAW)).toMatchObject({ refused: 'not-your-role', text: expect.stringContaining('Lembaga lain') });
    file.give(HEAD_ELSEWHERE, WITHDRAW);
    expect(file.state.status).toBe('withdrawn');
  });

  test('where one institution reported, its head still needs an officer or another head', () => {
    for (const second of [OFFICER, OTHER_HEAD]) {
      const file = claimIn('verifying');
      expect(typesOf(file.give(PARTNER_HEAD, WITHDRAW))).toEqual(['claim.proposed']);
      expect(file.state.status).toBe('verifying');
      expect(file.refusal(PARTNER_HEAD, WITHDRAW).refused).toBe('maker-is-checker');
      file.give(second, WITHDRAW);
      expect(file.state.status).toBe('withdrawn');
    }
  });
});
