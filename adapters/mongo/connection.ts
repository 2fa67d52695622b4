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

/** The store's code for a writer who was turned away because he and another waited for each other; part of his write may be there. */
const DEADLOCK = 16_908_292;

/** Also where the code stands in one of several errors of a bulk write, or in the answer to one. */
export function isDeadlock(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && error.code === DEADLOCK) return true;
  return 'writeErrors' in error && Array.isArray(error.writeErrors) && error.writeErrors.some(isDeadlock);
}

const MOST_TRIES = 5;

/** Tries again at once: the other one has gone on by then. Only for what may be written twice. */
export async function againAfterDeadlock<T>(write: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await write();
    } catch (error) {
      if (tried >= MOST_TRIES || !isDeadlock(error)) throw error;
    }
  }
}

/**
 * For every write of many documents: the store makes one transaction of it and locks them in the order given, so two writers who go through
 * the same documents each his own way wait for each other in a circle, for seconds, until one of them is turned away.
 */
export function inOrderOf<T>(items: readonly T[], idOf: (item: T) => string): T[] {
  // Of one document, as they came: the later write is the newer one.
  return items.toSorted((a, b) => Number(idOf(a) > idOf(b)) - Number(idOf(a) < idOf(b)));
}
