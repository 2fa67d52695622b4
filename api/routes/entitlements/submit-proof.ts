import { endpoint } from '#api/endpoint.ts';
import { EntitlementYearPath, ProofBody } from '#schemas/http/entitlements.ts';
import { EntitlementReply } from '#schemas/http/replies/entitlements.ts';
import { giveEntitlement } from '#services/entitlements/entitlement-access.ts';

export const submitProof = endpoint({
  method: 'POST',
  url: '/entitlements/:entitlementId/years/:schoolYear/proof',
  action: 'submit-scholarship-proof',
  about: 'Proof of school for one year, from the partner or over the counter.',
  params: EntitlementYearPath,
  body: ProofBody,
  reply: EntitlementReply,
  async handle({ actor, params: { entitlementId, schoolYear }, body: { commandId, ...rest } }, deps) {
    return giveEntitlement(actor, entitlementId, { commandId }, { type: 'submitProof', schoolYear, ...rest }, deps);
  },
});
