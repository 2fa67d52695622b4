import { createCivilRegistry } from '#adapters/registry/civil-registry.ts';
import { createMembershipRegistry } from '#adapters/registry/membership-registry.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { SWEEP_WORKFLOW } from '#workflows/messages.ts';
import { nikOf } from '../factories/people.ts';
import { DIGEST, deskOf, payeeOf } from './desk.ts';
import { patiently } from './patience.ts';
import { createPeople, type People } from './people.ts';
import type { Stage } from './play.ts';
import type { Story } from './stories.ts';
import type { ChaosWorld } from './world.ts';

/** Resolves when a piece of real work has passed through the part, begun after `since`. Asks until the signal ends it. */
export type Probe = (since: number, signal: AbortSignal) => Promise<void>;

export type ProbeSetting = { readonly world: ChaosWorld; readonly stage: Stage; readonly canary: Story };

/** What shows that a part works again, by the name of the part. */
export function createProbes({ world, stage, canary }: ProbeSetting): (component: string) => Probe {
  const { sandbox, stores } = world;
  const { santun } = sandbox;
  const claimId: ClaimId = stage.partner.claimId(canary);
  const path = `/claims/${claimId}`;
  const peopleUntil = (signal: AbortSignal): People => createPeople(officeOf(world), signal, () => undefined);
  const deskUntil = (signal: AbortSignal) => deskOf(peopleUntil(signal), claimId, { ...canary, doubleClicks: false });
  let asked = 0;
  const fresh = (): string => {
    asked += 1;
    return `probe-${asked}`;
  };

  /** A person's command is answered when its facts are in the journal, in the record and on Kafka: it needs every one of them. */
  const commandRecorded: Probe = async (_since, signal) => {
    const step = fresh();
    const papers = [{ paper: 'chronology', documentId: `${claimId}-${step}`, sha256: DIGEST, obtainedOn: stage.today }];
    await deskUntil(signal).give('petugas.satu', step, { type: 'attachDocuments', body: { papers } });
  };

  /** A partner's event travels through Kafka and intake to the record. */
  const eventRecorded: Probe = async (_since, signal) => {
    const documentId = `${claimId}-${fresh()}`;
    await patiently('the brokers', () => stage.partner.addPaper(canary, documentId).then(() => true), signal);
    const isThere = async (): Promise<boolean> =>
      (await stores.claims.find(claimId))?.state.papers.some((paper) => paper.documentId === documentId) ?? false;
    await patiently('the paper on record', isThere, signal);
  };

  const isAnswered = (answer: { readonly state: string }): boolean => answer.state !== 'no-answer';
  const timeoutMs = 2_000;
  const civil = createCivilRegistry({
    url: santun.SANTUN_CIVIL_REGISTRY_URL ?? '',
    key: santun.SANTUN_CIVIL_REGISTRY_KEY ?? '',
    timeoutMs,
  });
  const membership = createMembershipRegistry({
    url: santun.SANTUN_MEMBERSHIP_REGISTRY_URL ?? '',
    key: santun.SANTUN_MEMBERSHIP_REGISTRY_KEY ?? '',
    timeoutMs,
  });

  const probes: Readonly<Record<string, Probe>> = {
    api: async (_since, signal) => {
      await peopleUntil(signal).read('petugas.satu', path);
    },
    identity: async (_since, signal) => {
      const people = peopleUntil(signal);
      await patiently('a sign-in', async () => people.tryRead(await people.signIn('petugas.satu'), path).then(() => true), signal);
    },
    intake: eventRecorded,
    kafka: eventRecorded,
    /** An account inquiry: the bank, its new token, and the record. */
    bank: (_since, signal) => deskUntil(signal).give('petugas.satu', fresh(), payeeOf(canary, 'payee')),
    async payouts(since, signal) {
      // Somebody's approval is brought forward where none is on its way, so that there is money to pay.
      let nextHurryAt = 0;
      const isPaying = async (): Promise<boolean> => {
        if (Date.now() > nextHurryAt) {
          stage.turns.hurry();
          nextHurryAt = Date.now() + 3_000;
        }
        const logged = await world.reader.collection('payouts').countDocuments({ 'log.at': { $gt: since } });
        return logged > 0;
      };
      await patiently('a payment to move', isPaying, signal);
    },
    async sweeper(since, signal) {
      const query = `WorkflowType = '${SWEEP_WORKFLOW}' AND ExecutionStatus = 'Completed' AND CloseTime > '${new Date(since).toISOString()}'`;
      const hasSwept = async (): Promise<boolean> => (await world.temporal.client.workflow.count(query)).count > 0;
      await patiently('a pass of the sweeper', hasSwept, signal);
    },
    'civil-registry': async (_since, signal) => {
      await patiently('the civil registry', async () => isAnswered(await civil.findPerson(nikOf(canary.n))), signal);
    },
    'membership-registry': async (_since, signal) => {
      await patiently('the membership registry', async () => isAnswered(await membership.findMemberships(nikOf(canary.n))), signal);
    },
  };
  return (component) => probes[component] ?? commandRecorded;
}

export function officeOf({ sandbox: { santun, password } }: ChaosWorld) {
  return { apiUrl: `http://127.0.0.1:${santun.SANTUN_API_PORT}`, issuer: santun.SANTUN_OIDC_ISSUER ?? '', password };
}
