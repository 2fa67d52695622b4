import { REGISTRY_KEY } from '../../support/registries.ts';
import { type SandboxProcess, startProcess } from '../process.ts';

export function startCivilProcess(dataFile: string): Promise<SandboxProcess> {
  return startProcess('sandbox/civil-registry/server.ts', { SANTUN_SANDBOX_CIVIL_DATA: dataFile, SANTUN_SANDBOX_CIVIL_KEY: REGISTRY_KEY });
}

export function startMembershipProcess(dataFile: string): Promise<SandboxProcess> {
  const env = { SANTUN_SANDBOX_MEMBERSHIP_DATA: dataFile, SANTUN_SANDBOX_MEMBERSHIP_KEY: REGISTRY_KEY };
  return startProcess('sandbox/membership-registry/server.ts', env);
}
