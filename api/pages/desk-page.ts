import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ApiDeps } from '#api/deps.ts';
import { sendFile } from '#api/endpoint.ts';
import { describeError } from '#api/http-error.ts';
import type { Limits } from '#api/limits.ts';
import { mayAsk, type Read } from '#domain/access.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import { notFound } from '#services/errors.ts';
import { deskNotice, type Visitor } from '#services/printouts/desk-layout.ts';
import type { Html } from '#services/printouts/html.ts';
import { CsvFile } from '#services/reports/csv-file.ts';
import { type DeskDeps, isOurForm, visitorOf } from './session.ts';

type Shape = z.ZodType | undefined;
type Parsed<T extends Shape> = T extends z.ZodType ? z.output<T> : undefined;

/** Where a browser goes next. */
export class GoTo {
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }
}

/** A page under the same rights as the endpoint with its data; an answer that is not a page goes out as JSON or as a file. */
export type DeskPage<P extends Shape, Q extends Shape, F extends Shape> = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly action: Read;
  readonly params?: P;
  readonly query?: Q;
  readonly form?: F;
  handle(
    request: { visitor: Visitor; now: Instant; params: Parsed<P>; query: Parsed<Q>; form: Parsed<F> },
    deps: ApiDeps,
  ): Promise<Html | CsvFile | GoTo | object>;
};

// biome-ignore lint/suspicious/noExplicitAny: a list of pages of every shape
export type AnyDeskPage = DeskPage<any, any, any>;

export function deskRoute<P extends Shape = undefined, Q extends Shape = undefined, F extends Shape = undefined>(
  definition: DeskPage<P, Q, F>,
): DeskPage<P, Q, F> {
  return definition;
}

type PageDeps = ApiDeps & { readonly desk: DeskDeps; readonly limits: Limits };

export function addDeskPage(pages: FastifyInstance, route: AnyDeskPage, { limits, ...deps }: PageDeps): void {
  const { desk } = deps;
  pages.route({
    method: route.method,
    url: route.url,
    async handler(request, reply) {
      const visitor = await visitorOf(request, desk, deps);
      await (visitor ? limits.person(visitor.actor, request, reply) : limits.address(request, reply));
      const { csrf, ...given } = (request.body ?? {}) as Record<string, unknown>;
      const signIn = `/masuk?ke=${encodeURIComponent(request.url)}`;
      if (!visitor) return route.method === 'GET' ? reply.redirect(signIn, 303) : sendPage(reply, 401, keptForm(given, signIn));
      if (!mayAsk(visitor.actor, route.action)) throw notFound();
      if (route.method === 'POST' && !isOurForm(csrf, visitor)) return sendPage(reply, 403, keptForm(given, request.url));
      const answer = await route.handle(
        {
          visitor,
          now: deps.now(),
          params: route.params?.parse(request.params),
          query: route.query?.parse(request.query),
          form: route.form?.parse(given),
        },
        deps,
      );
      if (answer instanceof GoTo) return reply.redirect(answer.address, 303);
      if (answer instanceof CsvFile) return sendFile(answer, visitor.actor, request, reply);
      return 'html' in answer ? sendPage(reply, 200, answer as Html) : answer;
    },
  });
}

/** What went wrong, in a sentence, with the number under which we find it. */
export function sendDeskError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, body } = describeError(error);
  if (status >= 500) request.log.error({ err: error }, 'page failed');
  const on =
    status >= 500 || status === 429
      ? { href: request.url, label: text('desk.error.again') }
      : { href: '/pencocokan', label: text('desk.days') };
  const page = deskNotice(text('desk.error.title'), String(body.text), on, text('desk.error.request', { id: request.id }));
  return sendPage(reply, status, page);
}

/** Nothing was done; what was typed is given back. */
function keptForm({ reason }: Readonly<Record<string, unknown>>, href: string): Html {
  const typed = typeof reason === 'string' && reason !== '' ? text('desk.stale.typed', { reason: reason.slice(0, 2_000) }) : undefined;
  return deskNotice(text('desk.stale.title'), text('desk.stale'), { href, label: text('desk.error.again') }, typed);
}

export function sendPage(reply: FastifyReply, status: number, page: Html): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page.html);
}
