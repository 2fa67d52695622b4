/** What a line was ordered to pay, issue by issue: another issue may be for another amount and account. */
export type LineOrders<Order extends { readonly issue: number }> = {
  /** Of the issue the line stands at. */
  readonly order: Order;
  /** Of the others; absent where there are none. */
  readonly earlier?: readonly Order[];
};

/** The order under this issue; undefined where it is not on file. */
export function orderUnder<Order extends { readonly issue: number }>(line: LineOrders<Order>, issue: number): Order | undefined {
  return [line.order, ...(line.earlier ?? [])].find((order) => order.issue === issue);
}

/** After the line came to stand at `issue`: a new one, or an earlier one that turned out to be paid after all. */
export function ordersAt<Order extends { readonly issue: number }>(
  line: LineOrders<Order>,
  issue: number,
  added: Order = line.order,
): Required<LineOrders<Order>> {
  const { order: before, earlier = [] } = line;
  const all = added.issue === before.issue ? [before, ...earlier] : [added, before, ...earlier];
  const order = all.find((one) => one.issue === issue) ?? added;
  return { order, earlier: all.filter((one) => one !== order) };
}
