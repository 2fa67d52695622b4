import type { Evidence } from './evidence.ts';
import { judgeHours } from './oracle-hours.ts';
import { judgeMoney } from './oracle-money.ts';
import { judgeRecord } from './oracle-record.ts';

export type Finding = {
  /** What was promised not to happen: nothing lost, nothing twice, nothing stuck, one truth everywhere, and clocks that stop when the bank paid. */
  readonly broken: 'lost' | 'duplicate' | 'stuck' | 'record' | 'hour';
  readonly claimId?: string;
  readonly expected: string;
  readonly found: string;
};

/** Everything that is not as the stories want it. Empty: the run has held. */
export function judge(evidence: Evidence): readonly Finding[] {
  return [...judgeMoney(evidence), ...judgeHours(evidence), ...evidence.claims.flatMap(judgeRecord), ...judgeTheRest(evidence)];
}

function judgeTheRest({ strangers, runningPayouts, deadLetters, sweep, openIncidents }: Evidence): readonly Finding[] {
  const { missed, revived, unreadable, unreached } = sweep;
  const differences = missed + revived + unreadable + unreached;
  const findings: (Finding | false)[] = [
    ...strangers.map((claimId): Finding => ({ broken: 'duplicate', claimId, expected: 'no claim nobody reported', found: 'a claim' })),
    ...runningPayouts.map((id): Finding => ({ broken: 'stuck', expected: 'no payment under way', found: id })),
    deadLetters > 0 && { broken: 'lost', expected: 'no dead letter', found: String(deadLetters) },
    differences > 0 && { broken: 'stuck', expected: 'a sweep without a difference', found: JSON.stringify(sweep) },
    openIncidents > 0 && { broken: 'stuck', expected: 'no open incident', found: String(openIncidents) },
  ];
  return findings.filter((finding) => finding !== false);
}
