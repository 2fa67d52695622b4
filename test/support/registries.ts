import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { createCivilRegistry } from '#adapters/registry/civil-registry.ts';
import { createMembershipRegistry } from '#adapters/registry/membership-registry.ts';
import type { CivilRegistryPort, MembershipRegistryPort } from '#adapters/registry/port.ts';
import { startCivilRegistry } from '#sandbox/civil-registry/start.ts';
import { startMembershipRegistry } from '#sandbox/membership-registry/start.ts';
import type { RegistryFaultOrder } from '#schemas/registry/sandbox.ts';

export const REGISTRY_KEY = 'a-registry-key-of-this-test-only';

/** The back office of one sandbox registry. */
export type RegistryOffice = {
  readonly url: string;
  keep(entry: object): Promise<void>;
  fault(order: z.input<typeof RegistryFaultOrder>): Promise<void>;
  clearFaults(): Promise<void>;
};

export type TestRegistries = {
  readonly civil: RegistryOffice;
  readonly membership: RegistryOffice;
  readonly ports: { readonly civilRegistry: CivilRegistryPort; readonly membershipRegistry: MembershipRegistryPort };
  close(): Promise<void>;
};

/** Both sandbox registries in this process, over files of their own, with adapters that hold their key. */
export async function testRegistries(timeoutMs = 1_500): Promise<TestRegistries> {
  const folder = mkdtempSync(join(tmpdir(), 'santun-registries-'));
  const civil = await startCivilRegistry({ dataFile: join(folder, 'people.jsonl'), key: REGISTRY_KEY });
  const membership = await startMembershipRegistry({ dataFile: join(folder, 'memberships.jsonl'), key: REGISTRY_KEY });
  return {
    civil: registryOffice(civil.url),
    membership: registryOffice(membership.url),
    ports: {
      civilRegistry: createCivilRegistry({ url: civil.url, key: REGISTRY_KEY, timeoutMs }),
      membershipRegistry: createMembershipRegistry({ url: membership.url, key: REGISTRY_KEY, timeoutMs }),
    },
    async close() {
      await civil.close();
      await membership.close();
    },
  };
}

export function registryOffice(url: string): RegistryOffice {
  async function post(path: string, body: object): Promise<void> {
    const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await fetch(`${url}${path}`, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
  return {
    url,
    keep: (entry) => post('/sandbox/records', entry),
    fault: (order) => post('/sandbox/faults', order),
    async clearFaults() {
      await fetch(`${url}/sandbox/faults`, { method: 'DELETE' });
    },
  };
}
