import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SNAP_ENDPOINTS, type SnapCall } from '#schemas/bank/endpoints.ts';
import { CALLS, type Counter } from './calls.ts';
import type { Strike } from './faults.ts';
import { SnapError } from './snap-error.ts';

/** Longer than any caller waits; then the connection is cut, so that nothing is held for ever. */
const HELD_MS = 120_000;
const GATEWAY_PAGE = '<html><body>Service Temporarily Unavailable</body></html>';

export function addSnapRoutes(app: FastifyInstance, counter: Counter): void {
  for (const [call, { path }] of Object.entries(SNAP_ENDPOINTS) as [SnapCall, { path: string }][]) {
    app.post(path, (request, reply) => answer(counter, call, path, request, reply));
  }
}

async function answer(counter: Counter, call: SnapCall, path: string, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (counter.faults.outage(call)) return unavailable(reply);
  const rawBody = typeof request.body === 'string' ? request.body : '';
  try {
    const understood = CALLS[call](counter, { headers: request.headers, path, rawBody });
    const strike = counter.faults.strike(call, understood.subject);
    if (strike?.kind === 'outage') return unavailable(reply);
    if (strike?.kind === '5xx-before') throw new SnapError(500, '00', 'General Error');
    if (strike?.kind === 'drop-before') return drop(reply);
    if (strike?.kind === 'slow' && call !== 'transfer')
      await new Promise((resolve) => setTimeout(resolve, strike.delayMs ?? counter.slowMs));
    const result = await understood.answer(strike).catch(refusalOf);
    return afterwards(strike, call, result, reply);
  } catch (error) {
    return refuse(call, refusalOf(error), reply);
  }
}

/** Throws what is not a refusal. */
function refusalOf(error: unknown): SnapError {
  if (error instanceof SnapError) return error;
  throw error;
}

function refuse(call: SnapCall, { status, caseCode, message }: SnapError, reply: FastifyReply): FastifyReply {
  return reply.code(status).send(snapBody(call, status, caseCode, message));
}

/** The work is done, or refused, and written; these are the ways in which the caller does not get to know. */
function afterwards(strike: Strike | undefined, call: SnapCall, result: object, reply: FastifyReply): unknown {
  switch (strike?.kind) {
    case 'accepts-then-times-out':
      return hold(reply);
    case '5xx-after':
      return refuse(call, new SnapError(504, '00', 'Timeout'), reply);
    case 'drop-connection':
      return drop(reply);
    case 'garbled-answer':
      return reply.code(200).header('content-type', 'application/json').send('{"responseCode":"2001800","responseMess');
    default:
      if (result instanceof SnapError) return refuse(call, result, reply);
      return reply.code(200).send({ ...snapBody(call, 200, '00', 'Successful'), ...result });
  }
}

function snapBody(call: SnapCall, status: number, caseCode: string, message: string): object {
  return { responseCode: `${status}${SNAP_ENDPOINTS[call].serviceCode}${caseCode}`, responseMessage: message };
}

function unavailable(reply: FastifyReply): FastifyReply {
  return reply.code(503).header('content-type', 'text/html').send(GATEWAY_PAGE);
}

function drop(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}

function hold(reply: FastifyReply): FastifyReply {
  reply.hijack();
  const end = setTimeout(() => reply.raw.destroy(), HELD_MS);
  reply.raw.on('close', () => clearTimeout(end));
  return reply;
}
