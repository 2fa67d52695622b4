import type { Break } from '#cli/record/inspect-journal.ts';
import type { Journalled } from '#cli/record/record-kinds.ts';
import { count } from '#cli/record/record-progress.ts';
import type { Replay, Verdict } from './replay-claim.ts';

export type Replayed = {
  readonly kind: Journalled;
  readonly id: string;
  readonly facts: number;
  readonly breaks: readonly Break[];
  readonly replays: readonly Replay[];
  readonly withoutReceipt: number;
};

export type Tally = Readonly<Record<'claims' | 'entitlements' | 'facts' | 'broken' | 'withoutReceipt' | Verdict['verdict'], number>>;

export const NOTHING_REPLAYED: Tally = {
  claims: 0,
  entitlements: 0,
  facts: 0,
  broken: 0,
  withoutReceipt: 0,
  agrees: 0,
  differs: 0,
  'calendar-missing': 0,
  'receipt-missing': 0,
  failed: 0,
  unproven: 0,
};

export function addReplayed(tally: Tally, { kind, facts, breaks, replays, withoutReceipt }: Replayed): Tally {
  const sum = {
    ...tally,
    [kind.name]: tally[kind.name] + 1,
    facts: tally.facts + facts,
    broken: tally.broken + Number(breaks.length > 0),
    withoutReceipt: tally.withoutReceipt + withoutReceipt,
  };
  for (const { verdict } of replays) sum[verdict] += 1;
  return sum;
}

export function isSound(tally: Tally): boolean {
  return tally.broken + tally.differs + tally['calendar-missing'] + tally['receipt-missing'] + tally.failed + tally.unproven === 0;
}

/** What does not agree, one line each; a decision that agrees is only counted. */
export function replayedLines({ kind: { idField }, id, breaks, replays }: Replayed, isJson: boolean): readonly string[] {
  const wrong = replays.filter(({ verdict }) => verdict !== 'agrees');
  if (isJson) {
    return [
      ...breaks.map((found) => JSON.stringify({ type: 'break', [idField]: id, ...found })),
      ...wrong.map((replay) => JSON.stringify({ type: 'decision', [idField]: id, ...replay })),
    ];
  }
  return [
    ...breaks.map(({ seq, why }) => `${id}  rantai, fakta ${seq}: ${why}`),
    ...wrong.flatMap((replay) => [
      `${id}  fakta ${replay.seq}, ${replay.command} (${replay.cause}): ${tell(replay)}`,
      ...('differences' in replay ? replay.differences : []).map(
        ({ field, old, new: recomputed }) => `    ${field}: tercatat ${old}, menurut aturan ${recomputed}`,
      ),
    ]),
  ];
}

function tell(verdict: Verdict): string {
  switch (verdict.verdict) {
    case 'agrees':
      return 'sama';
    case 'differs':
      return 'BERBEDA dari putusan menurut aturan';
    case 'calendar-missing':
      return `kalender ${verdict.calendar} tidak ada`;
    case 'receipt-missing':
      return 'tanda terimanya tidak ada, padahal keputusan sebelumnya punya';
    case 'failed':
      return `tidak dapat diputuskan lagi (${verdict.error})`;
    case 'unproven':
      return 'tidak terbukti: rantainya putus pada atau sebelum faktanya';
  }
}

export function replaySummary(tally: Tally): string {
  const { claims, entitlements, agrees, differs, failed, unproven, broken, withoutReceipt } = tally;
  return [
    `${count(claims)} klaim, ${count(entitlements)} beasiswa, ${count(broken)} rantai putus.`,
    `Keputusan: ${count(agrees)} sama, ${count(differs)} berbeda, ${count(tally['calendar-missing'])} tanpa kalender, ${count(tally['receipt-missing'])} tanpa tanda terima,`,
    `${count(failed)} gagal, ${count(unproven)} tidak terbukti, ${count(withoutReceipt)} dari masa sebelum ada tanda terima.`,
  ].join(' ');
}
