import { endpoint } from '#api/endpoint.ts';
import { EntitlementYearPath, VerifyProofBody } from '#schemas/http/entitlements.ts';
import { giveEntitlement } from '#services/entitlements/entitlement-access.ts';

export const verifyProof = endpoint({
  method: 'POST',
  url: '/entitlements/:entitlementId/years/:schoolYear/verify',
  action: 'verify-scholarship',
  params: EntitlementYearPath,
  body: VerifyProofBody,
  async handle({ actor, params: { entitlementId, schoolYear }, body: { commandId, ...rest } }, deps) {
    return giveEntitlement(actor, entitlementId, { commandId }, { type: 'verifyProof', schoolYear, ...rest }, deps);
  },
});
