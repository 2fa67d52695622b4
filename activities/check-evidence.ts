import type { BankPort } from '#adapters/bank/port.ts';
import type { AccountsStore, PayeeAccountDocument } from '#adapters/mongo/accounts-store.ts';
import type { ReadinessDocument, ReadinessStore } from '#adapters/mongo/readiness-store.ts';
import type { RelatedClaim, RelatedClaimsStore } from '#adapters/mongo/related-claims-store.ts';
import type { FraudSignals, OtherClaim, PayeeEvidence } from '#domain/claim/checks/collected.ts';
import { daysMistakenFor } from '#domain/claim/checks/similarity.ts';
import { thresholdsOn } from '#domain/claim/checks/thresholds.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { type DeceasedSign, signOfDeceased } from '#domain/money/payout/deceased-account.ts';
import { matchHolder } from '#domain/money/payout/holder-name.ts';
import { addDays } from '#domain/time/calendar/day.ts';

export type EvidenceDeps = {
  readonly relatedClaims: RelatedClaimsStore;
  readonly readiness: Pick<ReadinessStore, 'findByIds' | 'alike' | 'declaring'>;
  readonly accounts: Pick<AccountsStore, 'find' | 'sharing' | 'noteInquiry' | 'registeredFor'>;
  readonly bank: Pick<BankPort, 'inquireAccount'>;
  readonly now: () => number;
};

/** The claim under check, the file that was prepared for it, and the name of who died. */
export type Subject = { readonly claim: ClaimState; readonly file: ReadinessDocument | undefined; readonly deceasedName?: string };

/** Of half a million participants so many are born near one day. */
const MOST_ALIKE = 5_000;
/** More than anybody would look at, and than any threshold asks for. */
const MOST_CLAIMS = 200;

/** Claims of the same participant, of the same membership, and of people of a like name or birth date. */
export async function otherClaims({ relatedClaims, readiness }: EvidenceDeps, { claim, file }: Subject): Promise<readonly OtherClaim[]> {
  const participant = file?.file.participant;
  const alike = participant ? await readiness.alike(participant.name, daysMistakenFor(participant.birthDate), MOST_ALIKE) : [];
  const kpjs = claim.memberships.map(({ kpj }) => kpj);
  const found = [
    ...(await relatedClaims.ofParticipants([claim.participantId], MOST_CLAIMS)),
    ...(await relatedClaims.ofParticipants(alike, MOST_CLAIMS)),
    ...(await relatedClaims.withMembership(kpjs, MOST_CLAIMS)),
  ];
  const others = new Map(found.filter(({ claimId }) => claimId !== claim.claimId).map((other) => [other.claimId, other]));
  const files = await readiness.findByIds([...others.values()].flatMap(({ readinessFileId }) => readinessFileId ?? []));
  return [...others.values()].map((other) => toOtherClaim(other, claim, files));
}

function toOtherClaim(other: RelatedClaim, claim: ClaimState, files: readonly ReadinessDocument[]): OtherClaim {
  const { claimId, status, kind, eventOn, memberships } = other;
  const person = files.find(({ _id }) => _id === other.readinessFileId)?.file.participant;
  return {
    claimId,
    status,
    kind,
    eventOn,
    sameParticipant: other.participantId === claim.participantId,
    kpjs: memberships.map(({ kpj }) => kpj),
    ...(person === undefined ? {} : { person: { name: person.name, birthDate: person.birthDate } }),
  };
}

/** Accounts somebody confirmed, else the one the family declared. */
export function knownAccounts({ claim, file }: Subject): readonly { readonly ref: string; readonly holderMatch?: 'match' | 'ask' }[] {
  const confirmed = Object.values(claim.payees).map(({ accountRef, holderMatch }) => ({ ref: accountRef, holderMatch }));
  if (confirmed.length > 0) return confirmed;
  return file?.declaredAccountRef === undefined ? [] : [{ ref: file.declaredAccountRef }];
}

