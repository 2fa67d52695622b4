import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '#api/deps.ts';
import type { Limits } from '#api/limits.ts';
import { caseOfDifference, stepOnCase } from './desk/case.ts';
import { proofOfDay } from './desk/day.ts';
import { listOfDays } from './desk/days.ts';
import { paymentsOfPeriod } from './desk/payments.ts';
import { rupiahAtRiskNow } from './desk/risk.ts';
import { type AnyDeskPage, addDeskPage, sendDeskError } from './desk-page.ts';
import type { DeskDeps } from './session.ts';
import { addSignIn } from './sign-in-pages.ts';

/** Every page for people who sign in. */
export const DESK_PAGES: readonly AnyDeskPage[] = [listOfDays, proofOfDay, caseOfDifference, stepOnCase, paymentsOfPeriod, rupiahAtRiskNow];

const FORM_LIMIT = 16_384;

export function addDeskPages(app: FastifyInstance, desk: DeskDeps, deps: ApiDeps, limits: Limits): void {
  app.register((pages, _options, done) => {
    // Forms for these pages only, each with the token of its session: no endpoint of the API takes one.
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (_request, body, parsed) => parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    pages.setErrorHandler((error, request, reply) => sendDeskError(error, request, reply));
    addSignIn(pages, desk, deps, limits);
    for (const route of DESK_PAGES) addDeskPage(pages, route, { desk, limits, ...deps });
    done();
  });
}
