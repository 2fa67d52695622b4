import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '#api/deps.ts';
import type { Limits } from '#api/limits.ts';
import { STYLE_HASH } from '#api/pages/layout.ts';
import { addStatusPage } from '#api/pages/status-page.ts';
import { ownStyle, withPolicy } from './headers.ts';

/** What a family opens with number and code: no script, no cookie. */
export function addFamilySurface(app: FastifyInstance, deps: ApiDeps, limits: Limits): void {
  app.register((family, _options, done) => {
    withPolicy(family, ownStyle(STYLE_HASH));
    addStatusPage(family, deps, limits);
    done();
  });
}
