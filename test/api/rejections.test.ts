import Fastify from 'fastify';
import { TOKEN_FAULTS, TokenRejected } from '#adapters/identity/identity-errors.ts';
import { createStatusSecret } from '#adapters/identity/status-secret.ts';
import type { ApiDeps } from '#api/endpoint.ts';
import { sendError } from '#api/http-error.ts';
import { addStatusPage } from '#api/pages/status-page.ts';
import { createLog } from '#config/log.ts';
import { claimNumber } from './seeded.ts';

function logged() {
  const lines: string[] = [];
  const app = Fastify({ loggerInstance: createLog('api', 'info', { write: (line) => void lines.push(line) }) });
  return { app, lines };
}

test.each(TOKEN_FAULTS)('a token rejected as %s is in the log by that code and by nothing of the token', async (fault) => {
  const { app, lines } = logged();
  app.setErrorHandler(sendError);
  app.get('/', async () => {
    throw new TokenRejected(fault);
  });
  const answer = await fetch(await app.listen({ host: '127.0.0.1', port: 0 }), {
    headers: { authorization: 'Bearer rahasia.token.palsu' },
  });
  expect([answer.status, (await answer.text()).includes(`"${fault}"`)]).toEqual([401, false]);
  await app.close();
  expect(lines.filter((line) => line.includes(`"fault":"${fault}"`))).toHaveLength(1);
  expect(lines.join()).not.toContain('rahasia.token.palsu');
});

test('who guesses the code of a family leaves the number of the claim in the log, and never what was typed as code', async () => {
  const { app, lines } = logged();
  addStatusPage(app as never, { statusSecret: createStatusSecret('kunci-uji-yang-hanya-untuk-pengujian') } as ApiDeps);
  const claim = claimNumber(1);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const body = new URLSearchParams({ claim, secret: 'TEBAKAN9' });
  expect((await fetch(`${url}/status`, { method: 'POST', body })).status).toBe(404);
  await app.close();
  const told = lines.filter((line) => line.includes('"code":"status-code-wrong"'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(claim);
  expect(lines.join()).not.toContain('TEBAKAN9');
});
