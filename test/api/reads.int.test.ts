import pino from 'pino';
import { createLog } from '#config/log.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { type ApiWorld, startApiWorld } from './api-world.ts';
import { claimNumber, keepCalendar, seedClaim } from './seeded.ts';

const CLAIM = claimNumber(5_001) as ClaimId;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
  await keepCalendar(world);
  await seedClaim(world, 'verifying', { claimId: CLAIM, institutionId: 'bpr-contoh' });
}, 120_000);
afterAll(() => world.close(), 60_000);

const reads = async (query: string, person = 'auditor') => world.call(person, `/audit/reads?${query}`);

describe('whoever reads about a family leaves a trace', () => {
  test('who, as what, when, what for, and from which request; the family’s own look too', async () => {
    const seen = await world.call('petugas.satu', `/claims/${CLAIM.toLowerCase()}`);
    await world.call('staf.bpr', `/claims/${CLAIM}`);
    await world.call('auditor', `/claims/${CLAIM}/checks`);
    const body = new URLSearchParams({ claim: CLAIM, secret: world.statusSecret(CLAIM) }).toString();
    await world.call(undefined, '/status', { method: 'POST', body, headers: FORM });
    const { body: found } = await reads(`subject=${CLAIM}`);
    expect(found.reads.map(({ actorId, role, action }: never) => [actorId, role, action])).toEqual([
      ['family', 'family', 'status-page'],
      ['auditor', 'auditor', 'read-checks'],
      ['staf.bpr', 'partner-staff', 'read-claim'],
      ['petugas.satu', 'officer', 'read-claim'],
    ]);
    expect(found.reads.at(-1)).toMatchObject({ requestId: seen.headers.get('x-request-id'), roleText: expect.any(String) });
    expect((await reads('actor=staf.bpr')).body.reads).toHaveLength(1);
  });

  test('what was not shown leaves none, and a list of numbers leaves none', async () => {
    const before = (await reads('limit=200')).body.reads.length;
    expect((await world.call('staf.ksp', `/claims/${CLAIM}`)).status).toBe(404);
    expect((await world.call('petugas.satu', '/claims')).status).toBe(200);
    expect((await reads('limit=200')).body.reads).toHaveLength(before);
  });

  test('a file that is taken away is named, a page at a time, and only those who answer for the data see it', async () => {
    await world.call('auditor', '/reports/payments?month=2026-11&by=institution&format=csv');
    const first = (await reads('limit=1')).body;
    expect(first.reads).toMatchObject([{ actorId: 'auditor', action: 'read-reports', file: expect.stringMatching(/\.csv$/) }]);
    const second = (await reads(`limit=1&cursor=${first.next}`)).body;
    expect(second.reads[0].requestId).not.toBe(first.reads[0].requestId);
    for (const person of ['petugas.satu', 'penyetuju.satu', 'staf.bpr', 'sistem-bpr']) expect((await reads('', person)).status).toBe(404);
    expect((await reads('cursor=apa')).status).toBe(400);
  });

  test('the lines of a request say who asked, and a rejected token its fault and nothing else', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const on = await world.anotherApi({}, { logger });
    await world.call('petugas.satu', `/claims/${CLAIM}`, {}, on);
    await world.call(undefined, '/claims', { headers: { authorization: 'Bearer rahasia-sekali' } }, on);
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told.find(({ msg, actor }) => msg === 'request completed' && actor === 'petugas.satu')).toMatchObject({ role: 'officer' });
    expect(told.find(({ fault }) => fault !== undefined)).toMatchObject({ fault: 'malformed', msg: 'token rejected' });
    expect(lines.join('')).not.toContain('rahasia-sekali');
  });

  test('who guesses the code of a family leaves the number of the claim in the log, and never what was typed as code', async () => {
    const lines: string[] = [];
    const on = await world.anotherApi({}, { logger: createLog('api', 'info', { write: (line) => void lines.push(line) }) });
    const body = new URLSearchParams({ claim: CLAIM, secret: 'TEBAKAN9' }).toString();
    expect((await world.call(undefined, '/status', { method: 'POST', body, headers: FORM }, on)).status).toBe(404);
    const told = lines.filter((line) => line.includes('"code":"status-code-wrong"'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(CLAIM);
    expect(lines.join('')).not.toContain('TEBAKAN9');
  });
});
