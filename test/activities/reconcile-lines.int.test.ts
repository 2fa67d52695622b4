import { caseIdOf } from '#domain/money/reconciliation/difference.ts';
import { AMOUNT, DAY, type ReconcileWorld, reconcileWorld } from './reconcile-world.ts';

let world: ReconcileWorld;
beforeEach(async () => {
  world = await reconcileWorld();
}, 60_000);
afterEach(() => world.close());

const kinds = async () => (await world.run())?.differences?.map(({ kind }) => kind);

describe('one bad line', () => {
  test.each(['amount-sen', 'amount-negative', 'type-unknown', 'other-day'] as const)(
    '%s: the day is read, the line is one case that names line and field, and the proof says that one line could not be read',
    async (kind) => {
      const [, struck] = [await world.pay(), await world.pay(), await world.pay()];
      await world.office.statementFault({ kind, partnerReferenceNo: struck.reference });
      expect(await world.reconcile()).toMatchObject({ entries: 2, matched: 2, differences: 1, told: 0 });
      const run = await world.run();
      expect(run?.differences).toEqual([
        expect.objectContaining({ kind: 'unreadable-line', claimId: struck.claimId, unreadable: expect.objectContaining({ line: 2 }) }),
      ]);
      expect(run?.totals).toMatchObject({ unreadable: { count: 1, amount: AMOUNT }, out: { count: 2 }, shifted: [] });
      expect(world.told).toEqual([]);
      // The bank mends its line: nothing is left of it but the case's own history.
      expect(await world.reconcile()).toMatchObject({ entries: 3, matched: 3, differences: 0 });
      expect(await world.cases()).toEqual([expect.objectContaining({ kind: 'unreadable-line', state: 'closed' })]);
      expect((await world.run())?.unreadable).toBeUndefined();
    },
  );

  test('the case of a bad line, once closed by people, is not opened again while the bank repeats the line', async () => {
    const { reference } = await world.pay();
    await world.office.statementFault({ kind: 'amount-sen', partnerReferenceNo: reference, times: 3 });
    await world.reconcile();
    const [found] = await world.cases();
    await world.closeCase(found?.id ?? '');
    await world.reconcile();
    await world.reconcile();
    expect(await world.cases()).toEqual([expect.objectContaining({ id: found?.id, state: 'closed' })]);
  });

  test.each(['remark-null', 'remark-long', 'offset-without-colon'] as const)('%s is read as what it is', async (kind) => {
    const { reference } = await world.pay();
    await world.office.statementFault({ kind, partnerReferenceNo: reference });
    expect(await world.reconcile()).toMatchObject({ matched: 1, differences: 0 });
  });
});

describe('whose an entry is', () => {
  test.each(['reference-lower', 'reference-padded', 'reference-cut-20', 'reference-cut-16', 'reference-missing'] as const)(
    '%s: the payment is matched, and the report finds it under its own reference',
    async (kind) => {
      const [one, other] = [await world.pay(), await world.pay()];
      await world.office.statementFault({ kind, partnerReferenceNo: one.reference });
      expect(await world.reconcile()).toMatchObject({ matched: 2, differences: 0 });
      const under = await world.stores.reconciliations.entriesUnder([one.reference, other.reference]);
      expect(under.map(({ reference }) => reference).sort()).toEqual([one.reference, other.reference].sort());
    },
  );

  test('a payment logged long ago whose reference comes back cut is found by the piece of it', async () => {
    const { reference, payoutId } = await world.pay();
    await world.mongo
      .collection('payouts')
      .updateOne({ _id: payoutId as never }, { $set: { 'log.$[].at': 1 }, $unset: { 'payout.bankReference': 1 } });
    await world.office.statementFault({ kind: 'reference-cut-16', partnerReferenceNo: reference });
    expect(await world.reconcile()).toMatchObject({ matched: 1, differences: 0 });
  });

  test.each(['fee-before', 'fee-after'] as const)('%s: a charge under the payment’s own reference makes no case', async (kind) => {
    const { reference } = await world.pay();
    await world.office.statementFault({ kind, partnerReferenceNo: reference });
    await world.reconcile();
    // The sandbox's balances do not know the charge: that, and nothing else, is told.
    expect(await kinds()).toEqual(['statement-does-not-add-up']);
    expect((await world.run())?.totals).toMatchObject({
      fees: { count: 1, amount: 2_500 },
      out: { count: 1, amount: AMOUNT },
      difference: 0,
    });
    expect(await world.stores.reconciliations.entriesUnder([reference])).toHaveLength(1);
  });
});

