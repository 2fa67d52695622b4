import type { Day } from '#domain/time/calendar/day.ts';
import type { CheckResult } from './checks.ts';
import { asks, CIVIL_REGISTRY, CLAIM_FILE, conclude, type Finding, fails, passes, silence } from './findings.ts';
import type { CivilAnswer, CivilRecord } from './registry-answer.ts';

export type RegistryInput = {
  /** Absent for an accident nobody died of. */
  readonly diedOn: Day | undefined;
  /** The family has handed in a death certificate, checked or not. */
  readonly hasCertificate: boolean;
  readonly civil: CivilAnswer;
};

/** What the civil registry says of life and death. */
export function checkRegistry({ diedOn, hasCertificate, civil }: RegistryInput): CheckResult {
  return conclude('registry', [finding(diedOn, hasCertificate, civil)]);
}

function finding(diedOn: Day | undefined, hasCertificate: boolean, civil: CivilAnswer): Finding {
  if (civil.state === 'no-answer') return silence(CIVIL_REGISTRY, civil.why);
  // Mostly a slip of the pen in the NIK: nothing a claim is rejected for.
  if (civil.state === 'not-found') return fails({ what: 'NIK dalam catatan sipil', found: 'tidak tercatat', source: CIVIL_REGISTRY });
  return diedOn === undefined ? ofTheLiving(civil.found) : ofTheDead(civil.found, diedOn, hasCertificate);
}

function ofTheLiving({ life }: CivilRecord): Finding {
  if (life.alive) return passes({ what: 'Status hidup', found: 'hidup', source: CIVIL_REGISTRY });
  return asks({ what: 'Status hidup', found: `meninggal ${life.diedOn}`, expected: 'hidup', source: CIVIL_REGISTRY });
}

function ofTheDead({ life }: CivilRecord, diedOn: Day, hasCertificate: boolean): Finding {
  if (life.alive) {
    const evidence = { what: 'Status hidup', found: 'tercatat hidup', expected: `meninggal ${diedOn}`, source: CIVIL_REGISTRY };
    // The registry issues the certificate itself: it cannot exist before the entry. Without one the entry may just be late.
    return hasCertificate ? fails({ ...evidence, what: 'Akta kematian di berkas, catatan sipil hidup' }, 'false-paper') : asks(evidence);
  }
  const evidence = { what: 'Tanggal meninggal', found: diedOn, expected: life.diedOn, source: `${CLAIM_FILE} dan ${CIVIL_REGISTRY}` };
  return life.diedOn === diedOn ? passes(evidence) : asks(evidence);
}
