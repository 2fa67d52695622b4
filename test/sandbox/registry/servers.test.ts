import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCivilRegistryEnv } from '#sandbox/civil-registry/env.ts';
import { readMembershipRegistryEnv } from '#sandbox/membership-registry/env.ts';
import { REGISTRY_PATHS } from '#schemas/registry/parts.ts';
import { REGISTRY_KEY, registryOffice } from '../../support/registries.ts';
import { startCivilProcess, startMembershipProcess } from './registry-process.ts';

const NIK = '0000001701000777';
const PERSON = {
  nik: NIK,
  name: 'TUJUH CONTOH',
  birthDate: '1980-01-17',
  familyCardNumber: '0000000000000777',
  life: { alive: true },
  relatives: [],
};
const MEMBER = {
  nik: NIK,
  memberships: [{ kpj: 'KPJ00000777', segment: 'BPU', memberSince: '2025-06-05', paidMonths: ['2025-06'], payer: 'self' }],
};

async function ask(url: string, path: string, body: unknown, key = REGISTRY_KEY): Promise<{ status: number; body: unknown }> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

describe.each([
  ['civil registry', startCivilProcess, REGISTRY_PATHS.civil, PERSON],
  ['membership registry', startMembershipProcess, REGISTRY_PATHS.membership, MEMBER],
] as const)('the sandbox %s', (_name, start, path, entry) => {
  const dataFile = () => join(mkdtempSync(join(tmpdir(), 'santun-registry-')), 'deep', 'records.jsonl');

  test('knows tomorrow whom it was told about, also after a power cut in the middle of a line', async () => {
    const file = dataFile();
    const first = await start(file);
    expect(await ask(first.url, path, { nik: NIK })).toEqual({ status: 404, body: { error: 'not-found' } });
    await registryOffice(first.url).keep(entry);
    expect(await ask(first.url, path, { nik: NIK })).toEqual({ status: 200, body: entry });
    await first.kill();
    appendFileSync(file, '{"nik":"00000');
    const second = await start(file);
    expect(await ask(second.url, path, { nik: NIK })).toEqual({ status: 200, body: entry });
    expect((await ask(second.url, path, { nik: '0000001701000001' })).status).toBe(200);
    expect(await second.stop()).toBe(0);
  });

  test('answers nobody without its key, and nothing that is no question', async () => {
    const server = await start(dataFile());
    expect((await ask(server.url, path, { nik: NIK }, 'a-wrong-key')).status).toBe(401);
    expect((await ask(server.url, path, { nik: NIK }, '')).status).toBe(401);
    expect((await ask(server.url, path, { nik: '123' })).status).toBe(400);
    expect((await ask(server.url, path, { nik: NIK, and: 'more' })).status).toBe(400);
    expect(await server.stop()).toBe(0);
  });

  test('refuses an order for a fault or a person that cannot be, and forgets ordered faults when told', async () => {
    const server = await start(dataFile());
    const office = registryOffice(server.url);
    await expect(office.fault({ kind: 'fire' as never })).rejects.toThrow('400');
    await expect(office.keep({ ...entry, nik: 'x' })).rejects.toThrow('400');
    await office.keep(entry);
    await office.fault({ kind: 'not-found', times: 'always' });
    expect((await ask(server.url, path, { nik: NIK })).status).toBe(404);
    await office.clearFaults();
    expect((await ask(server.url, path, { nik: NIK })).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });
});

test('a registry without its key does not open and says what is missing', () => {
  expect(() => readCivilRegistryEnv({})).toThrow('SANTUN_SANDBOX_CIVIL_KEY');
  expect(() => readMembershipRegistryEnv({})).toThrow('SANTUN_SANDBOX_MEMBERSHIP_KEY');
});
