import { endpoint } from '#api/endpoint.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import { ReadsQuery } from '#schemas/http/audit.ts';
import { ReadsReply } from '#schemas/http/replies/audit.ts';

/** Who saw a claim or took a file away, latest first: for whoever answers for the families' data. */
export const listReads = endpoint({
  method: 'GET',
  url: '/audit/reads',
  action: 'read-audit',
  about: 'Who read about which family, took which file away, the latest first.',
  query: ReadsQuery,
  reply: ReadsReply,
  async handle({ query: { subject, actor, cursor, limit } }, { stores }) {
    const filter = { ...(subject === undefined ? {} : { subject }), ...(actor === undefined ? {} : { actorId: actor }) };
    const found = await stores.reads.list(filter, limit + 1, cursor);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      reads: page.map(({ _id, at, role, ...read }) => ({ requestId: _id, at: toIso(at), role, roleText: text(`role.${role}`), ...read })),
      ...(last && found.length > limit ? { next: `${last.at}~${last._id}` } : {}),
    };
  },
});
