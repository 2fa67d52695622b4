import { fold } from '#domain/claim/evolve.ts';
import type { Fact } from '#domain/claim/facts.ts';
import { type ToldPartners, toldPartners } from '#domain/claim/told-partners.ts';
import { CLAIM_ID, TOLD_AT } from '../api/claims-at.ts';
import { claimNumber } from '../api/seeded.ts';

export type Told = ToldPartners;

export function claimEventOf(n: number, seq: number, type: Told['type'], institutions: readonly string[]): Told {
  return { claimId: claimNumber(n), seq, type, status: 'verifying', institutions };
}

/** A closed claim that a second institution reported too, as partners are told of it. */
const journal: readonly Fact[] = TOLD_AT.closed().journal.map(({ fact }) => fact);
const [registered] = journal;
const repeated = {
  ...registered,
  type: 'claim.report-repeated',
  reportId: 'lapor-kedua',
  institutionId: 'ksp-contoh',
  branchId: 'maumere',
  joined: { reportedAt: registered?.at ?? 0, holders: [] },
} as unknown as Fact;
const facts = [journal[0], repeated, ...journal.slice(1)].filter((fact) => fact !== undefined);
const claim = fold(CLAIM_ID, facts);
export const FACTS: readonly Told[] = claim ? toldPartners(claim, 1, facts) : [];
