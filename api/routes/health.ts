import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '#api/deps.ts';

/** One question for all who ask within the time; a failed one is asked again by the next. */
export function shared(ask: () => Promise<boolean>, forMs: number, now: () => number = Date.now): () => Promise<boolean> {
  let latest: { readonly answer: Promise<boolean>; readonly until: number } | undefined;
  return () => {
    if (latest && now() < latest.until) return latest.answer;
    const answer = ask().catch(() => false);
    latest = { answer, until: now() + forMs };
    return answer;
  };
}

/** Live: the process answers. Ready: everything it needs answers too; what does not is named, and a check that fails is a no. */
export function addHealth(app: FastifyInstance, { health }: Pick<ApiDeps, 'health'>): void {
  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const parts = await Promise.all(Object.entries(health).map(async ([name, isUp]) => [name, await isUp().catch(() => false)] as const));
    const ready = parts.every(([, up]) => up);
    return reply.code(ready ? 200 : 503).send({ ready, parts: Object.fromEntries(parts.map(([name, up]) => [name, up ? 'up' : 'down'])) });
  });
}
