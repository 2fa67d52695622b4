import { kept } from '#adapters/metrics/kept.ts';

describe('a figure that costs a question', () => {
  test('is asked for again only when its time is over, and after a failure at once', async () => {
    let at = 0;
    let asked = 0;
    const ask = kept(
      async () => {
        asked += 1;
        if (asked === 2) throw new Error('away');
        return asked;
      },
      { forMs: 100, patienceMs: 1_000, now: () => at },
    );
    expect([await ask(), await ask()]).toEqual([1, 1]);
    at = 100;
    await expect(ask()).rejects.toThrow('away');
    expect(await ask()).toBe(3);
  });

  test('is not asked for a second time while the first question is still out, however often somebody reads', async () => {
    let at = 0;
    let asked = 0;
    const answered = Promise.withResolvers<number>();
    const ask = kept(
      () => {
        asked += 1;
        return answered.promise;
      },
      { forMs: 100, patienceMs: 1, now: () => at },
    );
    await expect(ask()).rejects.toThrow('no answer within 1 ms');
    at = 1_000;
    await expect(ask()).rejects.toThrow('no answer within 1 ms');
    expect(asked).toBe(1);
    answered.resolve(7);
    await answered.promise;
    at = 0;
    expect(await ask()).toBe(7);
  });
});
