import type { Connection } from 'mongoose';

/** What the store holds about one claim, unjudged: under a tampered key may lie anything. */
export type RawRecord = {
  readonly claimId: string;
  readonly entries: readonly RawDocument[];
  /** By collection; a claim without a document there is absent. */
  readonly documents: Readonly<Record<string, RawDocument>>;
};

export type RawDocument = Readonly<Record<string, unknown>>;

/** Which collection is read beside the journal, and which of its fields; all of them when not said. */
export type Beside = { readonly collection: string; readonly fields?: readonly string[] };

export type RecordReader = ReturnType<typeof createRecordReader>;

/** About a hundred claims: what is held in memory at a time, twice. More of them outlive the young heap, and collecting them costs more than asking. */
const BATCH_FACTS = 2_500;
const TAIL_DOCUMENTS = 1_000;

type Keyed = { readonly _id: string };
type Range = { readonly after: string; readonly upTo?: string };

/** The whole record in the order of numbers, a journal and its read models side by side. Children’s journals are kept like those of claims. */
export function createRecordReader(connection: Connection, besides: readonly Beside[], collection = 'journal') {
  const journal = connection.collection<Keyed>(collection);

  async function documentsOf(beside: Beside, filter: object, limit = 0): Promise<ReadonlyMap<string, RawDocument>> {
    const projection = beside.fields && Object.fromEntries(beside.fields.map((field) => [field, 1]));
    const options = { limit, ...(projection && { projection }) };
    const found = connection.collection<Keyed>(beside.collection).find(filter, options).sort({ _id: 1 });
    return new Map((await found.toArray()).map((document) => [document._id, document]));
  }

  async function besideAll(filter: object): Promise<ReadonlyMap<string, RawRecord['documents']>> {
    const all = new Map<string, Record<string, RawDocument>>();
    for (const beside of besides) {
      for (const [claimId, document] of await documentsOf(beside, filter)) {
        all.set(claimId, { ...all.get(claimId), [beside.collection]: document });
      }
    }
    return all;
  }

  /** The journals, joined with the documents of the same range: a document without any journal is a record too. */
  async function join(journals: ReadonlyMap<string, RawDocument[]>, { after, upTo }: Range): Promise<readonly RawRecord[]> {
    const documents = await besideAll({ _id: { $gt: after, ...(upTo !== undefined && { $lte: upTo }) } });
    const claimIds = [...new Set([...journals.keys(), ...documents.keys()])].sort();
    return claimIds.map((claimId) => ({
      claimId,
      entries: journals.get(claimId) ?? [],
      documents: documents.get(claimId) ?? {},
    }));
  }

  /** Behind the last journal; one collection after the other, so that a page of one never ends amid those of another. */
  async function* documentsWithoutJournal(after: string): AsyncGenerator<readonly RawRecord[]> {
    for (const beside of besides) {
      for (let last = after; ; ) {
        const page = [...(await documentsOf(beside, { _id: { $gt: last } }, TAIL_DOCUMENTS))];
        const end = page.at(-1);
        if (end === undefined) break;
        yield page.map(([claimId, document]) => ({ claimId, entries: [], documents: { [beside.collection]: document } }));
        [last] = end;
      }
    }
  }

  return {
    /** Every record behind `after`. Documents are read after the journal, so they may be ahead of it where claims go on meanwhile. */
    async *stream(after = ''): AsyncGenerator<readonly RawRecord[]> {
      let done = after;
      for await (const journals of journalsOf(journal.find({ _id: { $gt: after && `${after};` } }))) {
        const upTo = [...journals.keys()].at(-1) ?? done;
        yield await join(journals, { after: done, upTo });
        done = upTo;
      }
      yield* documentsWithoutJournal(done);
    },

    /** One record; documents first, so that the journal read after them holds at least what they were folded from. */
    async read(claimId: string): Promise<RawRecord> {
      const documents = (await besideAll({ _id: claimId })).get(claimId) ?? {};
      const range = { $gt: `${claimId}:`, $lt: `${claimId};` };
      return { claimId, entries: await journal.find({ _id: range }).sort({ _id: 1 }).toArray(), documents };
    },

    /** What stands beside the journals of these claims. */
    documents(claimIds: readonly string[]): Promise<ReadonlyMap<string, RawRecord['documents']>> {
      return besideAll({ _id: { $in: claimIds } });
    },

    /** Entries whose key is no text at all: no reading in order ever meets them. */
    async strays(limit: number): Promise<readonly RawDocument[]> {
      return journal
        .find({ _id: { $not: { $type: 'string' } } } as object)
        .limit(limit)
        .toArray();
    },

    /** Roughly, for progress: the store knows it without counting. */
    async countFacts(): Promise<number> {
      return journal.estimatedDocumentCount();
    },
  };
}

type FactCursor = {
  sort(order: { _id: 1 }): FactCursor;
  batchSize(size: number): FactCursor;
  next(): Promise<Keyed | null>;
  readBufferedDocuments(): Keyed[];
  close(): Promise<void>;
};

/** Whole claims only; the one a batch ends in waits for the next. The store prepares that one while this one is looked at. */
async function* journalsOf(found: FactCursor): AsyncGenerator<ReadonlyMap<string, RawDocument[]>> {
  const cursor = found.sort({ _id: 1 }).batchSize(BATCH_FACTS);
  try {
    let journals = new Map<string, RawDocument[]>();
    let pending = cursor.next();
    for (let first = await pending; first !== null; first = await pending) {
      const entries = [first, ...cursor.readBufferedDocuments()];
      pending = cursor.next();
      // Awaited only after the batch is used: a failure until then must not count as unhandled.
      pending.catch(() => undefined);
      for (const entry of entries) gather(journals, entry);
      const open = [...journals].at(-1);
      if (open === undefined || journals.size === 1) continue;
      journals.delete(open[0]);
      yield journals;
      journals = new Map([open]);
    }
    if (journals.size > 0) yield journals;
  } finally {
    await cursor.close();
  }
}

function gather(journals: Map<string, RawDocument[]>, entry: Keyed): void {
  const end = entry._id.indexOf(':');
  const claimId = end < 0 ? entry._id : entry._id.slice(0, end);
  const entries = journals.get(claimId);
  if (entries) entries.push(entry);
  else journals.set(claimId, [entry]);
}
