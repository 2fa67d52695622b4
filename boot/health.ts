import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Context } from './context.ts';

const EVERY_ADDRESS = '0.0.0.0';

type Seen = Pick<Context, 'metrics'> & {
  readonly env: Pick<Context['env'], 'SANTUN_HEALTH_PORT' | 'SANTUN_METRICS_ADDRESS'>;
  readonly stores: Pick<Context['stores'], 'isReachable'>;
  readonly temporal: Pick<Context['temporal'], 'isReachable'>;
  readonly kafka: Pick<Context['kafka'], 'check'>;
};

/**
 * For a container's health check: 200 while everything the process needs answers, 503 with the names of what does not. The same port tells
 * metrics to whoever came in at SANTUN_METRICS_ADDRESS. Port 0: neither.
 */
export async function startHealth({ env, stores, temporal, kafka, metrics }: Seen): Promise<{ stop: () => Promise<void> }> {
  const port = env.SANTUN_HEALTH_PORT;
  if (port === 0) return { stop: async () => undefined };
  metrics.measureProcess();
  const parts = { store: stores.isReachable, workflow: temporal.isReachable, events: () => isTrue(kafka.check()) };

  async function answerHealth(response: ServerResponse): Promise<void> {
    const answers = await Promise.all(Object.entries(parts).map(async ([name, isUp]) => [name, await isUp()] as const));
    const down = answers.filter(([, up]) => !up).map(([name]) => name);
    response.writeHead(down.length === 0 ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ready: down.length === 0, down }));
  }

  async function answerMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!mayReadMetrics(request, env.SANTUN_METRICS_ADDRESS)) {
      response.writeHead(404).end();
      return;
    }
    const text = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
    response.end(text);
  }

  const server = createServer((request, response) => {
    const isMetrics = request.url?.split('?', 1)[0] === '/metrics';
    const answered = isMetrics ? answerMetrics(request, response) : answerHealth(response);
    answered.catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, EVERY_ADDRESS, resolve);
  });
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The address of ours the connection was made to, which the kernel says: as if that address alone listened. Nothing the asker sends counts. */
function mayReadMetrics({ method, socket }: IncomingMessage, address: string): boolean {
  return method === 'GET' && (address === EVERY_ADDRESS || socket.localAddress === address);
}

function isTrue(check: Promise<void>): Promise<boolean> {
  return check.then(
    () => true,
    () => false,
  );
}