describe('entries of one bank number', () => {
  const closedAmounts = async () => (await world.cases()).filter(({ state }) => state === 'closed').map(({ theirs }) => theirs);

  test('keep their cases over repeated, reordered and corrected statements', async () => {
    for (const amount of [11, 22, 33]) await world.stray(amount);
    await world.office.statementFault({ kind: 'one-number' });
    await world.reconcile();
    const before = await world.cases();
    expect(before.map(({ theirs }) => theirs).sort()).toEqual([11, 22, 33]);
    await world.closeCase(before.find(({ theirs }) => theirs === 22)?.id ?? '');
    for (const kind of ['one-number', 'reordered', 'one-number'] as const) {
      await world.office.statementFault({ kind });
      await world.reconcile();
      expect(await closedAmounts()).toContain(22);
      const mine = (await world.cases()).filter(({ theirs }) => theirs === 22);
      expect(mine.filter(({ id }) => id === before.find(({ theirs }) => theirs === 22)?.id)).toEqual([
        expect.objectContaining({ state: 'closed' }),
      ]);
    }
  });

  test('a statement corrected by one entry more leaves the closed case with its own entry', async () => {
    for (const amount of [11, 22]) await world.stray(amount);
    await world.office.statementFault({ kind: 'entry-missing' });
    await world.reconcile();
    const closed = (await world.cases()).find(({ theirs }) => theirs === 22);
    await world.closeCase(closed?.id ?? '');
    await world.reconcile();
    expect((await world.cases()).filter(({ kind }) => kind === 'unordered-entry')).toEqual([
      expect.objectContaining({ id: closed?.id, theirs: 22, state: 'closed' }),
      expect.objectContaining({ theirs: 11, state: 'open' }),
    ]);
  });
});

test('entries are stored once under one name, however often the day is run', async () => {
  for (let count = 0; count < 3; count += 1) await world.pay();
  await world.reconcile();
  const stored = () => world.mongo.collection('statement_entries').find().sort({ _id: 1 }).toArray();
  const before = await stored();
  await world.office.statementFault({ kind: 'reordered' });
  await world.reconcile();
  expect(await stored()).toEqual(before);
});

describe('what release 0.2.0 stored', () => {
  const old = (amount: number, place: number) => {
    const subject = `${DAY}:${place === 1 ? 'SBXS00000000001' : `SBXS00000000001:out:${place}`}${place === 1 ? ':out' : ''}`;
    return { kind: 'unordered-entry' as const, subject, effect: amount, ours: 0, theirs: amount, bankReference: 'SBXS00000000001' };
  };

  test('a case closed by people still belongs to its entry after a new run, and the day’s entries get their new names', async () => {
    for (const amount of [11, 22]) await world.stray(amount);
    const differences = [old(11, 1), old(22, 2)];
    const by = { id: 'pengawas', role: 'supervisor' };
    const collection = world.mongo.collection('reconciliation_cases');
    for (const difference of differences) {
      const steps = [
        { step: 'found', at: 1, by: { id: 'system', role: 'system' }, reason: 'Ditemukan pada pencocokan harian.' },
        { step: 'closed', at: 2, by, reason: 'Diketahui.', commandId: 'perintah-lama' },
      ];
      const document = {
        _id: caseIdOf(difference),
        day: DAY,
        difference,
        owner: { role: 'supervisor' },
        state: 'closed',
        steps,
        openedAt: 1,
        version: 1,
      };
      await collection.insertOne(document as never);
    }
    const entry = { day: DAY, bankReference: 'SBXS00000000001', direction: 'out', at: 1 };
    await world.mongo.collection('statement_entries').insertMany([
      { ...entry, _id: `${DAY}:000000`, amount: 11 },
      { ...entry, _id: `${DAY}:000001`, amount: 22 },
    ] as never);
    const nothing = { count: 0, amount: 0 };
    const totals = {
      opening: 0,
      closing: 0,
      out: nothing,
      in: nothing,
      ordered: nothing,
      confirmed: nothing,
      reversed: nothing,
      difference: 33,
      shifted: [],
      unexplained: 33,
    };
    await world.mongo
      .collection('reconciliation_runs')
      .insertOne({ _id: DAY, state: 'done', at: 1, totals, matched: 0, differences, told: [] } as never);

    for (let again = 0; again < 2; again += 1) {
      await world.office.statementFault({ kind: 'one-number' });
      await world.reconcile();
      const now = await world.cases();
      expect(now.map(({ id, state }) => [id, state]).sort()).toEqual(differences.map((one) => [caseIdOf(one), 'closed']).sort());
      expect((await world.run())?.differences?.map(caseIdOf).sort()).toEqual(differences.map(caseIdOf).sort());
    }
    const ids = (await world.mongo.collection('statement_entries').find().toArray()).map(({ _id }) => String(_id));
    expect(ids).toHaveLength(2);
    expect(ids.every((id) => /^2026-11-20:[0-9a-f]{20}$/.test(id))).toBe(true);
  });
});
