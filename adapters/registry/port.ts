import type { CivilAnswer, MembershipAnswer } from '#domain/claim/checks/registry-answer.ts';

/** What we need of the registries. Neither method throws for anything that happens outside: silence is an answer of ours. */
export type CivilRegistryPort = {
  findPerson(nik: string): Promise<CivilAnswer>;
};

export type MembershipRegistryPort = {
  findMemberships(nik: string): Promise<MembershipAnswer>;
};
