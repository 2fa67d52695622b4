import { completeness, type PresentPaper } from '#domain/law/papers/completeness.ts';
import type { PaperFacts } from '#domain/law/papers/conditions.ts';
import type { PaperClaimType, PaperId } from '#domain/law/papers/paper-ids.ts';
import { type RequiredPaper, requiredPapers } from '#domain/law/papers/required-papers.ts';
import { type Day, day } from '#domain/time/calendar/day.ts';

export const EVENT_ON = day('2026-05-11');
export const ON = day('2026-06-01');
export const CERTIFICATE_ONLY = { 'death.proof': 'certificateOnly' } as const;

export function checklist(claimType: PaperClaimType, facts: Partial<PaperFacts> = {}): readonly RequiredPaper[] {
  return requiredPapers(claimType, { eventOn: EVENT_ON, ...facts }, CERTIFICATE_ONLY);
}

export function ids(rows: readonly RequiredPaper[], strength: RequiredPaper['strength'] = 'required'): readonly PaperId[] {
  return rows.filter((row) => row.strength === strength).map(({ paper }) => paper);
}

export function paper(id: PaperId, over: Partial<PresentPaper> = {}): PresentPaper {
  return { id, obtainedOn: day('2026-05-20'), verified: 'ok', ...over };
}

/** A file with every required paper of the checklist, seen and in order. */
export function fullFile(rows: readonly RequiredPaper[], over: Partial<Record<PaperId, Partial<PresentPaper>>> = {}): PresentPaper[] {
  return ids(rows).map((id) => paper(id, over[id]));
}

/** What is wrong with one paper of an otherwise full file. */
export function problemWith(rows: readonly RequiredPaper[], id: PaperId, over: Partial<PresentPaper>, on: Day = ON): string | undefined {
  return completeness(rows, fullFile(rows, { [id]: over }), on).missing.find((missing) => missing.paper === id)?.reason;
}
