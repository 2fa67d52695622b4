import { createHash } from 'node:crypto';
import { PoisonEvent } from '#adapters/kafka/faults.ts';
import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import { chooseFile } from '#adapters/mongo/prepared-file.ts';
import { eventCause } from '#domain/cause.ts';
import { refuseTooManyPapers, refuseTooManyReports, sortPapers } from '#domain/claim/bounds.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { ClaimEvent, Registration } from '#domain/claim/events.ts';
import { isAbout, reachesOf, withNews } from '#domain/claim/membership-news.ts';
import { givenReadings } from '#domain/claim/readings.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isFinal } from '#domain/claim/statuses.ts';
import { type Instant, instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import type { AccidentReportedV1, AccidentSuspectedV1 } from '#schemas/events/accident-reported.v1.ts';
import type { DeathReportedV1 } from '#schemas/events/death-reported.v1.ts';
import { type IntakeDeps, keepForAPerson, readingsNow } from './deps.ts';
import { giveWaitingPapers } from './documents.ts';
import { issueFirstCode } from './first-code.ts';

type Report = DeathReportedV1 | AccidentReportedV1 | AccidentSuspectedV1;
type Happened = Pick<Registration, 'kind' | 'eventOn'> & Pick<Partial<Registration>, 'accident'>;

/** How long an accident that is just becoming a death may take to say so before the death is carried by a claim of its own. */
const CONVERSION_PATIENCE_MS = 10 * 60_000;

/** A person dies once: whoever reports, and however often, it is the same claim. */
export async function reportDeath(deps: IntakeDeps, event: ReceivedEvent, data: DeathReportedV1): Promise<void> {
  const participantId = deps.participantIdOf(data.participantNik);
  const claimId = await claimOfDeath(deps, participantId);
  await report(deps, event, data, claimId, { kind: 'death', eventOn: data.diedOn }, (registration, rest) => ({
    ...rest,
    type: 'deathReported',
    registration,
  }));
}

/** The same accident reported twice is one claim: a person has one accident a day. */
export async function reportAccident(
  deps: IntakeDeps,
  event: ReceivedEvent,
  data: AccidentReportedV1 | AccidentSuspectedV1,
  suspected: boolean,
): Promise<void> {
  const { zone } = await deps.calendars.active();
  const happenedAt = instant(data.happenedAt);
  const eventOn = toLocal(happenedAt, zone).day;
  const stageOneAt: Instant | undefined = data.stageOneAt === undefined ? undefined : instant(data.stageOneAt);
  const accident = { happenedAt, suspected, ...(stageOneAt === undefined ? {} : { stageOneAt }) };
  const claimId = claimIdOf(`accident:${deps.participantIdOf(data.participantNik)}:${eventOn}`);
  await report(deps, event, data, claimId, { kind: 'accident', eventOn, accident }, (registration, rest) => ({
    ...rest,
    type: 'accidentReported',
    registration,
  }));
}

/** The claim of its own, unless an accident that became this death carries it already. */
async function claimOfDeath({ deaths, claims, now }: IntakeDeps, participantId: string): Promise<ClaimId> {
  const own = claimIdOf(`death:${participantId}`);
  const at = now();
  const carrier = await deaths.carriedBy(participantId, own, at);
  if (carrier.claimId === own) return own;
  const claim = (await claims.find(carrier.claimId))?.state;
  if (claim?.kind === 'death' && claim.status !== 'withdrawn') return carrier.claimId;
  // Somebody began to turn the accident into a death and has not said so yet; if nobody does, the death must not get lost.
  const isBeingConverted = claim?.kind === 'accident' && at - carrier.since < CONVERSION_PATIENCE_MS;
  if (isBeingConverted || !(await deaths.handOver(participantId, carrier.claimId, own, at))) {
    throw new Error(`the death is being taken over by claim ${carrier.claimId}`);
  }
  return own;
}

async function report(
  deps: IntakeDeps,
  event: ReceivedEvent,
  data: Report,
  claimId: ClaimId,
  happened: Happened,
  toEvent: (registration: Registration, rest: Pick<ClaimEvent, 'eventId' | 'actor'>) => ClaimEvent,
): Promise<void> {
  const recorded = (await deps.claims.find(claimId))?.state;
  if (recorded && !isFinal(recorded.status)) refuseTooMuch(recorded, data);
  const calendar = await deps.calendars.ofClaim(recorded);
  if (recorded && isFinal(recorded.status) && recorded.reportIds.includes(data.reportId)) return;
  const registration = await registrationOf(deps, data, happened, calendar, claimId);
  const { institutionId, branchId, reporter } = data;
  if (recorded && isFinal(recorded.status)) {
    return keepForAPerson(deps, event, recorded, { institutionId, branchId, reporterId: reporter.staffId, registration });
  }
  const actor = { id: reporter.staffId, role: 'machine', institution: institutionId, branch: branchId } as const;
  // `state` counts only when no workflow runs: a claim on record whose workflow was lost goes on from its record.
  const input = {
    claimId,
    calendar,
    switches: givenReadings(recorded ?? registration),
    ...(recorded === undefined ? {} : { state: recorded }),
  };
  const told = await deps.running.report(input, toEvent(registration, { eventId: eventCause(event.source, event.id), actor }));
  // It ended between our look and our call; the record will be there when Kafka brings the event again.
  if (told === 'ended') throw new Error(`claim ${claimId} is ending`);
  const families = deps.families && { ...deps.families, now: deps.now };
  if (families && data.familyContact) await issueFirstCode(families, claimId, data.familyContact, recorded !== undefined);
  await giveWaitingPapers(deps, claimId);
}

/** A claim that is full goes on without this report, which waits in dead letters for a person. */
function refuseTooMuch(claim: ClaimState, { reportId, papers }: Report): void {
  if (claim.reportIds.includes(reportId)) return;
  const refusal = refuseTooManyReports(claim) ?? refuseTooManyPapers(claim, sortPapers(claim, papers).fresh.length);
  if (refusal) throw new PoisonEvent(refusal.refused, refusal.text);
}

async function registrationOf(
  deps: IntakeDeps,
  data: Report,
  happened: Happened,
  calendar: CalendarPack,
  claimId: ClaimId,
): Promise<Registration> {
  const { institutionId, branchId, reportId } = data;
  const participantId = deps.participantIdOf(data.participantNik);
  await deps.participants.keep({ _id: participantId, nik: data.participantNik, name: data.participantName }, claimId, deps.now());
  const [found, news] = await Promise.all([deps.readiness.ofParticipant(participantId), deps.membershipNews.of(participantId)]);
  const { file, holders } = chooseFile(found, institutionId);
  const wageBase = file?.wageBase ?? ('wageBase' in data ? data.wageBase : undefined);
  const memberships = withNews(file?.memberships ?? [], news);
  const membershipReach = reachesOf(news);
  for (const one of news) {
    if (one.waitingSince !== undefined && isAbout(one, memberships)) await deps.membershipNews.setWaiting(one, undefined);
  }
  return {
    ...happened,
    reportId,
    reportedAt: instant(data.reportedAt),
    institutionId,
    branchId,
    participantId,
    ...(file === undefined ? {} : { readinessFileId: file.readinessFileId }),
    memberships,
    ...(membershipReach === undefined ? {} : { membershipReach }),
    ...(wageBase === undefined ? {} : { wageBase }),
    people: file?.people ?? [],
    papers: [...(file?.papers ?? []), ...data.papers],
    calendar: { id: calendar.id, version: calendar.version },
    ...(await readingsNow(deps, calendar)),
    ...(holders.length === 0 ? {} : { holders }),
  };
}

function claimIdOf(what: string): ClaimId {
  return claimIdFromDigest(createHash('sha256').update(what).digest());
}
