import { shared } from '#api/routes/health.ts';

describe('a question that costs a connection is asked once for all', () => {
  test('within its time every caller hears the same answer, also a no; afterwards it is asked again', async () => {
    let asked = 0;
    let at = 0;
    const isUp = shared(
      async () => {
        asked += 1;
        if (asked === 2) throw new Error('no broker');
        return true;
      },
      5_000,
      () => at,
    );
    expect(await Promise.all([isUp(), isUp(), isUp()])).toEqual([true, true, true]);
    expect(asked).toBe(1);
    at = 5_000;
    expect([await isUp(), await isUp()]).toEqual([false, false]);
    at = 10_000;
    expect(await isUp()).toBe(true);
    expect(asked).toBe(3);
  });
});
