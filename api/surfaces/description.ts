import type { FastifyInstance } from 'fastify';
import { describedFor } from '#api/description.ts';
import type { Limits } from '#api/limits.ts';
import { openApiOf } from '#api/openapi.ts';
import { apiPage } from '#api/pages/api-page.ts';
import { ENDPOINTS } from '#api/routes/index.ts';
import { API_PATH } from '#schemas/http/api-path.ts';
import { DESK_STYLE_HASH } from '#services/printouts/desk-layout.ts';
import { ownStyle, withPolicy } from './headers.ts';

const FILE = `${API_PATH}/openapi.json`;

/** What the API is, for whoever connects a system: a file for programs and a page for people. It says nothing about any claim, so it is open. */
export function addDescription(app: FastifyInstance, version: string, limits: Limits): void {
  let made: { readonly document: object; readonly page: string } | undefined;
  // By the first who asks: most processes are never asked.
  const described = () => {
    if (made) return made;
    const document = openApiOf(ENDPOINTS, version);
    made = { document, page: apiPage(describedFor(document), FILE).html };
    return made;
  };
  app.register((description, _options, done) => {
    withPolicy(description, ownStyle(DESK_STYLE_HASH));
    description.addHook('onRequest', limits.address);
    description.get(FILE, async () => described().document);
    description.get(API_PATH, (_request, reply) => reply.type('text/html; charset=utf-8').send(described().page));
    done();
  });
}
