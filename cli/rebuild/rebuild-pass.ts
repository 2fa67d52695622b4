import type { ReadModelWriter } from '#adapters/mongo/read-models.ts';
import type { RawRecord, RecordReader } from '#adapters/mongo/record-reader.ts';
import type { RecordKind } from '#cli/record/record-kinds.ts';
import { type Comparison, compareRecord, type Difference, isSame, type Obstacle } from './rebuild-compare.ts';

export type Found = {
  readonly differences: readonly Difference[];
  readonly obstacles: readonly (Obstacle & { readonly id: string })[];
};

type Reader = Pick<RecordReader, 'read' | 'documents'>;
type Writer = Pick<ReadModelWriter, 'write'>;

/** So few of a batch may simply be claims that go on at this moment; more than that are looked at once, or a pass would take a day. */
const FEW = 50;
const ROUNDS = 5;

/** Journal and documents of a batch were read one after the other; what looks wrong is read again, alone, before it is called so. */
export async function compareBatch<S>(reader: Reader, kind: RecordKind<S>, records: readonly RawRecord[]): Promise<Found> {
  const compared = records.map((record) => ({ id: record.claimId, comparison: compareRecord(record, kind) }));
  const areFew = compared.filter(({ comparison }) => isDifferent(comparison)).length <= FEW;
  const differences: Difference[] = [];
  const obstacles: Found['obstacles'][number][] = [];
  for (const { id, comparison: first } of compared) {
    const isDoubtful = 'obstacles' in first || (areFew && isDifferent(first));
    const comparison = isDoubtful ? compareRecord(await reader.read(id), kind) : first;
    if ('obstacles' in comparison) obstacles.push(...comparison.obstacles.map((obstacle) => ({ id, ...obstacle })));
    else differences.push(...comparison.differences);
  }
  return { differences, obstacles };
}

function isDifferent(comparison: Comparison): boolean {
  return 'differences' in comparison && comparison.differences.length > 0;
}

/** Writes what was rebuilt; answers the numbers whose documents would not come to rest. */
export async function repair<S>(
  reader: Reader,
  writer: Writer,
  kind: RecordKind<S>,
  differences: readonly Difference[],
): Promise<readonly string[]> {
  const unsettled = new Set<string>();
  for (const model of kind.models) {
    const own = differences.filter((difference) => difference.model === model);
    if (own.length === 0) continue;
    const written = await writer.write(model, own);
    // A worker that had read a wrong document may have folded that on and written it over ours; a missing or an old one it does not use.
    if (written === own.length && own.every(({ kind }) => kind !== 'different')) continue;
    const stored = await reader.documents(own.map(({ id }) => id));
    for (const { id, rebuilt } of own) {
      if (isSame(rebuilt, stored.get(id)?.[model.collection])) continue;
      if (!(await settle(reader, writer, { ...kind, models: [model] }, id))) unsettled.add(id);
    }
  }
  return [...unsettled];
}

async function settle<S>(reader: Reader, writer: Writer, kind: RecordKind<S>, id: string): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round++) {
    const comparison = compareRecord(await reader.read(id), kind);
    if ('obstacles' in comparison) return false;
    if (comparison.differences.length === 0) return true;
    for (const model of kind.models) await writer.write(model, comparison.differences);
  }
  return false;
}
