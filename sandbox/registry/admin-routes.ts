import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { RegistryFaultOrder } from '#schemas/registry/sandbox.ts';
import type { Desk } from './desk.ts';

/** Who is on record, and what goes wrong. Only a sandbox has this. */
export function addAdminRoutes<Entry extends { readonly nik: string }>(app: FastifyInstance, { kind, records, faults }: Desk<Entry>): void {
  app.get('/health', async () => ({ ok: true }));
  app.get('/sandbox/faults', async () => ({ faults: faults.pending() }));
  app.delete('/sandbox/faults', async (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.post('/sandbox/faults', (request, reply) => obey(request, reply, RegistryFaultOrder, (order) => faults.order(order)));
  app.post('/sandbox/records', (request, reply) => obey(request, reply, kind.entry, (entry) => records.keep(entry)));
}

function obey<Order>(request: FastifyRequest, reply: FastifyReply, shape: z.ZodType<Order>, act: (order: Order) => void): FastifyReply {
  const order = shape.safeParse(request.body);
  if (!order.success) {
    return reply.code(400).send({ error: order.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) });
  }
  act(order.data);
  return reply.code(204).send();
}
