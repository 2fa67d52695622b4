import type { CalendarsStore } from '#adapters/mongo/calendars-store.ts';
import type { ClaimsStore } from '#adapters/mongo/claims-store.ts';
import type { ParticipantsStore } from '#adapters/mongo/participants-store.ts';
import type { CivilRegistryPort, MembershipRegistryPort } from '#adapters/registry/port.ts';
import type { ClaimGateway } from '#adapters/temporal/claim-gateway.ts';
import { checklistOf } from '#domain/claim/checklist.ts';
import { checkAccount } from '#domain/claim/checks/account.ts';
import { checkArrearsAndPayer } from '#domain/claim/checks/arrears-and-payer.ts';
import { CHECK_IDS, type CheckId, type CheckResult } from '#domain/claim/checks/checks.ts';
import { checkContributions } from '#domain/claim/checks/contributions.ts';
import { checkCoverage } from '#domain/claim/checks/coverage.ts';
import { checkDuplicate } from '#domain/claim/checks/duplicate.ts';
import { checkEvent } from '#domain/claim/checks/event.ts';
import { checkFailed } from '#domain/claim/checks/findings.ts';
import { checkFraud } from '#domain/claim/checks/fraud.ts';
import { checkHeirs } from '#domain/claim/checks/heirs.ts';
import { checkIdentity } from '#domain/claim/checks/identity.ts';
import { JUDGE_ACCOUNTS } from '#domain/claim/checks/judged.ts';
import { checkPapers } from '#domain/claim/checks/papers.ts';
import { checkRegistry } from '#domain/claim/checks/registry.ts';
import type { CivilAnswer, MembershipAnswer } from '#domain/claim/checks/registry-answer.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { agreesWith, statedReports } from '#domain/claim/event-days.ts';
import { readingsFor } from '#domain/claim/readings.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import type { Switches } from '#domain/law/rules/switches.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { type EvidenceDeps, fraudSignals, knownAccounts, otherClaims, payeeEvidence, type Subject } from './check-evidence.ts';
import { tellRelated } from './related-claims.ts';

export type ChecksDeps = EvidenceDeps & {
  readonly claims: Pick<ClaimsStore, 'find'>;
  readonly calendars: Pick<CalendarsStore, 'find'>;
  readonly participants: Pick<ParticipantsStore, 'find'>;
  readonly civilRegistry: CivilRegistryPort;
  readonly membershipRegistry: MembershipRegistryPort;
  /** Without it no other claim hears of this one. */
  readonly running?: Pick<ClaimGateway, 'tell'>;
};

export type ClaimToCheck = {
  readonly claimId: ClaimId;
  readonly switches?: Partial<Switches>;
  /** Those to be given again; all of them when absent. */
  readonly only?: readonly CheckId[];
};

/** Which checks ask which registry. */
const OF_CIVIL: readonly CheckId[] = ['identity', 'registry', 'event', 'heirs'];
const OF_MEMBERSHIPS: readonly CheckId[] = ['event', 'coverage', 'contributions', 'arrears-and-payer', 'fraud'];

const NOBODY = { state: 'no-answer', why: 'nobody-to-ask-about' } as const;

export function createCheckActivities(deps: ChecksDeps) {
  /** The day an instant is where the claim is handled. */
  async function dayThere({ calendar: { id, version } }: ClaimState): Promise<DayAt> {
    const calendar = await deps.calendars.find(id, version);
    if (!calendar) throw new Error(`calendar ${id} version ${version} is not kept`);
    return (at = deps.now()) => toLocal(at, calendar.zone).day;
  }

  async function subjectOf(claimId: ClaimId): Promise<Subject> {
    const claim = (await deps.claims.find(claimId))?.state;
    if (!claim) throw new Error(`claim ${claimId} is not on record yet`);
    const [file] = claim.readinessFileId === undefined ? [] : await deps.readiness.findByIds([claim.readinessFileId]);
    const deceasedName = file?.file.participant.name ?? (await deps.participants.find(claim.participantId))?.name;
    return { claim, file, ...(deceasedName === undefined ? {} : { deceasedName }) };
  }

  return {
    /**
     * Every automatic check of one claim as it stands on record. Changes nothing but the note of what the bank said of an account, so it
     * may run any number of times. A check that breaks is a question for a person and stops no other.
     */
    async runChecks({ claimId, switches: given = {}, only = CHECK_IDS }: ClaimToCheck): Promise<readonly CheckResult[]> {
      const subject = await subjectOf(claimId);
      const { claim, file } = subject;
      const switches = readingsFor({ switches: given });
      const nik = file?.file.participant.nik ?? (await deps.participants.find(claim.participantId))?.nik;
      // Both registries at once, and before anything else: their silence is the longest wait.
      const needed = (checks: readonly CheckId[]): string | undefined => (only.some((check) => checks.includes(check)) ? nik : undefined);
      const [civil, registry] = await Promise.all([askCivil(deps, needed(OF_CIVIL)), askMemberships(deps, needed(OF_MEMBERSHIPS))]);
      const collected = { subject, civil, registry, switches };
      const checks = checksOf(deps, collected, () => dayThere(claim));
      const results: CheckResult[] = [];
      const accounts = knownAccounts(subject).map(({ ref }) => ref);
      for (const check of CHECK_IDS.filter((one) => only.includes(one))) {
        const judged = JUDGE_ACCOUNTS.includes(check) ? { accounts } : {};
        results.push({ ...(await tolerated(check, checks[check])), ...judged });
      }
      if (deps.running) await tellRelated({ ...deps, running: deps.running }, subject);
      return results;
    },
  };
}

