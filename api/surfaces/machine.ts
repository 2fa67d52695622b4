import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '#api/deps.ts';
import { register } from '#api/endpoint.ts';
import type { Limits } from '#api/limits.ts';
import { createActorOf } from '#api/plugins/actor.ts';
import { ENDPOINTS } from '#api/routes/index.ts';
import { moveTime } from '#api/routes/sandbox/move-time.ts';
import { API_PATH } from '#schemas/http/api-path.ts';

/** What people and machines ask as JSON; a browser is allowed nothing, as on every answer that is no page. */
export function addMachineSurface(app: FastifyInstance, deps: ApiDeps, limits: Limits, checkReplies: boolean): void {
  app.register(
    (machine, _options, done) => {
      const registering = { actorOf: createActorOf(deps, limits), checkReplies };
      for (const route of ENDPOINTS) register(machine, route, deps, registering);
      if (deps.timeMachine) register(machine, moveTime(deps.timeMachine), deps, registering);
      done();
    },
    { prefix: API_PATH },
  );
}
