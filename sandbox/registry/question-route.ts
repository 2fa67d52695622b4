import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RegistryQuestion } from '#schemas/registry/parts.ts';
import type { Desk } from './desk.ts';
import type { Strike } from './faults.ts';

/** Longer than any caller waits; then the connection is cut, so that nothing is held for ever. */
const HELD_MS = 120_000;
const STRANGER = '9999999999999999';

export function addQuestionRoute<Entry extends { readonly nik: string }>(app: FastifyInstance, desk: Desk<Entry>): void {
  app.post(desk.kind.path, async (request, reply) => {
    if (!isAdmitted(request, desk.key)) return reply.code(401).send({ error: 'unauthorised' });
    const question = RegistryQuestion.safeParse(request.body);
    if (!question.success) return reply.code(400).send({ error: 'malformed' });
    const { nik } = question.data;
    const strike = desk.faults.strike(nik);
    if (strike?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, strike.delayMs ?? 0));
    return onTheWay(strike, reply) ?? answer(desk, nik, strike, reply);
  });
}

function isAdmitted({ headers }: FastifyRequest, key: string): boolean {
  const [given, expected] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${key}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function onTheWay(strike: Strike | undefined, reply: FastifyReply): FastifyReply | undefined {
  switch (strike?.kind) {
    case 'outage':
      return reply.code(503).header('content-type', 'text/html').send('<html><body>Service Temporarily Unavailable</body></html>');
    case 'garbled-answer':
      return reply.code(200).header('content-type', 'application/json').send('{"nik":"00000');
    case 'drop-connection':
      reply.hijack();
      reply.raw.destroy();
      return reply;
    case 'no-answer':
      return hold(reply);
    default:
      return undefined;
  }
}

function answer<Entry extends { readonly nik: string }>(
  { kind, records }: Desk<Entry>,
  nik: string,
  strike: Strike | undefined,
  reply: FastifyReply,
): FastifyReply {
  const known = strike?.kind === 'not-found' ? undefined : records.find(nik);
  if (!known) return reply.code(404).send({ error: 'not-found' });
  if (strike?.kind === 'other-person') return reply.send({ ...known, nik: STRANGER });
  return reply.send(strike === undefined ? known : kind.distort(known, strike.kind));
}

function hold(reply: FastifyReply): FastifyReply {
  reply.hijack();
  const end = setTimeout(() => reply.raw.destroy(), HELD_MS);
  reply.raw.on('close', () => clearTimeout(end));
  return reply;
}
