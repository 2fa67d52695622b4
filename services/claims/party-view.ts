import { institutionLimit } from '#domain/access.ts';
import { laterReportOf, papersOf, requestedOf } from '#domain/claim/parties.ts';
import type { ClaimState, PaperState } from '#domain/claim/state.ts';
import type { Actor } from '#domain/people/actor.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';

/** Where the claim stands in the eyes of this person: a partner reads its own institution, branch and report, never another's. */
export function standingOf(claim: ClaimState, actor: Actor) {
  const { institutionId, branchId, reportedAt, parties = [] } = claim;
  const own = parties.find((party) => party.institutionId === institutionLimit(actor));
  if (!own) return { institutionId, branchId, reportedAt: toIso(reportedAt) };
  const report = laterReportOf(claim, own.institutionId);
  // Of a file holder who has not reported, the claim's own: there is no other.
  return { institutionId: own.institutionId, branchId: own.branchId, reportedAt: toIso(report?.reportedAt ?? reportedAt) };
}

/** To people of BPJS Ketenagakerjaan everything; to a partner what is its own, and of the others only that there are any. */
export function partiesFor(claim: ClaimState, actor: Actor) {
  const { parties = [], requested } = claim;
  const institution = institutionLimit(actor);
  if (institution === undefined) return { papers: claim.papers.map(withoutHash), requested, parties: parties.map(toPartyView) };
  return {
    papers: papersOf(claim, institution).map(({ from: _own, ...paper }) => withoutHash(paper)),
    requested: requestedOf(claim, institution),
    ...(parties.length === 0 ? {} : { otherInstitutions: text('party.others') }),
  };
}

type PartyOfClaim = NonNullable<ClaimState['parties']>[number];

function toPartyView({ institutionId, branchId, reports, keepsFile }: PartyOfClaim) {
  const told = reports.map(({ reportId, reportedAt }) => ({ reportId, reportedAt: toIso(reportedAt) }));
  return { institutionId, branchId, keepsFile: keepsFile === true, reports: told };
}

function withoutHash({ sha256: _hash, ...paper }: PaperState): Omit<PaperState, 'sha256'> {
  return paper;
}
