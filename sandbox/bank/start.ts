import Fastify from 'fastify';
import { addAdminRoutes } from './admin-routes.ts';
import { Book, type BookLine } from './book.ts';
import { FaultPlan } from './faults.ts';
import { Gatekeeper } from './gatekeeper.ts';
import { openJournalFile } from './journal-file.ts';
import { SEED_ACCOUNTS } from './seed-accounts.ts';
import { addSnapRoutes } from './snap-routes.ts';
import { StatementFaults } from './statement-faults.ts';
import { Teller } from './teller.ts';

export type BankOptions = {
  readonly dataFile: string;
  readonly clientKey: string;
  readonly clientSecret: string;
  readonly publicKeyPem: string;
  readonly sourceAccount: string;
  readonly openingBalance: number;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly duplicateWindowMs?: number;
  readonly statusWindowMs?: number;
  readonly tokenLifetimeSeconds?: number;
  readonly slowMs?: number;
  readonly lateReversalMs?: number;
  /** Entries on a page of a statement. */
  readonly statementPageSize?: number;
  /** The most characters of a partner's reference; the standard says 64, some banks take 20. */
  readonly referenceLimit?: number;
  readonly now?: () => number;
};

export type RunningBank = { readonly url: string; close(): Promise<void> };

const DAY_MS = 86_400_000;

/** A bank with its own book. Two of them on one data file would write into each other's lines. */
export async function startBank(options: BankOptions): Promise<RunningBank> {
  const now = options.now ?? Date.now;
  const journal = openJournalFile<BookLine>(options.dataFile);
  const opening = journal.lines.length === 0 ? firstLines(options, now()) : [];
  if (opening.length > 0) journal.append(opening);
  const book = new Book();
  for (const line of [...journal.lines, ...opening]) book.apply(line);
  const { slowMs = 2_000 } = options;
  const teller = new Teller(book, journal, {
    duplicateWindowMs: options.duplicateWindowMs ?? DAY_MS,
    statusWindowMs: options.statusWindowMs ?? 60 * DAY_MS,
    slowMs,
    lateReversalMs: options.lateReversalMs ?? 1_000,
    now,
  });
  teller.resume();
  const { clientKey, clientSecret, publicKeyPem, tokenLifetimeSeconds = 900 } = options;
  const gatekeeper = new Gatekeeper({ clientKey, clientSecret, publicKeyPem, tokenLifetimeSeconds, now });
  const counter = {
    book,
    teller,
    faults: new FaultPlan(),
    statementFaults: new StatementFaults(),
    gatekeeper,
    statementPageSize: options.statementPageSize ?? 100,
    referenceLimit: options.referenceLimit ?? 64,
    slowMs,
  };

  // Held and dropped connections are the point of this server; it must not wait for them when it closes.
  const app = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: 65_536 });
  app.removeAllContentTypeParsers();
  // Signatures are over the bytes as sent.
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.addHook('onClose', async () => teller.close());
  addSnapRoutes(app, counter);
  addAdminRoutes(app, counter);
  const url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
  return { url, close: () => app.close() };
}

function firstLines({ sourceAccount, openingBalance }: BankOptions, at: number): BookLine[] {
  const accounts = SEED_ACCOUNTS.map((account): BookLine => ({ type: 'account', ...account }));
  return [{ type: 'opening', at, sourceAccount, amount: openingBalance }, ...accounts];
}
