import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import type { CreditSignedV1 } from '#schemas/events/credit-signed.v1.ts';
import { participantIdOf } from '#services/intake/intake.ts';
import { creditSigned, deathReported, nikOf, type Story } from '../factories/people.ts';
import { storyBefore } from '../factories/story.ts';
import { claimIdFor, recorded, sendPartnerEvents } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { until } from '../support/until.ts';
import type { Answer, ApiWorld } from './api-world.ts';

export const POINTS = ['completeness', 'programme', 'heirs', 'payee', 'amount'] as const;
export const BANK_CODE = '130';

export type Reported = {
  readonly claimId: ClaimId;
  readonly path: string;
  readonly n: number;
  readonly story: Story;
  readonly payee: object;
};

/** A family's claim as it arrives by Kafka, with an account the bank knows. */
export async function reportDeath(world: ApiWorld, n: number, credit: Partial<CreditSignedV1> = {}): Promise<Reported> {
  const story = storyBefore(realNow(), n);
  const { accountNumber } = story;
  await world.bank.openAccount({ bankCode: BANK_CODE, accountNumber, holderName: `PASANGAN CONTOH ${n}` });
  await (Object.keys(credit).length === 0 ? sendPartnerEvents(world, n, story) : sendWith(credit, world, n, story));
  const claimId = claimIdFor(world, n);
  // With its automatic checks, so that nothing but the people of the test adds to it from here on.
  await until(`claim ${claimId} on record and checked`, async () => (await recorded(world, claimId))?.checks);
  const payee = { payeeClass: 'heirs', personId: 'pasangan', personName: `Pasangan Contoh ${n}`, bankCode: BANK_CODE, accountNumber };
  return { claimId, path: `/claims/${claimId}`, n, story, payee };
}

/** What an officer does up to the recommendation, a request each; every one must be accepted. */
export async function workUpTo(step: 'complete' | 'payee' | 'recommended', world: ApiWorld, { path, payee }: Reported): Promise<void> {
  const officer = async (url: string, body: object): Promise<Answer> => accepted(await world.give('petugas.satu', `${path}/${url}`, body));
  const { body: claim } = accepted(await world.call('petugas.satu', path));
  const verdicts = claim.papers.map(({ documentId }: { documentId: string }) => ({ documentId, verdict: 'ok' }));
  await officer('document-verdicts', { verdicts });
  await officer('completeness', {});
  if (step === 'complete') return;
  await officer('triage', { programme: 'jkm', reason: 'Meninggal karena sakit, tidak ada hubungan kerja.' });
  await officer('heirs', { people: claim.people });
  await officer('payee-account', payee);
  if (step === 'recommended') await officer('recommendation', { outcome: 'pay' });
}

export function accepted(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  return answer;
}

export async function approve(world: ApiWorld, { path }: Reported): Promise<Answer> {
  return world.give('penyetuju.satu', `${path}/decisions`, { decisions: POINTS.map((point) => ({ point, verdict: 'approve' })) });
}

export async function untilClosed(world: ApiWorld, { claimId }: Reported): Promise<ClaimState> {
  return until(`claim ${claimId} to close`, async () => {
    const claim = await recorded(world, claimId);
    return claim?.status === 'closed' && claim;
  });
}

async function sendWith(credit: Partial<CreditSignedV1>, world: ApiWorld, n: number, story: Story): Promise<void> {
  const publisher = world.kafka.publisher();
  const head = { source: 'bpr-contoh', time: toIso(realNow()) };
  const signed = { ...creditSigned(n, story), ...credit };
  await publisher.publish([{ topic: 'partner-credit', key: `p-${n}`, id: `credit-${n}`, type: 'credit.signed.v1', ...head, data: signed }]);
  const participantId = participantIdOf(nikOf(n), world.personKey);
  await until(`the readiness file of ${n}`, () => world.stores.readiness.find('bpr-contoh', participantId));
  const death = deathReported(n, story, head.time);
  await publisher.publish([
    { topic: 'partner-events', key: `lapor-${n}`, id: `death-${n}`, type: 'death.reported.v1', ...head, data: death },
  ]);
  await publisher.close();
}
