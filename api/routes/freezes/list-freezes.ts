import { endpoint } from '#api/endpoint.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { FreezesReply } from '#schemas/http/replies/freezes.ts';
import { toFreezeView } from '#services/payments/freeze-view.ts';

/** Every freeze, the latest first, and how much money has not left for the bank. */
export const listFreezes = endpoint({
  method: 'GET',
  url: '/freezes',
  action: 'read-freezes',
  about: 'Freezes of payments, and how much waits.',
  reply: FreezesReply,
  async handle(_request, { stores: { freezes, payouts }, now }) {
    const asOf = now();
    const [all, notLeft] = await Promise.all([freezes.list(), payouts.sumWaiting()]);
    return { now: toIso(asOf), notLeft, freezes: all.map((freeze) => toFreezeView(freeze, asOf)) };
  },
});
