import { createCivilRegistry } from '#adapters/registry/civil-registry.ts';
import { createMembershipRegistry } from '#adapters/registry/membership-registry.ts';
import { nikOf } from '../factories/people.ts';
import { type Desk, deskOf, payeeOf } from './desk.ts';
import { patiently } from './patience.ts';
import { createPeople, type People, type Person } from './people.ts';
import type { Stage } from './play.ts';
import { movePayment, recordCommand, recordEvent, sweepOnce } from './probe-work.ts';
import type { Story } from './stories.ts';
import { type ChaosWorld, officeOf } from './world.ts';

/** Resolves when a piece of real work has passed through the part, begun after `since`. Asks until the signal ends it. */
export type Probe = (since: number, signal: AbortSignal) => Promise<void>;

export type ProbeSetting = { readonly world: ChaosWorld; readonly stage: Stage; readonly canary: Story };

const ASK_EVERY_MS = 250;

/** What shows that a part works again, by the name of the part. */
export function createProbes({ world, stage, canary }: ProbeSetting): (component: string) => Probe {
  const claimId = stage.partner.claimId(canary);
  const path = `/claims/${claimId}`;
  const tokens = new Map<Person, string>();
  const peopleUntil = (signal: AbortSignal): People =>
    createPeople({ ...officeOf(world), everyMs: ASK_EVERY_MS, tokens }, signal, () => undefined);
  const deskUntil = (signal: AbortSignal): Desk => deskOf(peopleUntil(signal), claimId, { ...canary, doubleClicks: false });
  let asked = 0;
  const fresh = (): string => {
    asked += 1;
    return `probe-${asked}`;
  };
  const command: Probe = (_since, signal) => recordCommand(deskUntil(signal), claimId, fresh(), stage.today);
  const event: Probe = (_since, signal) => recordEvent(world, stage, canary, fresh(), signal);

  const probes: Readonly<Record<string, Probe>> = {
    api: async (_since, signal) => {
      await peopleUntil(signal).read('petugas.satu', path);
    },
    async identity(_since, signal) {
      const people = peopleUntil(signal);
      await patiently('a sign-in', async () => people.tryRead(await people.signIn('petugas.satu'), path).then(() => true), signal);
    },
    intake: event,
    kafka: event,
    /** An account inquiry: the bank, its new token, and the record. */
    bank: (_since, signal) => deskUntil(signal).give('petugas.satu', fresh(), payeeOf(canary, 'payee')),
    payouts: (since, signal) => movePayment(world, stage, since, signal),
    sweeper: (since, signal) => sweepOnce(world, since, signal),
    ...registryProbes(world, canary),
  };
  return (component) => probes[component] ?? command;
}

function registryProbes({ sandbox: { santun } }: ChaosWorld, { n }: Story): Readonly<Record<string, Probe>> {
  const timeoutMs = 2_000;
  const civilAt = { url: santun.SANTUN_CIVIL_REGISTRY_URL ?? '', key: santun.SANTUN_CIVIL_REGISTRY_KEY ?? '', timeoutMs };
  const membersAt = { url: santun.SANTUN_MEMBERSHIP_REGISTRY_URL ?? '', key: santun.SANTUN_MEMBERSHIP_REGISTRY_KEY ?? '', timeoutMs };
  const civil = createCivilRegistry(civilAt);
  const members = createMembershipRegistry(membersAt);
  const isAnswer = ({ state }: { readonly state: string }): boolean => state !== 'no-answer';
  return {
    async 'civil-registry'(_since, signal) {
      await patiently('the civil registry', async () => isAnswer(await civil.findPerson(nikOf(n))), signal);
    },
    async 'membership-registry'(_since, signal) {
      await patiently('the membership registry', async () => isAnswer(await members.findMemberships(nikOf(n))), signal);
    },
  };
}
