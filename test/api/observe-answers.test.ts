import Fastify, { type FastifyInstance } from 'fastify';
import type { AnsweredRequest } from '#adapters/metrics/port.ts';
import { observeAnswers } from '#api/observe-answers.ts';
import { until } from '../support/until.ts';

describe('who counts answers hears of no claim and no family', () => {
  const heard: AnsweredRequest[] = [];
  let app: FastifyInstance;
  let url: string;
  beforeAll(async () => {
    app = Fastify();
    observeAnswers(app, (answered) => heard.push(answered));
    app.get('/status/:claimId/:code', async (_request, reply) => reply.code(403).send({}));
    url = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  beforeEach(() => {
    heard.length = 0;
  });
  afterAll(() => app.close());

  /** An answer is counted once it has left, which the asker may notice first. */
  async function ask(path: string): Promise<void> {
    await (await fetch(`${url}${path}`)).text();
    await until('the answer counted', () => heard.length > 0);
  }

  test('an address with a claim number and a family’s code in it is told as the template of its route', async () => {
    await ask('/status/STN-ABCDE-FGHJK/RAHASIA?nama=Siti');
    expect(heard).toMatchObject([{ method: 'GET', route: '/status/:claimId/:code', status: 403 }]);
    expect(JSON.stringify(heard)).not.toMatch(/STN-|RAHASIA|Siti/);
  });

  test('an address nobody serves is told as none', async () => {
    await ask('/status/3171234567890001');
    expect(heard).toMatchObject([{ route: undefined, status: 404 }]);
  });

  test('how long it took is in seconds', async () => {
    await ask('/');
    expect(heard[0]?.seconds).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(heard[0]?.seconds)).toBe(true);
  });
});
