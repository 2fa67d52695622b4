import { maySeeMoney } from '#domain/access.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Entitlement, YearLine } from '#domain/scholarship/entitlement/state.ts';
import { toIso } from '#domain/time/calendar/instant.ts';

export type EntitlementView = ReturnType<typeof toEntitlementView>;

/** Partners see which year waits for what; the child's life, amounts and accounts only people of BPJS Ketenagakerjaan. */
export function toEntitlementView(one: Entitlement, actor: Actor) {
  const { id, claimId, childId, birthDate, programme, eventOn, pack, institutionId, branchId, updatedAt, years } = one;
  const { marriedOn, workingFrom, leftSchoolFrom, payee, proposedPayee } = one;
  const money = maySeeMoney(actor);
  return {
    id,
    seq: one.seq,
    claimId,
    childId,
    ...(money ? { birthDate } : {}),
    programme,
    eventOn,
    pack,
    institutionId,
    branchId,
    updatedAt: toIso(updatedAt),
    ...(marriedOn === undefined || !money ? {} : { marriedOn }),
    ...(workingFrom === undefined || !money ? {} : { workingFrom }),
    ...(leftSchoolFrom === undefined || !money ? {} : { leftSchoolFrom }),
    ...(payee && money ? { payee } : {}),
    ...(proposedPayee && money
      ? { proposedPayee: { guardianId: proposedPayee.guardianId, accountRef: proposedPayee.accountRef, by: proposedPayee.by.id } }
      : {}),
    years: years.map((line) => toYearView(line, money)),
  };
}

function toYearView(line: YearLine, money: boolean) {
  const { schoolYear, state, round, askedAt, closesAt, level, amount, reason, remark, paidAt, papers, verifiedBy, payout } = line;
  const { findings, resolution, bankReference } = line;
  return {
    schoolYear,
    state,
    round,
    ...(askedAt === undefined ? {} : { askedAt: toIso(askedAt) }),
    ...(closesAt === undefined ? {} : { closesAt: toIso(closesAt) }),
    ...(level === undefined ? {} : { level }),
    ...(reason === undefined ? {} : { reason }),
    ...(remark === undefined ? {} : { remark }),
    ...(papers === undefined ? {} : { papers }),
    ...(paidAt === undefined ? {} : { paidAt: toIso(paidAt) }),
    ...(money && amount !== undefined ? { amount } : {}),
    ...(money && verifiedBy ? { verifiedBy: verifiedBy.id } : {}),
    ...(money && payout ? { payoutId: payout.payoutId, issue: payout.issue } : {}),
    ...(money && bankReference !== undefined ? { bankReference } : {}),
    ...(money && findings ? { findings: findings.map(({ finding, evidence, by }) => ({ finding, evidence, by: by.id })) } : {}),
    ...(money && resolution ? { resolution } : {}),
  };
}
