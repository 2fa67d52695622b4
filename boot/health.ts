import { createServer } from 'node:http';
import type { Context } from './context.ts';

/** For a container's health check: 200 while everything the process needs answers, 503 with the names of what does not. Port 0: none. */
export async function startHealth({ env, stores, temporal, kafka }: Context): Promise<{ stop: () => Promise<void> }> {
  const port = env.SANTUN_HEALTH_PORT;
  if (port === 0) return { stop: async () => undefined };
  const parts = { store: stores.isReachable, workflow: temporal.isReachable, events: () => isTrue(kafka.check()) };
  const server = createServer(async (_request, response) => {
    const answers = await Promise.all(Object.entries(parts).map(async ([name, isUp]) => [name, await isUp()] as const));
    const down = answers.filter(([, up]) => !up).map(([name]) => name);
    response.writeHead(down.length === 0 ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ready: down.length === 0, down }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '0.0.0.0', resolve);
  });
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function isTrue(check: Promise<void>): Promise<boolean> {
  return check.then(
    () => true,
    () => false,
  );
}
