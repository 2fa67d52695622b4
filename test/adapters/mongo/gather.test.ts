import fc from 'fast-check';
import { Gather, gatherFinds, gatherSame, together } from '#adapters/mongo/gather.ts';

/** Rounds that end when the test says so. */
function heldRounds() {
  const rounds: { readonly items: readonly number[]; readonly end: PromiseWithResolvers<void> }[] = [];
  const gather = new Gather<number, number>(async (items) => {
    const end = Promise.withResolvers<void>();
    rounds.push({ items, end });
    await end.promise;
    return items.map((item) => ({ status: 'fulfilled', value: item * 10 }));
  }, 3);
  return { rounds, gather };
}

const fulfilled = { status: 'fulfilled', value: undefined };

test('a call that comes alone does not wait for others', async () => {
  const { rounds, gather } = heldRounds();
  const answer = gather.add(1);
  await Promise.resolve();
  expect(rounds.map(({ items }) => items)).toEqual([[1]]);
  rounds[0]?.end.resolve();
  expect(await answer).toBe(10);
});

test('what comes while a round is under way leaves together in the next, in order and never more than a round may hold', async () => {
  const { rounds, gather } = heldRounds();
  const answers = [gather.add(1)];
  await Promise.resolve();
  answers.push(...[2, 3, 4, 5].map((item) => gather.add(item)));
  rounds[0]?.end.resolve();
  await answers[0];
  await Promise.resolve();
  rounds[1]?.end.resolve();
  await answers[3];
  await Promise.resolve();
  rounds[2]?.end.resolve();
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
  expect(rounds.map(({ items }) => items)).toEqual([[1], [2, 3, 4], [5]]);
});

test('a round that fails fails its own calls, and the next round is tried all the same', async () => {
  const gather = new Gather<number, void>(async (items) => {
    if (items.includes(1)) throw new Error('the store is away');
    return items.map(() => ({ status: 'fulfilled', value: undefined }));
  }, 1);
  const [first, second] = [gather.add(1), gather.add(2)];
  await expect(first).rejects.toThrow('the store is away');
  await expect(second).resolves.toBeUndefined();
});

test('when the one request for all is stopped, only those that fail alone have failed', async () => {
  const faulty = fc.uniqueArray(fc.nat({ max: 9 }));
  await fc.assert(
    fc.asyncProperty(faulty, fc.integer({ min: 1, max: 10 }), async (bad, count) => {
      const written = new Set<number>();
      const one = async (item: number): Promise<void> => {
        if (bad.includes(item)) throw new Error(`claim ${item}`);
        written.add(item);
      };
      const all = async (items: readonly number[]): Promise<void> => {
        for (const item of items) await one(item);
      };
      const items = Array.from({ length: count }, (_, index) => index);
      const results = await together(all, one)(items);
      expect(results).toEqual(items.map((item) => (bad.includes(item) ? expect.objectContaining({ status: 'rejected' }) : fulfilled)));
      expect([...written].sort()).toEqual(items.filter((item) => !bad.includes(item)));
    }),
  );
});

test('what goes alone is not asked for twice', async () => {
  const all = jest.fn(async () => undefined);
  await expect(together(all, async () => undefined)([1])).resolves.toEqual([fulfilled]);
  expect(all).not.toHaveBeenCalled();
});

test('questions of one moment are one, and each gets the documents that are its own, in the order of the answer', async () => {
  const asked: (readonly string[])[] = [];
  const find = gatherFinds(
    async (keys) => {
      asked.push(keys);
      return [
        { owner: 'b', name: 'first' },
        { owner: 'a', name: 'second' },
        { owner: 'b', name: 'third' },
      ];
    },
    ({ owner }) => owner,
  );
  const answers = await Promise.all(['a', 'b', 'a', 'c'].map((key) => find(key)));
  expect(asked).toEqual([['a', 'b', 'c']]);
  expect(answers.map((found) => found.map(({ name }) => name))).toEqual([['second'], ['first', 'third'], ['second'], []]);
});

test('whoever asks while the same is being asked never gets an answer that was begun before he came', async () => {
  const rounds: PromiseWithResolvers<number>[] = [];
  const ask = gatherSame(() => {
    const round = Promise.withResolvers<number>();
    rounds.push(round);
    return round.promise;
  });
  const first = ask();
  await Promise.resolve();
  const later = [ask(), ask()];
  rounds[0]?.resolve(1);
  expect(await first).toBe(1);
  await Promise.resolve();
  rounds[1]?.resolve(2);
  expect(await Promise.all(later)).toEqual([2, 2]);
  expect(rounds).toHaveLength(2);
});
