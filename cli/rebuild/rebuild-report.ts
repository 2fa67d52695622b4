import type { Journalled } from '#cli/record/record-kinds.ts';
import { count } from '#cli/record/record-progress.ts';
import type { Difference } from './rebuild-compare.ts';
import type { Found } from './rebuild-pass.ts';

export type Tally = {
  readonly claims: number;
  readonly entitlements: number;
  readonly facts: number;
  readonly missing: number;
  readonly stale: number;
  readonly different: number;
  /** Found different and still so: always in a dry run, otherwise only where somebody kept writing. */
  readonly unrepaired: number;
  /** Records that cannot be rebuilt. */
  readonly blocked: number;
};

export const NOTHING_DONE: Tally = {
  claims: 0,
  entitlements: 0,
  facts: 0,
  missing: 0,
  stale: 0,
  different: 0,
  unrepaired: 0,
  blocked: 0,
};

export function addTallies(one: Tally, other: Tally): Tally {
  const names = Object.keys(NOTHING_DONE) as (keyof Tally)[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as Tally;
}

const KINDS = { missing: 'belum ada', stale: 'tertinggal', different: 'isinya berbeda' } as const;

export function addFound(tally: Tally, { differences, obstacles }: Found, unrepaired: number): Tally {
  const many = (kind: Difference['kind']): number => differences.filter((difference) => difference.kind === kind).length;
  return {
    ...tally,
    missing: tally.missing + many('missing'),
    stale: tally.stale + many('stale'),
    different: tally.different + many('different'),
    unrepaired: tally.unrepaired + unrepaired,
    blocked: tally.blocked + new Set(obstacles.map(({ id }) => id)).size,
  };
}

/** One line per finding, to be read by people or by programs. */
export function foundLines({ differences, obstacles }: Found, { idField }: Journalled, isJson: boolean): readonly string[] {
  return [
    ...differences.map(({ id, model: { collection }, kind, seq, fields }) => {
      if (isJson) return JSON.stringify({ type: 'difference', [idField]: id, collection, kind, seq, fields });
      const where = fields.length === 0 ? '' : `: ${fields.join(', ')}`;
      return `${id}  ${collection}: dokumen sampai fakta ${seq} ${KINDS[kind]}${where}`;
    }),
    ...obstacles.map(({ id, ...obstacle }) => {
      if (isJson) return JSON.stringify({ type: 'blocked', [idField]: id, ...obstacle });
      return `${id}  TIDAK DIBANGUN, fakta ${obstacle.seq}: ${obstacle.why}`;
    }),
  ];
}

export function unsettledLines(ids: readonly string[], { idField }: Journalled, isJson: boolean): readonly string[] {
  return ids.map((id) =>
    isJson ? JSON.stringify({ type: 'unsettled', [idField]: id }) : `${id}  belum dapat diperbaiki: terus ditulis selama dibangun`,
  );
}

export function rebuildSummary(tally: Tally, isDry: boolean): string {
  const { claims, entitlements, facts, missing, stale, different, unrepaired, blocked } = tally;
  const found = `${count(missing)} belum ada, ${count(stale)} tertinggal, ${count(different)} berbeda`;
  const left = isDry ? 'tidak ada yang ditulis (--dry-run)' : `${count(unrepaired)} belum dapat diperbaiki`;
  const broken = blocked === 0 ? '' : ` ${count(blocked)} TIDAK dibangun: jurnalnya putus atau tidak ada, hubungi auditor.`;
  return `${count(claims)} klaim, ${count(entitlements)} beasiswa, ${count(facts)} fakta: ${found}; ${left}.${broken}`;
}