type Collected = {
  readonly subject: Subject;
  readonly civil: CivilAnswer;
  readonly registry: MembershipAnswer;
  readonly switches: Partial<Switches>;
};

/** Of now when no instant is given. */
type DayAt = (at?: Instant) => Day;

type Check = () => Promise<CheckResult> | CheckResult;

function checksOf(deps: EvidenceDeps, collected: Collected, dayThere: () => Promise<DayAt>): Readonly<Record<CheckId, Check>> {
  const { subject, civil, registry, switches } = collected;
  const { claim, file } = subject;
  const { claimId, kind, eventOn, people, programme } = claim;
  // What people corrected counts before what the file says.
  const birthDate = claim.participantBirthDate ?? file?.file.participant.birthDate;
  const participant = file && birthDate !== undefined ? { ...file.file.participant, birthDate } : undefined;
  const diedOn = dayOfDeath(claim);
  const membership = { eventOn, told: claim.memberships, registry, switches };
  const hasCertificate = claim.papers.some(({ paper, verdict }) => paper === 'death-certificate' && verdict !== 'refused');
  return {
    identity: () => checkIdentity({ eventOn, participant, civil }),
    registry: () => checkRegistry({ diedOn, hasCertificate, civil }),
    event: async () => checkEvent({ ...eventOf(claim, await dayThere()), birthDate, registry, civil }),
    coverage: () => checkCoverage(membership),
    contributions: () => checkContributions({ ...membership, programme: kind === 'accident' ? 'jkk' : programme }),
    'arrears-and-payer': () => checkArrearsAndPayer(membership),
    duplicate: async () => {
      const kpjs = claim.memberships.map(({ kpj }) => kpj);
      return checkDuplicate({ claimId, kind, eventOn, kpjs, participant, others: await otherClaims(deps, subject) });
    },
    papers: async () => checkPapers(checklistOf(claim, (await dayThere())(), switches)),
    heirs: () => checkHeirs({ diedOn, programme, people, resolved: claim.heirs, participant, family: file?.file.family ?? [], civil }),
    account: async () => checkAccount(await payeeEvidence(deps, subject)),
    fraud: async () => checkFraud({ diedOn, eventOn, told: claim.memberships, registry, signals: await fraudSignals(deps, subject) }),
  };
}

/** The days the claim goes by, and what each report says of them. */
function eventOf(claim: ClaimState, dayAt: DayAt) {
  const { kind, eventOn } = claim;
  const reports = statedReports(claim).map((report) => ({
    institutionId: report.institutionId,
    kind: report.kind,
    eventOn: report.eventOn,
    reportedOn: dayAt(report.reportedAt),
    agrees: agreesWith(claim, report),
  }));
  return { kind, eventOn, diedOn: dayOfDeath(claim), today: dayAt(), reports };
}

/** Undefined for an accident nobody died of. */
function dayOfDeath({ kind, diedOn, eventOn }: ClaimState): Day | undefined {
  return diedOn ?? (kind === 'death' ? eventOn : undefined);
}

async function askCivil({ civilRegistry }: ChecksDeps, nik: string | undefined): Promise<CivilAnswer> {
  return nik === undefined ? NOBODY : civilRegistry.findPerson(nik);
}

async function askMemberships({ membershipRegistry }: ChecksDeps, nik: string | undefined): Promise<MembershipAnswer> {
  return nik === undefined ? NOBODY : membershipRegistry.findMemberships(nik);
}

async function tolerated(check: CheckId, run: Check): Promise<CheckResult> {
  try {
    return await run();
  } catch (error) {
    return checkFailed(check, error);
  }
}
