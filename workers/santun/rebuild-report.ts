import type { Difference } from './rebuild-compare.ts';
import type { Found } from './rebuild-pass.ts';
import { count } from './record-progress.ts';

export type Tally = {
  readonly claims: number;
  readonly facts: number;
  readonly missing: number;
  readonly stale: number;
  readonly different: number;
  /** Found different and still so: always in a dry run, otherwise only where somebody kept writing. */
  readonly unrepaired: number;
  /** Claims that cannot be rebuilt. */
  readonly blocked: number;
};

export const NOTHING_DONE: Tally = { claims: 0, facts: 0, missing: 0, stale: 0, different: 0, unrepaired: 0, blocked: 0 };

const KINDS = { missing: 'belum ada', stale: 'tertinggal', different: 'isinya berbeda' } as const;

export function addFound(tally: Tally, { differences, obstacles }: Found, unrepaired: number): Tally {
  const many = (kind: Difference['kind']): number => differences.filter((difference) => difference.kind === kind).length;
  return {
    ...tally,
    missing: tally.missing + many('missing'),
    stale: tally.stale + many('stale'),
    different: tally.different + many('different'),
    unrepaired: tally.unrepaired + unrepaired,
    blocked: tally.blocked + new Set(obstacles.map(({ claimId }) => claimId)).size,
  };
}

/** One line per finding, to be read by people or by programs. */
export function foundLines({ differences, obstacles }: Found, isJson: boolean): readonly string[] {
  return [
    ...differences.map(({ claimId, model: { collection }, kind, seq, fields }) => {
      if (isJson) return JSON.stringify({ type: 'difference', claimId, collection, kind, seq, fields });
      const where = fields.length === 0 ? '' : `: ${fields.join(', ')}`;
      return `${claimId}  ${collection}: dokumen sampai fakta ${seq} ${KINDS[kind]}${where}`;
    }),
    ...obstacles.map((obstacle) => {
      if (isJson) return JSON.stringify({ type: 'blocked', ...obstacle });
      return `${obstacle.claimId}  TIDAK DIBANGUN, fakta ${obstacle.seq}: ${obstacle.why}`;
    }),
  ];
}

export function unsettledLines(claimIds: readonly string[], isJson: boolean): readonly string[] {
  return claimIds.map((claimId) =>
    isJson ? JSON.stringify({ type: 'unsettled', claimId }) : `${claimId}  belum dapat diperbaiki: terus ditulis selama dibangun`,
  );
}

export function rebuildSummary({ claims, facts, missing, stale, different, unrepaired, blocked }: Tally, isDry: boolean): string {
  const found = `${count(missing)} belum ada, ${count(stale)} tertinggal, ${count(different)} berbeda`;
  const left = isDry ? 'tidak ada yang ditulis (--dry-run)' : `${count(unrepaired)} belum dapat diperbaiki`;
  const broken = blocked === 0 ? '' : ` ${count(blocked)} klaim TIDAK dibangun: jurnalnya putus atau tidak ada, hubungi auditor.`;
  return `${count(claims)} klaim, ${count(facts)} fakta: ${found}; ${left}.${broken}`;
}
