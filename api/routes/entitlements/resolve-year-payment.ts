import { endpoint } from '#api/endpoint.ts';
import { EntitlementYearPath, PaymentFindingBody } from '#schemas/http/entitlements.ts';
import { EntitlementReply } from '#schemas/http/replies/entitlements.ts';
import { viewOf } from '#services/claims/seen.ts';
import { giveEntitlement } from '#services/entitlements/entitlement-access.ts';

/** The first person proposes what the bank's statement says, the second one saying the same settles it. */
export const resolveYearPayment = endpoint({
  method: 'POST',
  url: '/entitlements/:entitlementId/years/:schoolYear/payment-findings',
  action: 'resolve-scholarship-payment',
  about: 'What became of a year’s payment the bank does not answer for. Two persons.',
  params: EntitlementYearPath,
  body: PaymentFindingBody,
  reply: EntitlementReply,
  async handle({ actor, params: { entitlementId, schoolYear }, seen, body: { commandId, expectedSeq, ...rest } }, deps) {
    return giveEntitlement(
      actor,
      entitlementId,
      { commandId, ...viewOf(seen, expectedSeq) },
      { type: 'resolveUnknownPayment', schoolYear, ...rest },
      deps,
    );
  },
});
