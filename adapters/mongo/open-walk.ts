import type { Model } from 'mongoose';
import { CLAIM_STATUSES, isFinal } from '#domain/claim/statuses.ts';
import type { ClaimDocument } from './claims.model.ts';

export const OPEN_STATUSES = CLAIM_STATUSES.filter((status) => !isFinal(status));

type Page = { readonly after: string; readonly limit: number; readonly fields: Record<string, 1>; readonly also?: object };

/**
 * The next open claims by number. Read along the numbers, and told to: left to itself the store finds every open claim by its status and
 * sorts them all for each page, 180 to 360 ms at a hundred thousand claims where this takes two.
 */
export function openPage(model: Model<ClaimDocument>, { after, limit, fields, also }: Page) {
  return model
    .find({ status: { $in: OPEN_STATUSES }, _id: { $gt: after }, ...also }, fields)
    .sort({ _id: 1 })
    .limit(limit)
    .hint('_id_');
}
