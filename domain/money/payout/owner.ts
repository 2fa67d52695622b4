import type { EntitlementId } from '#domain/entitlement-id.ts';

/** Who ordered a payment and hears what became of it, where that is not the claim. */
export type PayoutOwner = { readonly type: 'scholarship'; readonly entitlementId: EntitlementId };
