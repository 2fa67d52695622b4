import { createHash } from 'node:crypto';
import { preparedOf } from '#adapters/mongo/prepared-file.ts';
import { isNotRunning } from '#adapters/temporal/claim-gateway.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { ClaimEvent, Registration } from '#domain/claim/events.ts';
import type { LateNews } from '#domain/claim/late-news/late-news.ts';
import { isRepeatedStep, type LateWish, settleLateNews } from '#domain/claim/late-news/settle.ts';
import { reachesOf, withNews } from '#domain/claim/membership-news.ts';
import { givenReadings } from '#domain/claim/readings.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { toLocal } from '#domain/time/calendar/zone.ts';
import { carryDeath } from '#services/claims/death-carrier.ts';
import type { Needs } from '#services/deps.ts';
import { notFound, RefusedError } from '#services/errors.ts';
import { claimOfLate } from './late-news-view.ts';

/** Of two who press at once, one is told who was first. The claim begins before it is noted here, so that a crash between is a press again. */
export async function settleLate(newsId: string, wish: LateWish, deps: BeginNeeds & Needs<'lateEvents'>): Promise<LateNews> {
  for (;;) {
    const late = await deps.stores.lateEvents.find(newsId);
    const claim = late && (await claimOfLate(late, deps.stores));
    if (!late || !claim) throw notFound();
    if (isRepeatedStep(late, wish)) return late;
    const step = settleLateNews(late, wish, claim.status);
    if (isRefusal(step)) throw new RefusedError(step);
    if (step.outcome === 'new-claim' && late.registration) await beginClaim(late, late.registration, deps);
    if (await deps.stores.lateEvents.add(late, step)) return { ...late, steps: [...(late.steps ?? []), step] };
  }
}

/** A number of its own, and always the same for this report: the number of the withdrawn claim has a journal already. */
export function claimIdOfLate(late: Pick<LateNews, '_id'>, { participantId }: Pick<Registration, 'participantId'>): ClaimId {
  const about = JSON.stringify(['after-withdrawal', participantId, late._id]);
  return claimIdFromDigest(createHash('sha256').update(about).digest());
}

/** A withdrawn carrier hands over to the report that people have settled on. Repeatable. */
type BeginNeeds = Needs<'claims' | 'deaths' | 'participants' | 'calendars' | 'membershipNews' | 'readiness' | 'readings', 'claims' | 'now'>;

async function beginClaim(late: LateNews, reported: Registration, deps: BeginNeeds): Promise<void> {
  const { stores, claims, now } = deps;
  const { participantId, kind, institutionId } = reported;
  const claimId = claimIdOfLate(late, reported);
  const refusal = kind === 'death' ? await carryDeath({ participantId, claimId }, deps) : undefined;
  if (refusal) throw new RefusedError(refusal);
  await stores.participants.noteClaim(participantId, claimId, now());
  const [calendar, news, files] = await Promise.all([
    stores.calendars.active(),
    stores.membershipNews.of(participantId),
    stores.readiness.ofParticipant(participantId),
  ]);
  const file = files.find((one) => one.institutionId === institutionId) ?? files[0];
  const memberships = withNews(reported.memberships, news);
  // Registered today, by the readings of today; the report that was kept named none.
  const set = await stores.readings.inForce(toLocal(now(), calendar.zone).day);
  const readings = set === undefined ? {} : { readings: { version: set.version, switches: set.switches } };
  const membershipReach = reachesOf(news);
  const registration: Registration = {
    ...reported,
    memberships,
    ...(membershipReach === undefined ? {} : { membershipReach }),
    calendar: { id: calendar.id, version: calendar.version },
    ...readings,
  };
  const { _id: eventId, branchId, reporterId = institutionId } = late;
  const actor = {
    id: reporterId,
    role: 'machine',
    institution: institutionId,
    ...(branchId === undefined ? {} : { branch: branchId }),
  } as const;
  const event: ClaimEvent = { type: kind === 'death' ? 'deathReported' : 'accidentReported', eventId, actor, registration };
  // Ended already: somebody pressed before, and it has come to its end since.
  if ((await claims.report({ claimId, calendar, switches: givenReadings(registration) }, event)) === 'ended') return;
  if (!file || registration.readinessFileId !== undefined) return;
  const { id, role } = SYSTEM_ACTOR;
  const found = { type: 'readinessFound', file: preparedOf(file), eventId: file.eventId, actor: { id, role } } as const;
  await claims.tell(claimId, found).catch((error: unknown) => {
    if (!isNotRunning(error)) throw error;
  });
}
