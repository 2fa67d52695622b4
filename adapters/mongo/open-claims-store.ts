import type { Connection } from 'mongoose';
import type { ClaimState } from '#domain/claim/state.ts';
import type { ClaimStatus } from '#domain/claim/statuses.ts';
import type { CalendarVersion } from '#domain/time/calendar/pack.ts';
import { type ClaimDocument, claimsModel } from './claims.model.ts';
import { OPEN_STATUSES, openPage } from './open-walk.ts';

export type OpenClaimsStore = ReturnType<typeof createOpenClaimsStore>;

/** Open claims as a whole, for what concerns all of them. */
export function createOpenClaimsStore(connection: Connection) {
  const model = claimsModel(connection);
  const behind = ({ id, version }: CalendarVersion) => ({
    $or: [{ 'state.calendar.id': { $ne: id } }, { 'state.calendar.version': { $ne: version } }],
  });

  return {
    /** The next claims by number after `after`; pages so that nobody holds a cursor over a hundred thousand claims. */
    async next(after: string, limit: number, notOn?: CalendarVersion): Promise<readonly ClaimState[]> {
      const page = { after, limit, fields: { state: 1 }, also: notOn === undefined ? {} : behind(notOn) } as const;
      const found = await openPage(model, page).lean<ClaimDocument[]>();
      return found.map(({ state }) => state);
    },

    /** Closed claims on another calendar whose payment stopped no clock by its own hour: only releases before 0.3.0 closed them so. */
    async closedUnjudged(after: string, limit: number, notOn: CalendarVersion): Promise<readonly ClaimState[]> {
      const query = { status: 'closed', _id: { $gt: after }, 'state.clocks.round': { $exists: false }, ...behind(notOn) };
      const found = await model.find(query, { state: 1 }).sort({ _id: 1 }).limit(limit).lean<ClaimDocument[]>();
      return found.map(({ state }) => state);
    },

    /** How many there are in each status, counted along its index; each open status is there, also with 0. */
    async countByStatus(): Promise<Readonly<Partial<Record<ClaimStatus, number>>>> {
      const count = (status: ClaimStatus): Promise<number> => model.countDocuments({ status });
      return Object.fromEntries(await Promise.all(OPEN_STATUSES.map(async (status) => [status, await count(status)] as const)));
    },

    /** How many open claims run on another calendar, not counting the numbers given. */
    async countNotOn(calendar: CalendarVersion, except: readonly string[]): Promise<number> {
      return model.countDocuments({ status: { $in: OPEN_STATUSES }, _id: { $nin: except }, ...behind(calendar) });
    },
  };
}
