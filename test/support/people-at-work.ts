import { createHash } from 'node:crypto';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { Command, CommandBody } from '#domain/claim/commands.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { isRefusal } from '#domain/refusal.ts';
import { needsView } from '#domain/seen.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { participantIdOf } from '#services/intake/intake.ts';
import { creditSigned, deathReported, nikOf, type Story } from '../factories/people.ts';
import { realNow } from './real-clock.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** What the people need of a world: that of this process, or one of processes. */
type Office = Pick<World, 'stores' | 'kafka' | 'claims' | 'personKey'>;

export const OFFICER: Command['actor'] = { id: 'petugas-1', role: 'officer', branch: 'kupang' };
export const APPROVER: Command['actor'] = { id: 'pemeriksa-1', role: 'approver', branch: 'kupang' };
export const SUPERVISOR: Command['actor'] = { id: 'penyelia-1', role: 'supervisor', branch: 'kupang' };

export function claimIdFor({ personKey }: Office, n: number): ClaimId {
  const participantId = participantIdOf(nikOf(n), personKey);
  return claimIdFromDigest(createHash('sha256').update(`death:${participantId}`).digest());
}

/** What the partner's system sends: the credit, and later the death. */
export async function sendPartnerEvents(world: Office, n: number, story: Story, { repeat = 1 } = {}): Promise<void> {
  const publisher = world.kafka.publisher();
  const time = toIso(realNow());
  const credit = {
    topic: 'partner-credit' as const,
    key: `p-${n}`,
    id: `credit-${n}`,
    type: 'credit.signed.v1',
    source: 'bpr-contoh',
    time,
  };
  const death = {
    topic: 'partner-events' as const,
    key: `lapor-${n}`,
    id: `death-${n}`,
    type: 'death.reported.v1',
    source: 'bpr-contoh',
    time,
  };
  // A partner's system keeps an event until the brokers have it.
  const send = (events: Parameters<typeof publisher.publish>[0]) =>
    until('the brokers', () =>
      publisher.publish(events).then(
        () => true,
        () => false,
      ),
    );
  await send([{ ...credit, data: creditSigned(n, story) }]);
  const participantId = participantIdOf(nikOf(n), world.personKey);
  await until(`the readiness file of ${n}`, () => world.stores.readiness.find('bpr-contoh', participantId));
  const deaths = Array.from({ length: repeat }, () => ({ ...death, data: deathReported(n, story, time) }));
  await send(deaths);
  await publisher.close();
}

export async function give(
  world: Office,
  claimId: ClaimId,
  actor: Command['actor'],
  body: CommandBody,
  commandId: string = crypto.randomUUID(),
) {
  const answer = await submitSeen(world, claimId, [body], (seen) =>
    world.claims.submit(claimId, { ...body, ...seen, actor, commandId } as Command),
  );
  if (isRefusal(answer)) throw new Error(`${body.type} refused: ${answer.refused}: ${answer.text}`);
  return answer;
}

/** Pressed by somebody who has just looked; whoever is told that it changed meanwhile looks again. */
export async function submitSeen<T>(
  { stores }: Pick<Office, 'stores'>,
  claimId: ClaimId,
  bodies: readonly CommandBody[],
  press: (seen: { readonly expectedSeq?: number }) => Promise<T>,
): Promise<T> {
  for (;;) {
    const seq = bodies.some(({ type }) => needsView(type)) ? (await stores.claims.find(claimId))?.state.seq : undefined;
    const answer = await press(seq === undefined ? {} : { expectedSeq: seq });
    const isOld = isRefusal(answer) && answer.refused === 'stale-view';
    if (!isOld) return answer;
  }
}

export async function recorded(world: Office, claimId: ClaimId): Promise<ClaimState | undefined> {
  return (await world.stores.claims.find(claimId))?.state;
}

/** The officer's path from the first look to the recommendation. */
export async function workUpToRecommendation(
  world: Office,
  claimId: ClaimId,
  story: Pick<Story, 'accountNumber'>,
  n: number,
): Promise<void> {
  const claim = await until(`claim ${claimId} on record`, () => recorded(world, claimId));
  const verdicts = claim.papers.map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
  await give(world, claimId, OFFICER, { type: 'verifyDocuments', verdicts });
  await give(world, claimId, OFFICER, { type: 'declareComplete' });
  await give(world, claimId, OFFICER, { type: 'triageCause', programme: 'jkm', reason: 'Meninggal karena sakit di rumah.' });
  await give(world, claimId, OFFICER, { type: 'resolveHeirs', people: claim.people });
  const account = await world.stores.accounts.keep(claim.readinessFileId ?? claimId, {
    personId: 'pasangan',
    personName: `Pasangan Contoh ${n}`,
    bankCode: '130',
    accountNumber: story.accountNumber,
  });
  await give(world, claimId, OFFICER, {
    type: 'confirmPayeeAccount',
    payeeClass: 'heirs',
    personId: 'pasangan',
    accountRef: account._id,
    inquiry: { holder: 'match', ownedByPartner: account.ownedByPartner },
  });
  await give(world, claimId, OFFICER, { type: 'recommend', outcome: 'pay' });
}

export async function approveEverything(world: Office, claimId: ClaimId): Promise<void> {
  const points = ['completeness', 'programme', 'heirs', 'payee', 'amount'] as const;
  await give(world, claimId, APPROVER, { type: 'decidePoints', decisions: points.map((point) => ({ point, verdict: 'approve' })) });
}
