import { brokenRule, isGoodEnd } from './invariants.ts';
import type { System } from './system.ts';
import { type Move, textOf, type World } from './world.ts';

export type Verdict = {
  readonly worlds: number;
  readonly depth: number;
  /** Every world that can be reached within the budget was visited. */
  readonly isWhole: boolean;
  readonly broken?: { readonly why: string; readonly trace: readonly string[] };
};

type Node = { readonly world: World; readonly from: number; readonly label: string };

/**
 * Breadth first over every choice, so the first trace found is a shortest one. Equal worlds are visited once. When the whole of it has been
 * seen, every world must still have a way to a good end.
 */
export async function explore(system: System, most = Number.POSITIVE_INFINITY): Promise<Verdict> {
  const nodes: Node[] = [{ world: system.start, from: -1, label: 'start' }];
  const seen = new Map<string, number>([[textOf(system.start), 0]]);
  const before: number[][] = [[]];
  let depth = 0;
  for (let level = [0]; depth < most; depth += 1) {
    const next: number[] = [];
    for (const at of level) {
      for (const move of await system.moves(worldAt(nodes, at))) {
        const reached = visit(move, at);
        if (reached === undefined) continue;
        const why = brokenRule(move.world, system);
        if (why !== undefined) return { worlds: nodes.length, depth, isWhole: false, broken: { why, trace: traceTo(nodes, reached) } };
        next.push(reached);
      }
    }
    if (next.length === 0) return { worlds: nodes.length, depth, isWhole: true, ...deadEnd(system, nodes, before) };
    level = next;
  }
  return { worlds: nodes.length, depth, isWhole: false };

  /** Undefined for a world already known. */
  function visit({ label, world }: Move, from: number): number | undefined {
    const text = textOf(world);
    const known = seen.get(text);
    if (known !== undefined) {
      before[known]?.push(from);
      return undefined;
    }
    const number = nodes.push({ world, from, label }) - 1;
    seen.set(text, number);
    before.push([from]);
    return number;
  }
}

function worldAt(nodes: readonly Node[], at: number): World {
  const node = nodes[at];
  if (!node) throw new RangeError(`no world ${at}`);
  return node.world;
}

/** Backwards from the good ends; what is not met on the way has no way there. */
function deadEnd(system: System, nodes: readonly Node[], before: readonly (readonly number[])[]): Pick<Verdict, 'broken'> {
  const saved = new Set<number>();
  const open = nodes.flatMap(({ world }, number) => (isGoodEnd(world, system) ? [number] : []));
  for (const number of open) saved.add(number);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const earlier of before[at] ?? []) {
      if (saved.has(earlier)) continue;
      saved.add(earlier);
      open.push(earlier);
    }
  }
  const lost = nodes.flatMap((_, number) => (saved.has(number) ? [] : [number]));
  // Where nothing moves any more says most.
  const moving = new Set(before.flatMap((from, to) => from.filter((one) => one !== to)));
  const shown = lost.find((number) => !moving.has(number)) ?? lost[0];
  return shown === undefined ? {} : { broken: { why: 'from here nothing leads to a good end', trace: traceTo(nodes, shown) } };
}

function traceTo(nodes: readonly Node[], number: number): readonly string[] {
  const trace: string[] = [];
  for (let at = number; at > 0; at = nodes[at]?.from ?? 0) trace.unshift(nodes[at]?.label ?? '');
  return trace.map((label, index) => `${String(index + 1).padStart(3)}. ${label}`);
}

export function told({ worlds, depth, broken }: Verdict): string {
  const counted = `${worlds} worlds, ${depth} steps deep`;
  return broken ? [`${broken.why} (${counted})`, ...broken.trace].join('\n') : counted;
}
