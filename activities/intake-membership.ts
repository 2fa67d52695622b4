import type { ReceivedEvent } from '#adapters/kafka/port.ts';
import { SYSTEM_ACTOR } from '#domain/actor.ts';
import type { MembershipTold } from '#domain/claim/memberships.ts';
import type { IntakeDeps } from './intake-deps.ts';

/** Reaches what was prepared for the participant and every claim of his that is still open. */
export async function changeMembership(deps: IntakeDeps, event: ReceivedEvent, nik: string, told: MembershipTold): Promise<void> {
  const participantId = deps.participantIdOf(nik);
  await deps.readiness.tellMembership(participantId, told);
  const { id, role } = SYSTEM_ACTOR;
  for (const claimId of await deps.claims.openOf(participantId)) {
    await deps.running.tell(claimId, { type: 'membershipChanged', eventId: event.id, actor: { id, role }, told });
  }
}
