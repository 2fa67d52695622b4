import type { KafkaConnection } from '#adapters/kafka/port.ts';
import type { Stores } from '#adapters/mongo/stores.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { participantIdOf } from '#services/intake/intake.ts';
import { type DemoPerson, signIn } from './demo-api.ts';
import { onRecord } from './demo-records.ts';
import { type DemoStory, tellStory } from './demo-story.ts';
import type { SandboxWorld } from './sandbox-world.ts';
import { waitUntil } from './wait.ts';

export type Stage = { readonly world: SandboxWorld; readonly apiUrl: string; readonly stores: Stores; readonly kafka: KafkaConnection };

/** Plays one claim as its people would: partners through Kafka, officers through the API, the bank by itself. Returns the closed claim. */
export async function playStory(stage: Stage, now: number): Promise<ClaimState> {
  const story = tellStory(now);
  const { SANTUN_OIDC_ISSUER: issuer = '' } = stage.world.santun;
  const officer = await signIn(stage.apiUrl, issuer, 'petugas.satu', stage.world.password);
  const approver = await signIn(stage.apiUrl, issuer, 'penyetuju.satu', stage.world.password);
  await openAccount(stage, story);
  await putOnRecord(stage, story);
  const claimId = await report(stage, story);
  await decide(claimId, officer, approver, story);
  return found(`claim ${claimId} closed`, async () => {
    const claim = (await stage.stores.claims.find(claimId))?.state;
    return claim?.status === 'closed' ? claim : undefined;
  });
}

async function openAccount({ world }: Stage, { payeeName, accountNumber }: DemoStory): Promise<void> {
  const account = { bankCode: '130', accountNumber, holderName: payeeName.toUpperCase() };
  const init = { method: 'POST', body: JSON.stringify(account), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(`${world.santun.SANTUN_BANK_URL}/sandbox/accounts`, init);
  if (!answer.ok) throw new Error(`the sandbox bank opened no account: ${answer.status}`);
}

/** What Dukcapil and BPJS Ketenagakerjaan would know of this family anyway. */
async function putOnRecord({ world: { santun } }: Stage, story: DemoStory): Promise<void> {
  const { civil, membership } = onRecord(story);
  await keepAt(`${santun.SANTUN_CIVIL_REGISTRY_URL}/sandbox/records`, civil);
  await keepAt(`${santun.SANTUN_MEMBERSHIP_REGISTRY_URL}/sandbox/records`, membership);
}

async function keepAt(url: string, entry: object): Promise<void> {
  const init = { method: 'POST', body: JSON.stringify(entry), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`the sandbox registry kept no record: ${answer.status}`);
}

async function report({ stores, kafka, world }: Stage, { credit, death }: DemoStory): Promise<ClaimId> {
  const participantId = participantIdOf(credit.participant.nik, world.santun.SANTUN_PERSON_KEY ?? '');
  const { institutionId } = credit;
  const source = `/partners/${institutionId}`;
  const time = death.reportedAt;
  const publisher = kafka.publisher();
  const signed = { id: `credit-${credit.creditNumber}`, type: 'credit.signed.v1', source, time, data: credit };
  await publisher.publish([{ topic: 'partner-credit', key: participantId, ...signed }]);
  await found('the readiness file', () => stores.readiness.find(institutionId, participantId));
  const died = { id: `death-${death.reportId}`, type: 'death.reported.v1', source, time, data: death };
  await publisher.publish([{ topic: 'partner-events', key: death.reportId, ...died }]);
  await publisher.close();
  const claim = await found('the claim', async () =>
    (await stores.claims.list({ institutionId }, 20)).find((row) => row.state.participantId === participantId),
  );
  return claim.state.claimId;
}

async function decide(claimId: ClaimId, officer: DemoPerson, approver: DemoPerson, { payeeName, accountNumber }: DemoStory): Promise<void> {
  const path = `/claims/${claimId}`;
  const claim = await officer.get<{ papers: { documentId: string }[]; people: object[] }>(path);
  await officer.give(`${path}/document-verdicts`, { verdicts: claim.papers.map(({ documentId }) => ({ documentId, verdict: 'ok' })) });
  await officer.give(`${path}/completeness`, {});
  await officer.give(`${path}/triage`, { programme: 'jkm', reason: 'Meninggal karena sakit, tidak ada hubungan kerja.' });
  await officer.give(`${path}/heirs`, { people: claim.people });
  const payee = { payeeClass: 'heirs', personId: 'pasangan', personName: payeeName, bankCode: '130', accountNumber };
  await officer.give(`${path}/payee-account`, payee);
  await officer.give(`${path}/recommendation`, { outcome: 'pay' });
  const points = ['completeness', 'programme', 'heirs', 'payee', 'amount'];
  await approver.give(`${path}/decisions`, { decisions: points.map((point) => ({ point, verdict: 'approve' })) });
}

async function found<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  let result: T | undefined;
  const probe = async (): Promise<void> => {
    result = await look();
    if (result === undefined) throw new Error(`${what} is not there yet`);
  };
  await waitUntil(what, probe, { withinMs: 60_000 });
  return result as T;
}
