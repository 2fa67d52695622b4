import { STATUS_TERMS } from '#domain/claim/terms.ts';
import { cite } from '#domain/law/rules/explanation.ts';
import { asPercent } from '#domain/people/names/person-name.ts';
import { type Day, daysBetween } from '#domain/time/calendar/day.ts';
import type { Agreement, CheckResult, SideBySide } from './checks.ts';
import type { OtherClaim, StatedPerson } from './collected.ts';
import { asks, CLAIM_FILE, conclude, type Finding, fails, passes, READINESS_FILE } from './findings.ts';
import { personSimilarity } from './similarity.ts';
import { type CheckThresholds, thresholdsOn } from './thresholds.ts';

export type DuplicateInput = {
  readonly claimId: string;
  readonly kind: 'death' | 'accident';
  readonly eventOn: Day;
  readonly kpjs: readonly string[];
  readonly participant: StatedPerson | undefined;
  readonly others: readonly OtherClaim[];
};

/** Is the same event claimed twice? Only the same NIK is an answer; likeness of names is a question for a person, twins being who they are. */
export function checkDuplicate(input: DuplicateInput): CheckResult {
  const thresholds = thresholdsOn(input.eventOn);
  const findings = input.others
    .filter(({ claimId }) => claimId !== input.claimId)
    .flatMap((other) => (other.sameParticipant ? ofTheSamePerson(input, other, thresholds) : ofSomebodyAlike(input, other, thresholds)));
  if (findings.length > 0) return conclude('duplicate', findings);
  if (input.participant) return conclude('duplicate', [passes({ what: 'Klaim serupa', found: 'tidak ada', source: CLAIM_FILE })]);
  const unknown = { what: 'Klaim serupa', found: 'NIK sama tidak ada; nama dan tanggal lahir belum tersimpan', source: READINESS_FILE };
  return conclude('duplicate', [asks(unknown)]);
}

function ofTheSamePerson(input: DuplicateInput, other: OtherClaim, { overlapDays }: CheckThresholds): readonly Finding[] {
  const agrees: Agreement[] = ['participant', ...eventDay(input, other), ...sharedKpj(input, other)];
  const evidence = {
    what: 'Klaim lain dari NIK yang sama',
    found: STATUS_TERMS[other.status],
    source: CLAIM_FILE,
    other: { claimId: other.claimId, agrees },
  };
  // Whatever was withdrawn asks for nothing any more.
  if (other.status === 'withdrawn') return [passes(evidence)];
  const isOneEvent = other.kind === input.kind && (input.kind === 'death' || other.eventOn === input.eventOn);
  if (isOneEvent) return other.status === 'rejected' || other.status === 'lapsed' ? [asks(evidence)] : [fails(evidence, 'duplicate-claim')];
  // A death after an accident may be its consequence, and two near accidents one.
  const isNear = Math.abs(daysBetween(other.eventOn, input.eventOn)) <= overlapDays.count;
  return other.kind !== input.kind || isNear ? [asks(evidence)] : [];
}

function ofSomebodyAlike(input: DuplicateInput, other: OtherClaim, thresholds: CheckThresholds): readonly Finding[] {
  const kpj = sharedKpj(input, other);
  const alike = input.participant && other.person ? personSimilarity(input.participant, other.person) : undefined;
  const { samePerson, sameName } = thresholds;
  const isAlike = alike !== undefined && alike.basisPoints >= samePerson.basisPoints && alike.nameBasisPoints >= sameName.basisPoints;
  if (!isAlike && kpj.length === 0) return [];
  const agrees: Agreement[] = [...(alike?.agrees ?? []), ...eventDay(input, other), ...kpj];
  const side: SideBySide = {
    claimId: other.claimId,
    agrees,
    ...(alike === undefined ? {} : { similarityBasisPoints: alike.basisPoints }),
  };
  const found = alike === undefined ? 'nomor peserta sama' : `nama dan tanggal lahir ${asPercent(alike.basisPoints)} sama`;
  return [asks({ what: 'Klaim lain dari NIK lain', found, source: cite(samePerson), other: side })];
}

function eventDay(input: DuplicateInput, other: OtherClaim): readonly Agreement[] {
  return other.eventOn === input.eventOn ? ['event-day'] : [];
}

function sharedKpj({ kpjs }: DuplicateInput, other: OtherClaim): readonly Agreement[] {
  return other.kpjs.some((kpj) => kpjs.includes(kpj)) ? ['kpj'] : [];
}
