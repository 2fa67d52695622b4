import { timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import { z } from 'zod';
import { openJournalFile } from '#sandbox/bank/journal-file.ts';

export type MessagesOptions = {
  readonly dataFile: string;
  /** Callers bear it. */
  readonly key: string;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
};
export type RunningMessages = { readonly url: string; close(): Promise<void> };

/** `taken-without-answer`: it goes out, and its sender never hears so. */
const FAULTS = ['outage', 'taken-without-answer', 'not-served'] as const;
const FaultOrder = z.strictObject({ kind: z.enum(FAULTS), times: z.int().min(1).max(1_000).default(1) });
const Text = z.strictObject({ to: z.string().regex(/^\+?\d{6,15}$/), text: z.string().min(1).max(160) });
type Sent = z.infer<typeof Text> & { readonly id: string };

/** A provider of short messages that keeps what it was given. A repeat under the same key is the same message. */
export async function startMessages({ dataFile, key, host = '127.0.0.1', port = 0 }: MessagesOptions): Promise<RunningMessages> {
  const file = openJournalFile<Sent>(dataFile);
  const sent = new Map(file.lines.map((line) => [line.id, line]));
  const faults: { kind: (typeof FAULTS)[number]; left: number }[] = [];
  const strike = (): (typeof FAULTS)[number] | undefined => {
    const [first] = faults;
    if (!first) return undefined;
    first.left -= 1;
    if (first.left === 0) faults.shift();
    return first.kind;
  };
  const app = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: 16_384 });
  app.addHook('onClose', async () => file.close());
  app.get('/health', async () => ({ ok: true }));
  app.get('/sandbox/messages', async () => ({ messages: [...sent.values()] }));
  app.post('/sandbox/faults', async (request, reply) => {
    const { kind, times } = FaultOrder.parse(request.body);
    faults.push({ kind, left: times });
    return reply.code(204).send();
  });
  app.post('/messages', async (request, reply) => {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${key}`)) return reply.code(401).send({ error: 'unauthorised' });
    const id = String(request.headers['idempotency-key'] ?? '');
    const text = Text.safeParse(request.body);
    if (!text.success || id === '') return reply.code(400).send({ error: 'malformed' });
    const fault = strike();
    if (fault === 'outage') return reply.code(503).send({ error: 'unavailable' });
    if (fault === 'not-served') return reply.code(422).send({ error: 'number-not-served' });
    if (!sent.has(id)) {
      const line = { id, ...text.data };
      file.append([line]);
      sent.set(id, line);
    }
    return fault === 'taken-without-answer' ? reply.code(504).send({ error: 'no-answer' }) : reply.code(202).send({ id });
  });
  const url = await app.listen({ host, port });
  return { url, close: () => app.close() };
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