/** The bank is asked once per account: what it said when the payee was confirmed, or at an earlier check, holds until the payout asks again. */
export async function payeeEvidence(deps: EvidenceDeps, subject: Subject): Promise<readonly PayeeEvidence[]> {
  const payees: PayeeEvidence[] = [];
  for (const { ref, holderMatch } of knownAccounts(subject)) {
    const account = await deps.accounts.find(ref);
    if (!account) throw new Error('a payee account is not in the store');
    const { personId, ownedByPartner, ofPartner, inquiry } = account;
    const verdict = holderMatch ?? inquiry?.verdict;
    const told =
      verdict === undefined
        ? await askBank(deps, account)
        : { holder: { state: 'judged', verdict } as const, holderName: inquiry?.holderName };
    const ofDeceased = await deceasedSign(deps, subject, account, told.holderName);
    const signs = { ...(ofPartner === undefined ? {} : { ofPartner }), ...(ofDeceased === undefined ? {} : { ofDeceased }) };
    payees.push({ personId, ownedByPartner, ...signs, holder: told.holder });
  }
  return payees;
}

async function deceasedSign(
  { accounts }: EvidenceDeps,
  { claim, deceasedName }: Subject,
  account: PayeeAccountDocument,
  holderName: string | undefined,
): Promise<DeceasedSign | undefined> {
  if (claim.kind !== 'death') return undefined;
  const registeredFor = await accounts.registeredFor(account);
  return signOfDeceased({ participantId: claim.participantId, name: deceasedName }, { holderName, registeredFor });
}

type BankWord = { readonly holder: PayeeEvidence['holder']; readonly holderName?: string | undefined };

async function askBank({ bank, accounts, now }: EvidenceDeps, account: PayeeAccountDocument): Promise<BankWord> {
  const { _id, bankCode, accountNumber, personName } = account;
  const answer = await bank.inquireAccount({ bankCode, accountNumber });
  switch (answer.state) {
    case 'unknown':
      return { holder: { state: 'unknown', why: answer.why } };
    case 'refused':
      return { holder: { state: 'refused', reason: answer.reason } };
    case 'found': {
      const { holderName } = answer;
      const { verdict } = matchHolder(personName, holderName);
      await accounts.noteInquiry(_id, { at: now(), holderName, verdict });
      return { holder: { state: 'judged', verdict }, holderName };
    }
  }
}

export async function fraudSignals(deps: EvidenceDeps, subject: Subject): Promise<FraudSignals> {
  const { claim, file } = subject;
  const { deathsWindow } = thresholdsOn(claim.eventOn);
  const from = addDays(claim.eventOn, 1 - deathsWindow.count);
  const others = (await deps.relatedClaims.deathsAt(claim, from, claim.eventOn, MOST_CLAIMS)).filter(
    ({ claimId }) => claimId !== claim.claimId,
  );
  const counts = {
    deathsAtBranch: others.length,
    otherFamiliesOnAccount: await otherFamilies(deps, subject),
  };
  if (!file) return counts;
  const files = await deps.readiness.findByIds(others.flatMap(({ readinessFileId }) => readinessFileId ?? []));
  const deathsOfAgent = files.filter(({ file: other }) => other.staffId === file.file.staffId).length;
  return { ...counts, deathsOfAgent };
}

/** Participants other than this one whose family is, or wishes to be, paid on the same account. */
async function otherFamilies({ accounts, readiness, relatedClaims }: EvidenceDeps, subject: Subject): Promise<number> {
  const families = new Set<string>();
  for (const { ref } of knownAccounts(subject)) {
    const refs = await accounts.sharing(ref, MOST_CLAIMS);
    for (const { participantId } of await readiness.declaring(refs, MOST_CLAIMS)) families.add(participantId);
    for (const { participantId } of await relatedClaims.paidOn(refs, MOST_CLAIMS)) families.add(participantId);
  }
  families.delete(subject.claim.participantId);
  return families.size;
}
