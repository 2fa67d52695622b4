import { type Edition, isSince } from './edition.ts';
import type { ClaimPaper, Holder, Party, RequestedPaper } from './parts.ts';
import type { ClaimState, PaperState } from './state.ts';

export type Parties = Pick<ClaimState, 'institutionId'> & Partial<Pick<ClaimState, 'parties'>>;

/** Of papers that people of BPJS Ketenagakerjaan brought. */
const BPJS = 'bpjs-ketenagakerjaan';

/** A death belongs to nobody: every institution that reported it or prepared for it stands to the claim. */
export function isParty({ institutionId, parties = [] }: Parties, institution: string | undefined): boolean {
  return institution !== undefined && (institution === institutionId || parties.some((party) => party.institutionId === institution));
}

/** Whose affair the claim is on the partners' side: who prepared for the participant, before who happened to report first. */
export function keeperOf({ institutionId, branchId, parties = [] }: Parties & Pick<ClaimState, 'branchId'>): Holder {
  const keeper = parties.find(({ keepsFile }) => keepsFile);
  return keeper ? { institutionId: keeper.institutionId, branchId: keeper.branchId } : { institutionId, branchId };
}

/** What this institution itself reported; undefined when it did not, or reported first, which the claim itself says. */
export function laterReportOf({ parties = [] }: Parties, institution: string | undefined): Party['reports'][number] | undefined {
  return parties.find(({ institutionId }) => institutionId === institution)?.reports[0];
}

export function withReport(claim: ClaimState, by: Holder, report: Party['reports'][number]): ClaimState {
  return withParty(claim, by, (known) => ({ ...known, reports: [...known.reports, report] }));
}

/** `keepsFile`: whose file the claim goes by. The others are there because theirs may be opened too. */
export function withHolders(claim: ClaimState, holders: readonly Holder[], keepsFile?: Holder): ClaimState {
  const all = holders.reduce<ClaimState>((state, holder) => withParty(state, holder, (known) => known), claim);
  return keepsFile ? withParty(all, keepsFile, (known) => ({ ...known, keepsFile: true })) : all;
}

function withParty(claim: ClaimState, { institutionId, branchId }: Holder, change: (known: Party) => Party): ClaimState {
  if (institutionId === claim.institutionId) return claim;
  const { parties = [] } = claim;
  const known = parties.find((party) => party.institutionId === institutionId);
  const changed = change(known ?? { institutionId, branchId, reports: [] });
  return { ...claim, parties: known ? parties.map((party) => (party === known ? changed : party)) : [...parties, changed] };
}

/** Each paper with who brought it. Unmarked are those of the institution that reported first, those of officers while it was alone, and all of before 0.3.0. */
export function broughtBy(
  claim: Parties,
  institution: string | undefined,
  papers: readonly ClaimPaper[],
  context: { readonly edition?: Edition },
): readonly ClaimPaper[] {
  const from = institution ?? (claim.parties === undefined ? claim.institutionId : BPJS);
  return from === claim.institutionId || !isSince(context, 2) ? papers : papers.map((paper) => ({ from, ...paper }));
}

const broughtPaper =
  ({ institutionId }: Parties, institution: string) =>
  ({ from = institutionId }: ClaimPaper): boolean =>
    from === institution;

/** An institution sees the papers it brought itself. */
export function papersOf(claim: Parties & Pick<ClaimState, 'papers'>, institution: string): readonly PaperState[] {
  return claim.papers.filter(broughtPaper(claim, institution));
}

/** What is asked of this institution: not what is wrong with a paper that only somebody else brought. */
export function requestedOf(claim: Parties & Pick<ClaimState, 'papers' | 'requested'>, institution: string): readonly RequestedPaper[] {
  return claim.requested.filter(({ paper }) => {
    const brought = claim.papers.filter((one) => one.paper === paper);
    return brought.length === 0 || brought.some(broughtPaper(claim, institution));
  });
}
