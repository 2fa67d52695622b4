import type { Membership } from '#domain/claim/parts.ts';
import { cite } from '#domain/law/rules/explanation.ts';
import type { CountRow } from '#domain/law/rules/pack.ts';
import { type Day, daysBetween } from '#domain/time/calendar/day.ts';
import type { CheckResult } from './checks.ts';
import type { FraudSignals } from './collected.ts';
import { asks, CLAIM_FILE, conclude, type Finding, fails, MEMBERSHIP_REGISTRY, passes } from './findings.ts';
import type { MembershipAnswer } from './registry-answer.ts';
import { thresholdsOn } from './thresholds.ts';

export type FraudInput = {
  /** Absent for an accident nobody died of. */
  readonly diedOn: Day | undefined;
  readonly eventOn: Day;
  readonly told: readonly Membership[];
  readonly registry: MembershipAnswer;
  readonly signals: FraudSignals;
};

/** Signs, not proofs: a village fire kills many at one branch, and a widow may keep one account for two sons. */
export function checkFraud({ diedOn, eventOn, told, registry, signals }: FraudInput): CheckResult {
  const thresholds = thresholdsOn(eventOn);
  const { deathsAtBranch, deathsOfAgent, otherFamiliesOnAccount } = signals;
  const days = thresholds.deathsWindow.count;
  const memberships = registry.state === 'found' ? registry.found : told;
  const source = registry.state === 'found' ? MEMBERSHIP_REGISTRY : CLAIM_FILE;
  return conclude('fraud', [
    ...(diedOn === undefined ? [] : beginning(diedOn, memberships, source, thresholds.registeredShortlyBefore)),
    counted(`Kematian di cabang ini dalam ${days} hari`, deathsAtBranch, thresholds.deathsAtBranch),
    ...(deathsOfAgent === undefined
      ? []
      : [counted(`Kematian peserta petugas pengumpul ini dalam ${days} hari`, deathsOfAgent, thresholds.deathsOfAgent)]),
    counted('Keluarga lain pada rekening yang sama', otherFamiliesOnAccount, thresholds.otherFamiliesOnAccount),
  ]);
}

/** The earliest beginning counts: who was a member before has not come for the benefit. */
function beginning(diedOn: Day, memberships: readonly Membership[], source: string, threshold: CountRow): readonly Finding[] {
  const [first] = memberships.map(({ memberSince }) => memberSince).sort();
  if (first === undefined) return [asks({ what: 'Terdaftar sebelum meninggal', found: 'tidak diketahui', source })];
  const days = daysBetween(first, diedOn);
  const evidence = { what: 'Terdaftar sebelum meninggal', found: `${days} hari`, expected: `lebih dari ${threshold.count} hari` };
  if (days < 0) return [fails({ ...evidence, found: `${-days} hari sesudah meninggal`, source }, 'not-a-participant')];
  return [days <= threshold.count ? asks({ ...evidence, source: cite(threshold) }) : passes({ ...evidence, source })];
}

function counted(what: string, count: number, threshold: CountRow): Finding {
  const evidence = { what, found: String(count), expected: `kurang dari ${threshold.count}`, source: cite(threshold) };
  return count >= threshold.count ? asks(evidence) : passes(evidence);
}
