import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '#api/deps.ts';
import type { Limits } from '#api/limits.ts';
import { addDeskPages } from '#api/pages/desk-pages.ts';
import { DESK_STYLE_HASH } from '#services/printouts/desk-layout.ts';
import { ownStyle, withPolicy } from './headers.ts';

/** What people at a desk open in a browser, behind a sign-in. */
export function addWebSurface(app: FastifyInstance, deps: ApiDeps, limits: Limits): void {
  const { desk } = deps;
  if (!desk) return;
  app.register((web, _options, done) => {
    withPolicy(web, ownStyle(DESK_STYLE_HASH));
    addDeskPages(web, desk, deps, limits);
    done();
  });
}
