import { endpoint } from '#api/endpoint.ts';
import { EntitlementYearPath, ReleaseYearBody } from '#schemas/http/entitlements.ts';
import { viewOf } from '#services/claims/seen.ts';
import { giveEntitlement } from '#services/entitlements/entitlement-access.ts';

export const releaseYear = endpoint({
  method: 'POST',
  url: '/entitlements/:entitlementId/years/:schoolYear/release',
  action: 'release-scholarship',
  params: EntitlementYearPath,
  body: ReleaseYearBody,
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
