import type { TransferOrder } from '#domain/money/payout/transfer.ts';
import type { StatusReply, TransferReply } from './wire.ts';
import { type Item, type World, without } from './world.ts';

type Arrival = { readonly label: string; readonly world: World; readonly reply: TransferReply };

/** Whatever the bank may do with an order that is sent to it now, and what the sender gets to hear. */
export function arrivals(world: World, reference: string, order: TransferOrder): readonly Arrival[] {
  const known = world.bank[reference] ?? [];
  if (known.length === 0) return taken(world, reference, order);
  const conflict: Arrival = { label: 'the bank knows the reference and says so', world, reply: 'conflict' };
  const forgot = without(world, 'faults');
  return forgot
    ? [conflict, ...taken(forgot, reference, order).map((one) => ({ ...one, label: `${one.label}, having forgotten the first` }))]
    : [conflict];
}

const SILENCES = ['5xx', 'timeout', 'garbled'] as const;

function taken(world: World, reference: string, order: TransferOrder): readonly Arrival[] {
  const to = order.payee.accountNumber;
  const having = (from: World, state: Item['state']): World => {
    const item: Item = { state, amount: order.amount, to };
    return { ...from, bank: { ...from.bank, [reference]: [...(from.bank[reference] ?? []), item] } };
  };
  const paid: Arrival = { label: 'the bank pays and says so', world: having(world, 'paid'), reply: 'done' };
  const worse = without(world, 'faults');
  if (!worse) return [paid];
  return [
    paid,
    ...SILENCES.flatMap((reply): readonly Arrival[] => [
      { label: `the bank pays, and answers with ${reply}`, world: having(worse, 'paid'), reply },
      { label: `the order is lost on the way: ${reply}`, world: worse, reply },
    ]),
    { label: 'the bank accepts the order for later: timeout', world: having(worse, 'transit'), reply: 'timeout' },
    { label: 'the bank refuses the order, and the answer is lost', world: having(worse, 'refused'), reply: 'timeout' },
    { label: 'the bank refuses the order', world: having(worse, 'refused'), reply: 'refused' },
    { label: 'the bank refuses the order, and will pay it all the same', world: having(worse, 'lying'), reply: 'refused' },
    { label: 'the order never leaves us', world: worse, reply: 'never-left' },
  ];
}

/** What the bank does unasked. */
export function bankActs(world: World): readonly { readonly label: string; readonly world: World }[] {
  return Object.entries(world.bank).flatMap(([reference, items]) =>
    items.flatMap((item, index) => {
      const becomes = (from: World | undefined, state: Item['state'], label: string) =>
        from ? [{ label, world: { ...from, bank: { ...from.bank, [reference]: items.with(index, { ...item, state }) } } }] : [];
      switch (item.state) {
        case 'transit':
          return [
            ...becomes(world, 'paid', 'the bank carries out the order it had accepted'),
            ...becomes(without(world, 'faults'), 'refused', 'the bank fails the order it had accepted'),
          ];
        case 'lying':
          return becomes(world, 'extra', 'the bank pays what it had refused');
        case 'paid':
        case 'extra':
          return becomes(without(world, 'faults'), 'reversed', 'the money comes back');
        default:
          return [];
      }
    }),
  );
}

const TOLD = {
  transit: ['pending', 'nothing-yet'],
  paid: ['success', 'nothing-yet', 'nothing-left'],
  extra: ['success'],
  reversed: ['refunded'],
  refused: ['failed'],
  lying: ['failed'],
} as const satisfies Record<Item['state'], readonly StatusReply[]>;

/** What a question about a reference may be answered with: of the newest order under it, or nothing at all. */
export function statusReplies(world: World, reference: string): readonly StatusReply[] {
  const newest = world.bank[reference]?.at(-1);
  return [...(newest ? TOLD[newest.state] : (['nothing', 'nothing-yet', 'nothing-left'] as const)), '5xx'];
}
