import type { JournalEntry } from '#adapters/mongo/journal.model.ts';
import type { ReadModelDocument } from '#adapters/mongo/read-models.ts';
import type { RawDocument, RawRecord } from '#adapters/mongo/record-reader.ts';
import { type Break, inspectAnchor, inspectJournal } from '#cli/record/inspect-journal.ts';
import type { RecordKind } from '#cli/record/record-kinds.ts';

export type Difference = {
  /** Number of the claim, or of the scholarship. */
  readonly id: string;
  readonly model: { readonly collection: string };
  /** `stale` stands at an earlier fact; `different` at the right one with another content. */
  readonly kind: 'missing' | 'stale' | 'different';
  readonly seq: number;
  /** Names only: what they hold may be about people. */
  readonly fields: readonly string[];
  readonly rebuilt: ReadModelDocument;
  readonly stored?: RawDocument;
};

/** Why a record cannot be rebuilt: its chain is broken, or a fact of it cannot follow those before. */
export type Obstacle = Omit<Break, 'kind'> & { readonly kind: Break['kind'] | 'unfoldable' };

export type Comparison = { readonly differences: readonly Difference[] } | { readonly obstacles: readonly Obstacle[] };

/** Folds one record from nothing and compares what came out with what is stored. */
export function compareRecord<S>({ claimId: id, entries: raws, documents }: RawRecord, kind: RecordKind<S>): Comparison {
  const { models, noun } = kind;
  const inspection = inspectJournal(id, raws, noun);
  const anchors = models.flatMap(({ collection }) => inspectAnchor(inspection, documents[collection], noun) ?? []);
  const obstacles = [...inspection.breaks, ...anchors];
  if (obstacles.length > 0) return { obstacles };
  const { entries } = inspection;
  const { state, stuckAt } = foldAll(id, entries, kind);
  const last = entries.at(-1);
  if (stuckAt !== undefined) return { obstacles: [{ seq: stuckAt, kind: 'unfoldable', why: 'tidak dapat mengikuti fakta sebelumnya' }] };
  if (!state || !last) return { differences: [] };
  const folded = { state, head: last.hash, facts: entries.map(({ fact }) => fact) };
  return { differences: models.flatMap((model) => compareDocument(model, model.document(folded), documents[model.collection]) ?? []) };
}

function foldAll<S>(
  id: string,
  entries: readonly JournalEntry[],
  { evolve }: RecordKind<S>,
): { readonly state?: S; readonly stuckAt?: number } {
  let state: S | undefined;
  for (const { seq, fact } of entries) {
    try {
      state = evolve(state, fact, id);
    } catch {
      return { stuckAt: seq };
    }
  }
  return state ? { state } : {};
}

function compareDocument(model: Difference['model'], rebuilt: ReadModelDocument, stored: RawDocument | undefined): Difference | undefined {
  const found = { id: rebuilt._id, model, seq: rebuilt.seq, rebuilt };
  if (!stored) return { ...found, kind: 'missing', fields: [] };
  if (typeof stored.seq === 'number' && stored.seq < rebuilt.seq) return { ...found, kind: 'stale', fields: [], stored };
  const fields = differingFields(rebuilt, stored);
  return fields.length > 0 ? { ...found, kind: 'different', fields, stored } : undefined;
}

/** Whether what is stored is this very document; absent and undefined alike, as the store keeps neither. */
export function isSame(rebuilt: unknown, stored: unknown): boolean {
  if (rebuilt === stored) return true;
  if (!isComposite(rebuilt) || !isComposite(stored) || Array.isArray(rebuilt) !== Array.isArray(stored)) return false;
  if (Array.isArray(rebuilt) && rebuilt.length !== stored.length) return false;
  const isShared = Object.keys(rebuilt).every((name) => isSame(part(rebuilt, name), part(stored, name)));
  return isShared && Object.keys(stored).every((name) => stored[name] === undefined || Object.hasOwn(rebuilt, name));
}

/** Top level and one below, dotted: enough to say where to look. */
function differingFields(rebuilt: ReadModelDocument, stored: RawDocument): readonly string[] {
  if (isSame(rebuilt, stored)) return [];
  return namesThatDiffer(rebuilt, stored).flatMap((name) => {
    const [left, right] = [part(rebuilt, name), part(stored, name)];
    if (!isObject(left) || !isObject(right)) return [name];
    return namesThatDiffer(left, right).map((inner) => `${name}.${inner}`);
  });
}

function namesThatDiffer(left: object, right: object): readonly string[] {
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
  return names.filter((name) => !isSame(part(left, name), part(right, name)));
}

function part(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function isComposite(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isObject(value: unknown): value is object {
  return isComposite(value) && !Array.isArray(value);
}
