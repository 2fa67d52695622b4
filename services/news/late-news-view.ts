import type { Stores } from '#adapters/mongo/stores.ts';
import { parseClaimId } from '#domain/claim/claim-number.ts';
import { isSettled, type LateNews, lateKindOf } from '#domain/claim/late-news/late-news.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';

/** What came, how its claim ended, what may be done and what people have said so far. */
export async function toLateNewsView(late: LateNews, stores: Pick<Stores, 'claims'>) {
  const { _id, claimId, type, toldAt, institutionId, branchId, registration, papers, steps = [] } = late;
  const claim = await claimOfLate(late, stores);
  const kind = lateKindOf(late, claim?.status);
  return {
    newsId: _id,
    kind,
    text: text(`late.${kind}`),
    todo: text(`late.todo.${kind}`),
    claimId,
    ...(claim === undefined ? {} : { status: claim.status, statusText: text(`status.${claim.status}`), claimEventOn: claim.eventOn }),
    type,
    toldAt,
    institutionId,
    ...(branchId === undefined ? {} : { branchId }),
    ...(registration === undefined ? {} : { reportId: registration.reportId, eventOn: registration.eventOn }),
    papers: (registration?.papers ?? papers ?? []).map(({ paper, documentId }) => ({ paper, documentId })),
    steps: steps.map((step) => ({ ...step, at: toIso(step.at) })),
    settled: isSettled(late),
  };
}

export async function claimOfLate(
  { claimId }: Pick<LateNews, 'claimId'>,
  { claims }: Pick<Stores, 'claims'>,
): Promise<ClaimState | undefined> {
  const known = parseClaimId(claimId);
  return known && (await claims.find(known))?.state;
}
