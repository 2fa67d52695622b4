import { CivilPerson } from '#schemas/registry/civil.ts';
import { REGISTRY_PATHS } from '#schemas/registry/parts.ts';
import { askRegistry, type RegistryConfig } from './ask-registry.ts';
import type { CivilRegistryPort } from './port.ts';

export function createCivilRegistry(config: RegistryConfig): CivilRegistryPort {
  return {
    async findPerson(nik) {
      const answer = await askRegistry(config, REGISTRY_PATHS.civil, CivilPerson, nik);
      if (answer.state !== 'found') return answer;
      const { nik: _asked, ...found } = answer.found;
      return { state: 'found', found };
    },
  };
}
