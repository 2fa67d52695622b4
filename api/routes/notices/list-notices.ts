import { endpoint } from '#api/endpoint.ts';
import { institutionLimit } from '#domain/access.ts';
import { NoticesQuery } from '#schemas/http/entitlements.ts';
import { NoticesReply } from '#schemas/http/replies/notices.ts';
import { toNoticeViews } from '#services/entitlements/notice-view.ts';

const OF_PARTNERS = ['guardian', 'partner'] as const;

/** What families and partners were asked or reminded of, the latest first; partners see what concerns their own institution. */
export const listNotices = endpoint({
  method: 'GET',
  url: '/notices',
  action: 'read-notices',
  about: 'Yearly requests of proof for scholarships, as they fall due.',
  query: NoticesQuery,
  reply: NoticesReply,
  async handle({ actor, query: { entitlement, limit, cursor } }, { stores }) {
    const institutionId = institutionLimit(actor);
    const filter = {
      ...(institutionId === undefined ? {} : { institutionId, to: OF_PARTNERS }),
      ...(entitlement === undefined ? {} : { entitlementId: entitlement }),
    };
    const found = await stores.notices.list(filter, limit + 1, cursor);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const notices = await toNoticeViews(page, stores.entitlements);
    return {
      notices,
      ...(notices.length === 0 ? { empty: 'Belum ada permintaan atau pengingat bukti sekolah.' } : {}),
      ...(last && found.length > limit ? { next: `${last.at}~${last._id}` } : {}),
    };
  },
});
