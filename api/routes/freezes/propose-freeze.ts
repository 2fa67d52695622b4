import { endpoint } from '#api/endpoint.ts';
import { ProposeFreezeBody } from '#schemas/http/freezes.ts';
import { FreezeReply } from '#schemas/http/replies/freezes.ts';
import { proposeFreeze } from '#services/payments/freeze-steps.ts';
import { toFreezeView } from '#services/payments/freeze-view.ts';

export const proposeFreezePeriod = endpoint({
  method: 'POST',
  url: '/freezes',
  action: 'change-freezes',
  about: 'A supervisor proposes that no payment leaves for some days.',
  body: ProposeFreezeBody,
  reply: FreezeReply,
  async handle({ actor: { id, role }, body: { commandId, reason, from, until } }, { stores: { freezes }, now }) {
    const at = now();
    return toFreezeView(await proposeFreeze(freezes, { from, until }, { actor: { id, role }, at, reason, commandId }), at);
  },
});
