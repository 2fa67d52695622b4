import type { Rupiah } from '#domain/money/money.ts';
import { oncePerDocument } from './decisions/papers.ts';
import type { FactBody } from './facts.ts';
import type { ClaimPaper, ClaimPerson, Membership } from './parts.ts';
import type { ClaimState } from './state.ts';
import { isFinal } from './statuses.ts';

/** What a readiness file holds for a claim of its participant, whoever reported it. */
export type PreparedFile = {
  readonly readinessFileId: string;
  readonly institutionId: string;
  readonly branchId?: string;
  readonly memberships: readonly Membership[];
  readonly people: readonly ClaimPerson[];
  readonly papers: readonly ClaimPaper[];
  readonly wageBase?: Rupiah;
};

/**
 * The file came after the report, as when two topics overtake each other. It joins once, never over what people have established since:
 * heirs that were resolved, a wage base that was proved.
 */
export function readinessFound(claim: ClaimState, file: PreparedFile): readonly FactBody[] {
  const { readinessFileId, institutionId, branchId } = file;
  if (claim.readinessFileId !== undefined || isFinal(claim.status)) return [];
  // A stranger may have reported first: people and memberships are known by whoever prepared for them.
  const isForeign = claim.institutionId !== institutionId;
  if (isForeign && branchId === undefined) return [];
  const listed = new Set(file.memberships.map(({ kpj }) => kpj));
  const memberships = [...file.memberships, ...claim.memberships.filter(({ kpj }) => !listed.has(kpj))];
  const people = claim.people.length > 0 || claim.heirs !== undefined ? claim.people : file.people;
  // At a registration the file counts before the report; what an officer found at triage counts before both.
  const wageBase = claim.programme === undefined ? (file.wageBase ?? claim.wageBase) : (claim.wageBase ?? file.wageBase);
  return [
    {
      type: 'claim.readiness-found',
      readinessFileId,
      memberships,
      people,
      papers: oncePerDocument(isForeign ? file.papers.map((paper) => ({ ...paper, from: institutionId })) : file.papers),
      ...(isForeign && branchId !== undefined ? { holder: { institutionId, branchId } } : {}),
      ...(wageBase === undefined ? {} : { wageBase }),
    },
  ];
}
