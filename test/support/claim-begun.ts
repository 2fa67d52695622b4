import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Command, CommandBody } from '#domain/claim/commands.ts';
import { decide } from '#domain/claim/decide.ts';
import { type ClaimEvent, receive } from '#domain/claim/events.ts';
import { fold } from '#domain/claim/evolve.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { deathEvent } from '../factories/death-event.ts';
import { storyBefore } from '../factories/story.ts';
import { OFFICER } from './people-at-work.ts';
import type { World } from './world.ts';

/** The journal of a claim declared complete at `completedAt`, as the decider would have brought it there. */
export function completedClaim(claimId: ClaimId, calendar: CalendarPack, completedAt: Instant, n: number): Told {
  const context = { at: completedAt, calendar, switches: {} };
  const reported = deathEvent(storyBefore(completedAt, n), n) as Extract<ClaimEvent, { type: 'deathReported' }>;
  const { id, version } = calendar;
  const event: ClaimEvent = { ...reported, registration: { ...reported.registration, calendar: { id, version } } };
  const facts: Fact[] = [...receive(undefined, event, context)];
  const claim = (): ClaimState => fold(claimId, facts) as ClaimState;
  const give = (body: CommandBody): void => {
    const decided = decide(
      claim(),
      { ...body, expectedSeq: claim().seq, actor: OFFICER, commandId: `perintah-${facts.length}` } as Command,
      context,
    );
    if (isRefusal(decided)) throw new Error(`${body.type}: ${decided.text}`);
    facts.push(...decided);
  };
  give({ type: 'verifyDocuments', verdicts: claim().papers.map(({ documentId }) => ({ documentId, verdict: 'ok' as const })) });
  give({ type: 'declareComplete' });
  return { claim: claim(), facts, event };
}

type Told = { readonly claim: ClaimState; readonly facts: readonly Fact[]; readonly event: ClaimEvent };

/** Puts such a claim on record and lets its workflow go on from there, so that its clocks have run since the past. */
export async function beginClaim(
  { stores, claims }: Pick<World, 'stores' | 'claims'>,
  claimId: ClaimId,
  calendar: CalendarPack,
  completedAt: Instant,
  n: number,
): Promise<ClaimState> {
  const { claim, facts, event } = completedClaim(claimId, calendar, completedAt, n);
  const entries = await stores.journal.append(claimId, 1, facts);
  await stores.claims.save(claim, entries.at(-1)?.hash ?? '');
  await claims.report({ claimId, calendar, switches: {}, state: claim }, event);
  return claim;
}
