import { endpoint } from '#api/endpoint.ts';
import { lastStep } from '#domain/money/payout/freeze.ts';
import { FreezePath, FreezeStepBody } from '#schemas/http/freezes.ts';
import { FreezeReply } from '#schemas/http/replies/freezes.ts';
import { stepFreeze, wakeWaiting } from '#services/payments/freeze-steps.ts';
import { toFreezeView } from '#services/payments/freeze-view.ts';

/** The second person's word, a withdrawal, or the end before its time; then what waited leaves at once. */
export const stepFreezePeriod = endpoint({
  method: 'POST',
  url: '/freezes/:freezeId/steps',
  action: 'change-freezes',
  about: 'Agrees to a freeze, lifts it, or takes the proposal back.',
  params: FreezePath,
  body: FreezeStepBody,
  reply: FreezeReply,
  async handle({ actor: { id, role }, params, body: { commandId, reason, act } }, { stores: { freezes, payouts }, payments, now }) {
    const at = now();
    const freeze = await stepFreeze(freezes, params.freezeId, act, { actor: { id, role }, at, reason, commandId });
    if (lastStep(freeze).step === 'lifted') await wakeWaiting(payouts, payments);
    return toFreezeView(freeze, at);
  },
});
