import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import mongoose, { type Connection } from 'mongoose';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { calendarAround } from '../factories/calendar.ts';
import { realNow } from '../support/real-clock.ts';

const { EJSON } = mongoose.mongo.BSON;

export type Captured = { readonly claimId: ClaimId; readonly accountNumber: string };

/** All that a release left in its store when three claims were where their names say: every collection as it lay there. */
export type StoreOfRelease = {
  readonly release: string;
  readonly personKey: string;
  readonly claims: Readonly<Record<'closed' | 'recommended' | 'registered', Captured>>;
  readonly collections: Readonly<Record<string, readonly mongoose.mongo.Document[]>>;
};

export function readStore(release: string): StoreOfRelease {
  const file = join(process.cwd(), 'test', 'releases', `store-${release}.json.gz`);
  return EJSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as StoreOfRelease;
}

/** With the calendar's years going on to this one: a store that is left alone for years has been given those by its supervisors. */
export async function fillWith({ collections }: StoreOfRelease, mongo: Connection): Promise<void> {
  for (const [name, documents] of Object.entries(collections)) {
    if (documents.length > 0) await mongo.collection(name).insertMany([...documents]);
  }
  await mongo.collection('calendars').updateMany({}, { $addToSet: { 'pack.years': { $each: calendarAround(realNow()).years } } });
}
