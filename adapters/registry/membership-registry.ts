import { MembershipsOfPerson } from '#schemas/registry/membership.ts';
import { REGISTRY_PATHS } from '#schemas/registry/parts.ts';
import { askRegistry, type RegistryConfig } from './ask-registry.ts';
import type { MembershipRegistryPort } from './port.ts';

export function createMembershipRegistry(config: RegistryConfig): MembershipRegistryPort {
  return {
    async findMemberships(nik) {
      const answer = await askRegistry(config, REGISTRY_PATHS.membership, MembershipsOfPerson, nik);
      return answer.state === 'found' ? { state: 'found', found: answer.found.memberships } : answer;
    },
  };
}
