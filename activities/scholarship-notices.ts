import type { Notice } from '#adapters/mongo/notices-store.ts';
import type { Entitlement, YearLine } from '#domain/scholarship/entitlement/state.ts';

/** Everything that had to be said about a year so far, each under an id of its own, so that saying it again says nothing new. */
export function noticesOf(one: Entitlement, line: YearLine): readonly Notice[] {
  const { schoolYear, round, askedAt, rungs } = line;
  if (askedAt === undefined) return [];
  const about = {
    subject: { entitlementId: one.id, claimId: one.claimId, schoolYear, round },
    institutionId: one.institutionId,
    at: askedAt,
    ...(one.payee ? { guardianId: one.payee.guardianId } : {}),
  };
  const prefix = `scholarship:${one.id}:${schoolYear}:${round}`;
  const notice = (key: string, kind: Notice['kind'], to: Notice['to']): Notice => ({ _id: `${prefix}:${key}:${to}`, kind, to, ...about });
  // A family without an account on record is reached through the partner who knows it.
  const asked = (['guardian', 'partner'] as const).filter((to) => to === 'partner' || one.payee !== undefined);
  return [
    ...asked.map((to) => notice('asked', 'scholarship-proof-asked', to)),
    ...rungs.flatMap((rung) => [...asked, 'supervisor' as const].map((to) => notice(rung, 'scholarship-proof-reminder', to))),
  ];
}
