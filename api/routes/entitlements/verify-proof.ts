import { endpoint } from '#api/endpoint.ts';
import { EntitlementYearPath, VerifyProofBody } from '#schemas/http/entitlements.ts';
import { EntitlementReply } from '#schemas/http/replies/entitlements.ts';
import { giveEntitlement } from '#services/entitlements/entitlement-access.ts';

export const verifyProof = endpoint({
  method: 'POST',
  url: '/entitlements/:entitlementId/years/:schoolYear/verify',
  action: 'verify-scholarship',
  about: 'The proof of one year is looked at: good, or refused with a reason.',
  params: EntitlementYearPath,
  body: VerifyProofBody,
  reply: EntitlementReply,
  async handle({ actor, params: { entitlementId, schoolYear }, body: { commandId, ...rest } }, deps) {
    return giveEntitlement(actor, entitlementId, { commandId }, { type: 'verifyProof', schoolYear, ...rest }, deps);
  },
});
