/** Names of errors of the driver and of mongoose that say the store was not reached. */
const SILENT = /^Mongo(ose)?(ServerSelection|Network|NotConnected|TopologyClosed|PoolC|ConnectionPool|WaitQueue|Expired)/;

/**
 * The store answered that it cannot serve now: MongoDB while it changes its primary or shuts down, and InternalError (1), which is what
 * FerretDB says while the database behind it is away.
 */
const AWAY: readonly unknown[] = [1, 6, 7, 89, 91, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436];

/** The store did not answer, as opposed to having refused what we asked: that would be a bug of ours. */
export function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  if (error.name === 'MongooseError') return error.message.includes('buffering timed out');
  if (error.name === 'MongoServerError') return AWAY.includes(code);
  // NOTE: a write to a connection the store has just ended comes out of the driver (7.8.0) as Node's own error, in none of its own.
  return SILENT.test(error.name) || code === 'EPIPE';
}
