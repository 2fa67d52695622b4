import type { EntitlementsStore } from '#adapters/mongo/entitlements-store.ts';
import type { Notice } from '#adapters/mongo/notices-store.ts';
import type { EntitlementId } from '#domain/entitlement-id.ts';
import { lineOf } from '#domain/scholarship/entitlement/state.ts';
import { YEAR_TERMS } from '#domain/scholarship/entitlement/terms.ts';
import { toIso } from '#domain/time/calendar/instant.ts';

/** What was said, and where the year stands now: an old reminder of a year that is paid asks nothing of anybody. */
export async function toNoticeViews(notices: readonly Notice[], entitlements: Pick<EntitlementsStore, 'among'>) {
  const ids = [...new Set(notices.map(({ subject }) => subject.entitlementId as EntitlementId))];
  const found = new Map((await entitlements.among(ids)).map((one) => [one.id as string, one]));
  return notices.map(({ _id, kind, to, at, institutionId, subject: { round, ...subject } }) => {
    const one = found.get(subject.entitlementId);
    const line = one && lineOf(one, subject.schoolYear);
    return {
      id: _id,
      kind,
      to,
      at: toIso(at),
      institutionId,
      ...subject,
      ...(line ? { state: line.state, standing: YEAR_TERMS[line.state], isOpen: line.round === round && line.state === 'asked' } : {}),
    };
  });
}
