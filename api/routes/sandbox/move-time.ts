import { CannotTravel, type NoTravel, type TimeMachine } from '#adapters/temporal/time-machine.ts';
import { endpoint } from '#api/endpoint.ts';
import { HttpError } from '#api/http-error.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { MoveTimeReply } from '#schemas/http/replies/sandbox.ts';
import { TimeMachineBody } from '#schemas/http/time-machine.ts';
import { readFor } from '#services/claims/claim-access.ts';
import { notFound } from '#services/errors.ts';

/** Registered in the sandbox only; elsewhere the address does not exist. */
export function moveTime(timeMachine: TimeMachine) {
  return endpoint({
    method: 'POST',
    url: '/sandbox/time-machine',
    action: 'move-time',
    about: 'The sandbox only: moves the time of one claim.',
    body: TimeMachineBody,
    reply: MoveTimeReply,
    async handle({ actor, body: { claimId, aim } }, deps) {
      await readFor(actor, claimId, deps);
      try {
        const { from, to, hasEnded, entries } = await timeMachine.travel(claimId, aim);
        const facts = entries.map(({ seq, fact: { type, at } }) => ({ seq, type, at: toIso(at) }));
        return { claimId, from: toIso(from), now: toIso(to), hasEnded, facts };
      } catch (error) {
        if (error instanceof CannotTravel) throw toError(error.why);
        throw error;
      }
    },
  });
}

function toError(why: NoTravel): Error {
  return why === 'unknown-claim' ? notFound() : new HttpError(409, why, `timeMachine.${why}`);
}
