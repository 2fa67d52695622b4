import type { FastifyInstance } from 'fastify';

/** On every answer of every surface. */
export const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
} as const;

/** What an answer that is no page allows: nothing. It stands wherever a surface says nothing else. */
export const NO_PAGE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/** What a page of ours allows: its own style and its own forms, no script. */
export function ownStyle(hash: string): string {
  return `${NO_PAGE}; style-src '${hash}'; form-action 'self'`;
}

/** The policy of one surface, on all that it answers. */
export function withPolicy(surface: FastifyInstance, policy: string): void {
  surface.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', policy);
  });
}
