import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { AccountOpening, FaultOrder, RandomFaults, ReversalOrder, StatementFaultOrder, StrayTransfer } from '#schemas/bank/sandbox.ts';
import type { Counter } from './calls.ts';
import { SnapError } from './snap-error.ts';

/** The bank's back office: faults, accounts, reversals, the book. Only a sandbox has one. */
export function addAdminRoutes(app: FastifyInstance, { book, teller, faults, statementFaults }: Counter): void {
  app.get('/health', async () => ({ ok: true }));
  app.get<{ Querystring: { reference?: string } }>('/sandbox/ledger', async ({ query }) => book.view(query.reference));
  app.get('/sandbox/faults', async () => ({ faults: faults.pending() }));
  app.delete('/sandbox/faults', async (_request, reply) => {
    faults.clear();
    statementFaults.clear();
    return reply.code(204).send();
  });
  app.post('/sandbox/faults', (request, reply) => obey(request, reply, FaultOrder, (order) => faults.order(order)));
  app.post('/sandbox/random-faults', (request, reply) => obey(request, reply, RandomFaults, (dice) => faults.rollDice(dice)));
  app.post('/sandbox/accounts', (request, reply) => obey(request, reply, AccountOpening, (account) => teller.openAccount(account)));
  app.post('/sandbox/reversals', (request, reply) =>
    obey(request, reply, ReversalOrder, ({ partnerReferenceNo }) => teller.reverse(partnerReferenceNo)),
  );
  app.post('/sandbox/statement-faults', (request, reply) =>
    obey(request, reply, StatementFaultOrder, (order) => statementFaults.order(order)),
  );
  app.post('/sandbox/stray-transfers', (request, reply) => obey(request, reply, StrayTransfer, (stray) => teller.transferStray(stray)));
}

async function obey<Shape extends z.ZodType>(
  request: FastifyRequest,
  reply: FastifyReply,
  shape: Shape,
  act: (order: z.infer<Shape>) => void,
): Promise<unknown> {
  const order = shape.safeParse(parsed(request.body));
  if (!order.success)
    return reply.code(400).send({ error: order.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) });
  try {
    act(order.data);
  } catch (error) {
    if (!(error instanceof SnapError)) throw error;
    return reply.code(error.status).send({ error: [error.message] });
  }
  return reply.code(204).send();
}

function parsed(body: unknown): unknown {
  try {
    return typeof body === 'string' ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}
