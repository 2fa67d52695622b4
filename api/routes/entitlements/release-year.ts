import { endpoint } from '#api/endpoint.ts';
import { EntitlementYearPath, ReleaseYearBody } from '#schemas/http/entitlements.ts';
import { EntitlementReply } from '#schemas/http/replies/entitlements.ts';
import { viewOf } from '#services/claims/seen.ts';
import { giveEntitlement } from '#services/entitlements/entitlement-access.ts';

export const releaseYear = endpoint({
  method: 'POST',
  url: '/entitlements/:entitlementId/years/:schoolYear/release',
  action: 'release-scholarship',
  about: 'The second person releases one school year, or returns it.',
  params: EntitlementYearPath,
  body: ReleaseYearBody,
  reply: EntitlementReply,
  async handle({ actor, params: { entitlementId, schoolYear }, seen, body: { commandId, expectedSeq, ...rest } }, deps) {
    return giveEntitlement(
      actor,
      entitlementId,
      { commandId, ...viewOf(seen, expectedSeq) },
      { type: 'releaseYear', schoolYear, ...rest },
      deps,
    );
  },
});
