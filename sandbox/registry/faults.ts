import type { RegistryFault, RegistryFaultOrder } from '#schemas/registry/sandbox.ts';

export type Strike = { readonly kind: RegistryFault; readonly delayMs?: number };
type Queued = { readonly order: RegistryFaultOrder; left: number };

/** Decides which question goes wrong, in the order in which faults were ordered. */
export class RegistryFaults {
  #queue: Queued[] = [];

  order(order: RegistryFaultOrder): void {
    this.#queue.push({ order, left: order.times === 'always' ? Number.POSITIVE_INFINITY : order.times });
  }

  clear(): void {
    this.#queue = [];
  }

  pending(): readonly RegistryFaultOrder[] {
    return this.#queue.map(({ order }) => order);
  }

  strike(nik: string): Strike | undefined {
    const queued = this.#queue.find(({ order }) => order.nik === undefined || order.nik === nik);
    if (!queued) return undefined;
    queued.left -= 1;
    if (queued.left <= 0) this.#queue = this.#queue.filter((other) => other !== queued);
    const { kind, delayMs } = queued.order;
    return delayMs === undefined ? { kind } : { kind, delayMs };
  }
}
