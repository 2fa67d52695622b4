import Fastify from 'fastify';
import { addAdminRoutes } from './admin-routes.ts';
import type { RegistryKind } from './desk.ts';
import { RegistryFaults } from './faults.ts';
import { addQuestionRoute } from './question-route.ts';
import { Records } from './records.ts';

export type RegistryOptions = {
  readonly dataFile: string;
  /** Callers bear it. */
  readonly key: string;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
};

export type RunningRegistry = { readonly url: string; close(): Promise<void> };

export async function startRegistry<Entry extends { readonly nik: string }>(
  kind: RegistryKind<Entry>,
  options: RegistryOptions,
): Promise<RunningRegistry> {
  const records = new Records(options.dataFile, kind.seed);
  const desk = { kind, key: options.key, records, faults: new RegistryFaults() };
  // Held and dropped connections are the point of this server; it must not wait for them when it closes.
  const app = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: 262_144 });
  app.addHook('onClose', async () => records.close());
  addQuestionRoute(app, desk);
  addAdminRoutes(app, desk);
  const url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
  return { url, close: () => app.close() };
}
