import mongoose, { type Connection } from 'mongoose';

/** One connection per process. Reads and writes wait at most this long for a server before they fail as an outside fault. */
const SERVER_SELECTION_MS = 5_000;

export async function connectMongo(url: string): Promise<Connection> {
  return mongoose.createConnection(url, { serverSelectionTimeoutMS: SERVER_SELECTION_MS, autoIndex: false }).asPromise();
}

/** MongoDB's code for a key that exists already. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;
}
