import { createHash, randomUUID } from 'node:crypto';
import type { Publisher } from '#adapters/kafka/port.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { Command, CommandBody } from '#domain/claim/commands.ts';
import { isRefusal } from '#domain/refusal.ts';
import { participantIdOf } from '#services/intake/intake.ts';
import { type DemoStory, tellStory } from '#stack/demo-story.ts';
import { waitUntil } from '#stack/wait.ts';
import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { inFlight, timed } from './in-flight.ts';
import type { Played } from './naive.ts';
import type { Product } from './product.ts';

const OFFICER: Command['actor'] = { id: 'petugas-1', role: 'officer', branch: 'kupang' };
const APPROVER: Command['actor'] = { id: 'pemeriksa-1', role: 'approver', branch: 'kupang' };
const POINTS = ['completeness', 'programme', 'heirs', 'payee', 'amount'] as const;
const AT_ONCE = 16;

/** How long a claim was in whose hands. */
export type PlayedClaim = Played & { readonly registeredMs: number; readonly decidedMs: number; readonly paidMs: number };

/** Families that differ from each other; a story draws its number, and the same one twice would be the same claim. */
export function tellStories(count: number): readonly DemoStory[] {
  const stories = new Map<string, DemoStory>();
  const now = Date.now();
  while (stories.size < count) {
    const story = tellStory(now);
    stories.set(story.credit.participant.nik, story);
  }
  return [...stories.values()];
}

/** What lies months back in a family's life: the credit is signed and its papers are known, the heir has an account. */
export async function beforeAnythingHappens(product: Product, publisher: Publisher, stories: readonly DemoStory[]): Promise<void> {
  const { stores, personKey } = product;
  await inFlight(stories, AT_ONCE, (story) => openAccount(product, story));
  await publisher.publish(
    stories.map(({ credit }) => ({
      topic: 'partner-credit',
      key: participantIdOf(credit.participant.nik, personKey),
      id: `credit-${credit.creditNumber}`,
      type: 'credit.signed.v1',
      source: `/partners/${credit.institutionId}`,
      time: new Date().toISOString(),
      data: credit,
    })),
  );
  await inFlight(stories, AT_ONCE, ({ credit }) =>
    waitUntil(
      'a readiness file',
      async () => {
        const file = await stores.readiness.find(credit.institutionId, participantIdOf(credit.participant.nik, personKey));
        if (!file) throw new Error('it is not there yet');
      },
      { withinMs: 60_000 },
    ),
  );
}

async function openAccount({ bankUrl }: Product, { payeeName, accountNumber }: DemoStory): Promise<void> {
  const account = { bankCode: '130', accountNumber, holderName: payeeName.toUpperCase() };
  const init = { method: 'POST', body: JSON.stringify(account), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(`${bankUrl}/sandbox/accounts`, init);
  if (!answer.ok) throw new Error(`the sandbox bank opened no account: ${answer.status}`);
}

/** One claim from the report on Kafka to `claim.closed` on Kafka, with every step of its people through the claim gateway. */
export async function playClaim(product: Product, publisher: Publisher, story: DemoStory): Promise<PlayedClaim> {
  const { death } = story;
  const participantId = participantIdOf(death.participantNik, product.personKey);
  const claimId = claimIdFromDigest(createHash('sha256').update(`death:${participantId}`).digest());
  const reportedAt = performance.now();
  const source = `/partners/${death.institutionId}`;
  const told = { id: `death-${death.reportId}`, type: 'death.reported.v1', source, time: death.reportedAt, data: death };
  await publisher.publish([{ topic: 'partner-events', key: death.reportId, ...told }]);
  await product.heard.once(claimId, 'claim.registered.v1');
  const registeredAt = performance.now();
  const updatesMs = await decide(product, claimId, story);
  const decidedAt = performance.now();
  await product.heard.once(claimId, 'claim.closed.v1');
  return {
    workflowId: claimWorkflowId(claimId),
    updatesMs,
    registeredMs: registeredAt - reportedAt,
    decidedMs: decidedAt - registeredAt,
    paidMs: performance.now() - decidedAt,
  };
}

/** Two sittings: what the officer decides goes in one update, what the second person decides in another. */
async function decide({ stores, claims }: Product, claimId: ClaimId, story: DemoStory): Promise<readonly number[]> {
  const updatesMs: number[] = [];
  const claim = (await stores.claims.find(claimId))?.state;
  if (!claim) throw new Error(`claim ${claimId} was announced and is not on record`);
  // The page each person looks at: as the one before left it.
  let seen = claim.seq;
  const sit = async (actor: Command['actor'], ...bodies: readonly CommandBody[]): Promise<void> => {
    const commands = bodies.map((body) => ({ ...body, actor, commandId: randomUUID(), expectedSeq: seen }) as Command);
    const answer = await timed(updatesMs, () => claims.submit(claimId, ...commands));
    if (isRefusal(answer)) throw new Error(`${bodies.map(({ type }) => type).join(', ')} of ${claimId} was refused: ${answer.text}`);
    seen = answer.seq;
  };
  const verdicts = claim.papers.map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
  const payee = { personId: 'pasangan', personName: story.payeeName, bankCode: '130', accountNumber: story.accountNumber };
  const account = await stores.accounts.keep(claim.readinessFileId ?? claimId, payee);
  await sit(
    OFFICER,
    { type: 'verifyDocuments', verdicts },
    { type: 'declareComplete' },
    { type: 'triageCause', programme: 'jkm', reason: 'Meninggal karena sakit di rumah.' },
    { type: 'resolveHeirs', people: claim.people },
    {
      type: 'confirmPayeeAccount',
      payeeClass: 'heirs',
      personId: payee.personId,
      accountRef: account._id,
      inquiry: { holder: 'match', ownedByPartner: account.ownedByPartner },
    },
    { type: 'recommend', outcome: 'pay' },
  );
  await sit(APPROVER, { type: 'decidePoints', decisions: POINTS.map((point) => ({ point, verdict: 'approve' })) });
  return updatesMs;
}

/** The bank's own book is the judge: as many transfers as claims, or the figures are worth nothing. */
export async function assertPaidOnce({ bankUrl }: Product, claimCount: number): Promise<void> {
  const answer = await fetch(`${bankUrl}/sandbox/ledger`);
  const { entries } = (await answer.json()) as { readonly entries: readonly { readonly kind: string }[] };
  const transfers = entries.filter(({ kind }) => kind === 'transfer').length;
  if (transfers !== claimCount) throw new Error(`${claimCount} claims were closed and the bank made ${transfers} transfers.`);
}
