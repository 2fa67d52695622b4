import { endpoint } from '#api/endpoint.ts';
import { keeperOf } from '#domain/claim/parties.ts';
import { LateNewsStepBody } from '#schemas/http/news.ts';
import { LateNewsReply } from '#schemas/http/replies/parts.ts';
import { mustBeOfOffice } from '#services/claims/claim-access.ts';
import { settleLate } from '#services/news/late-news-steps.ts';
import { claimOfLate, toLateNewsView } from '#services/news/late-news-view.ts';

/** A claim of its own, the old one reopened, or nothing: said by people, with a reason. */
export const settleLateNewsStep = endpoint({
  method: 'POST',
  url: '/late-news/steps',
  action: 'settle-late-news',
  about: 'What becomes of late news. Two persons.',
  body: LateNewsStepBody,
  reply: LateNewsReply,
  async handle({ actor, body: { newsId, outcome, reason, commandId } }, deps) {
    const { id, role } = actor;
    const late = await deps.stores.lateEvents.find(newsId);
    const claim = late && (await claimOfLate(late, deps.stores));
    if (claim) await mustBeOfOffice(actor, keeperOf(claim), deps);
    const wish = { outcome, reason, commandId, actor: { id, role }, at: deps.now() };
    return toLateNewsView(await settleLate(newsId, wish, deps), deps.stores);
  },
});
