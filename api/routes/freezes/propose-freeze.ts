import { ProposeFreezeBody } from '#schemas/http/freezes.ts';
import { endpoint } from '../../endpoint.ts';
import { proposeFreeze } from '../../freeze-steps.ts';
import { toFreezeView } from '../../freeze-view.ts';

export const proposeFreezePeriod = endpoint({
  method: 'POST',
  url: '/freezes',
  action: 'change-freezes',
  body: ProposeFreezeBody,
  async handle({ actor: { id, role }, body: { commandId, reason, from, until } }, { stores: { freezes }, now }) {
    const at = now();
    return toFreezeView(await proposeFreeze(freezes, { from, until }, { actor: { id, role }, at, reason, commandId }), at);
  },
});
