import Fastify from 'fastify';
import { TOKEN_FAULTS, TokenRejected } from '#adapters/identity/identity-errors.ts';
import { sendError } from '#api/http-error.ts';
import { createLog } from '#config/log.ts';

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
