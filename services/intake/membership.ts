import { PoisonEvent } from '#adapters/kafka/faults.ts';
import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import type { MembershipNewsDocument } from '#adapters/mongo/membership-news-store.ts';
import type { ReadinessDocument } from '#adapters/mongo/readiness-store.ts';
import { eventCause } from '#domain/cause.ts';
import type { ClaimEventBody } from '#domain/claim/events.ts';
import { isAbout, MOST_CONTRIBUTIONS, type NewsOfMembership } from '#domain/claim/membership-news.ts';
import type { Membership } from '#domain/claim/parts.ts';
import { SYSTEM_ACTOR } from '#domain/people/actor.ts';
import { type IntakeDeps, toldAtOf } from './deps.ts';
import { type HearingClaims, hearingClaims, tellHearing } from './making.ts';

type Told =
  | { readonly type: 'coverage'; readonly membership: Membership }
  | Omit<Extract<NewsOfMembership, { type: 'contribution' }>, 'toldAt' | 'eventId'>;

/**
 * Keeps what was said and tells all of it, as it now stands, to what was prepared for the participant and to every claim of his that is
 * still open. So a repeat mends whoever missed it, and news that is overtaken by newer changes nothing anywhere.
 */
export async function changeMembership(deps: IntakeDeps, event: ReceivedEvent, nik: string, told: Told): Promise<void> {
  const participantId = deps.participantIdOf(nik);
  const now = deps.now();
  const eventId = eventCause(event.source, event.id);
  const stamped = { ...told, toldAt: toldAtOf(event, now), eventId };
  const { news, outcome } = await deps.membershipNews.hear(participantId, stamped, now);
  if (outcome === 'too-many') {
    const sentence = `Sudah ${MOST_CONTRIBUTIONS} kabar iuran tanpa kabar kepesertaan yang utuh. Kirim coverage.changed lebih dahulu.`;
    throw new PoisonEvent('too-much-news', sentence);
  }
  const files = await deps.readiness.applyNews(participantId, [news]);
  const hearing = await hearingClaims(deps, participantId);
  const { id, role } = SYSTEM_ACTOR;
  const inTheMaking = await tellHearing(deps, hearing, { ...newsForClaims(news), eventId, actor: { id, role } });
  await noteWaiting(deps, news, files, { ...hearing, inTheMaking });
}

/** After a file was written: what was said before it, and whether that still waits. */
export async function applyEarlierNews(deps: IntakeDeps, participantId: string): Promise<readonly ReadinessDocument[]> {
  const news = await deps.membershipNews.of(participantId);
  const files = await deps.readiness.applyNews(participantId, news);
  for (const one of news) if (one.waitingSince !== undefined && knows(files, one)) await deps.membershipNews.setWaiting(one, undefined);
  return files;
}

export function newsForClaims({ kpj, coverage, contributions }: MembershipNewsDocument): ClaimEventBody {
  const news = { kpj, contributions, ...(coverage === undefined ? {} : { coverage }) };
  return { type: 'membershipChanged', told: { type: 'news', news } };
}

/** It waits while nobody it could be told to knows the membership; a claim that has ended hears nothing more. */
async function noteWaiting(
  { membershipNews, now }: IntakeDeps,
  news: MembershipNewsDocument,
  files: readonly ReadinessDocument[],
  { onRecord, inTheMaking }: HearingClaims,
): Promise<void> {
  const isKnown = knows(files, news) || inTheMaking.length > 0 || onRecord.some(({ memberships }) => isAbout(news, memberships));
  if (isKnown === (news.waitingSince === undefined)) return;
  await membershipNews.setWaiting(news, isKnown ? undefined : now());
}

function knows(files: readonly ReadinessDocument[], news: MembershipNewsDocument): boolean {
  return files.some(({ file }) => isAbout(news, file.memberships));
}
