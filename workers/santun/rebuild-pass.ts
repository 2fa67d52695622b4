import type { ReadModel, ReadModelWriter } from '#adapters/mongo/read-models.ts';
import type { RawRecord, RecordReader } from '#adapters/mongo/record-reader.ts';
import { type Comparison, compareClaim, type Difference, isSame, type Obstacle } from './rebuild-compare.ts';

export type Found = {
  readonly differences: readonly Difference[];
  readonly obstacles: readonly (Obstacle & { readonly claimId: string })[];
};

type Reader = Pick<RecordReader, 'read' | 'documents'>;
type Writer = Pick<ReadModelWriter, 'write'>;

/** So few of a batch may simply be claims that go on at this moment; more than that are looked at once, or a pass would take a day. */
const FEW = 50;
const ROUNDS = 5;

/** Journal and documents of a batch were read one after the other; what looks wrong is read again, alone, before it is called so. */
export async function compareBatch(reader: Reader, models: readonly ReadModel[], records: readonly RawRecord[]): Promise<Found> {
  const compared = records.map((record) => ({ claimId: record.claimId, comparison: compareClaim(record, models) }));
  const areFew = compared.filter(({ comparison }) => isDifferent(comparison)).length <= FEW;
  const differences: Difference[] = [];
  const obstacles: Found['obstacles'][number][] = [];
  for (const { claimId, comparison: first } of compared) {
    const isDoubtful = 'obstacles' in first || (areFew && isDifferent(first));
    const comparison = isDoubtful ? compareClaim(await reader.read(claimId), models) : first;
    if ('obstacles' in comparison) obstacles.push(...comparison.obstacles.map((obstacle) => ({ claimId, ...obstacle })));
    else differences.push(...comparison.differences);
  }
  return { differences, obstacles };
}

function isDifferent(comparison: Comparison): boolean {
  return 'differences' in comparison && comparison.differences.length > 0;
}

/** Writes what was rebuilt; answers the claims whose documents would not come to rest. */
export async function repair(reader: Reader, writer: Writer, differences: readonly Difference[]): Promise<readonly string[]> {
  const unsettled = new Set<string>();
  for (const model of new Set(differences.map((difference) => difference.model))) {
    const own = differences.filter((difference) => difference.model === model);
    const written = await writer.write(model, own);
    // A worker that had read a wrong document may have folded that on and written it over ours; a missing or an old one it does not use.
    if (written === own.length && own.every(({ kind }) => kind !== 'different')) continue;
    const stored = await reader.documents(own.map(({ claimId }) => claimId));
    for (const { claimId, rebuilt } of own) {
      if (isSame(rebuilt, stored.get(claimId)?.[model.collection])) continue;
      if (!(await settle(reader, writer, model, claimId))) unsettled.add(claimId);
    }
  }
  return [...unsettled];
}

async function settle(reader: Reader, writer: Writer, model: ReadModel, claimId: string): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round++) {
    const comparison = compareClaim(await reader.read(claimId), [model]);
    if ('obstacles' in comparison) return false;
    if (comparison.differences.length === 0) return true;
    await writer.write(model, comparison.differences);
  }
  return false;
}
