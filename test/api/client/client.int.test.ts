import { randomUUID } from 'node:crypto';
import createClient, { type Client } from 'openapi-fetch';
import { API_PATH } from '#schemas/http/api-path.ts';
import { receivedBy } from '../../support/bank.ts';
import { type ApiWorld, startApiWorld } from '../api-world.ts';
import { BANK_CODE, POINTS, type Reported, reportDeath, untilClosed } from '../story-over-http.ts';
import type { paths } from './openapi.d.ts';

/** A client as a partner would make it: from docs/openapi.json alone, knowing nothing of our code. */
let world: ApiWorld;
let reported: Reported;
beforeAll(async () => {
  world = await startApiWorld();
  await Promise.all([world.startClaimsWorker(), world.startPayoutsWorker(), world.startIntake().joined()]);
  reported = await reportDeath(world, 1);
}, 120_000);
afterAll(() => world.close(), 60_000);

async function clientOf(person: string): Promise<Client<paths>> {
  return createClient<paths>({ baseUrl: `${world.url}${API_PATH}`, headers: { authorization: `Bearer ${await world.token(person)}` } });
}

type Answered<T> = { readonly data?: T; readonly error?: { readonly text: string }; readonly response: Response };

function accepted<T>({ data, error, response }: Answered<T>): T {
  if (data === undefined) throw new Error(`${response.status}: ${error?.text ?? ''}`);
  return data;
}

test('plays a whole claim for three roles: the officer, the second person, and the partner who reported it', async () => {
  const params = { path: { claimId: reported.claimId } };
  const commandId = randomUUID;
  const officer = await clientOf('petugas.satu');
  const claim = accepted(await officer.GET('/claims/{claimId}', { params }));
  const verdicts = claim.papers.map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
  accepted(await officer.POST('/claims/{claimId}/document-verdicts', { params, body: { commandId: commandId(), verdicts } }));
  accepted(await officer.POST('/claims/{claimId}/completeness', { params, body: { commandId: commandId() } }));
  const triage = { programme: 'jkm' as const, reason: 'Meninggal karena sakit di rumah.' };
  accepted(await officer.POST('/claims/{claimId}/triage', { params, body: { commandId: commandId(), ...triage } }));
  const people = claim.people ?? [];
  const worked = accepted(await officer.POST('/claims/{claimId}/heirs', { params, body: { commandId: commandId(), people } }));
  const account = {
    payeeClass: 'heirs' as const,
    personId: 'pasangan',
    personName: 'Pasangan Contoh 1',
    bankCode: BANK_CODE,
    accountNumber: reported.story.accountNumber,
  };
  const confirmed = accepted(
    await officer.POST('/claims/{claimId}/payee-account', {
      params,
      body: { commandId: commandId(), expectedSeq: worked.seq, ...account },
    }),
  );
  const recommended = accepted(
    await officer.POST('/claims/{claimId}/recommendation', {
      params,
      body: { commandId: commandId(), expectedSeq: confirmed.seq, outcome: 'pay' },
    }),
  );
  expect(recommended.recommendation).toMatchObject({ outcome: 'pay', total: 42_000_000 });

  const second = await clientOf('penyetuju.satu');
  const decisions = POINTS.map((point) => ({ point, verdict: 'approve' as const }));
  const unseen = await second.POST('/claims/{claimId}/decisions', { params, body: { commandId: commandId(), decisions } });
  expect([unseen.response.status, unseen.error?.error]).toEqual([428, 'view-required']);
  const seen = { header: { 'If-Match': `"${recommended.seq}"` } };
  accepted(
    await second.POST('/claims/{claimId}/decisions', { params: { ...params, ...seen }, body: { commandId: commandId(), decisions } }),
  );
  await untilClosed(world, reported);

  const partner = await clientOf('staf.bpr');
  const { claims } = accepted(await partner.GET('/claims', { params: { query: { status: 'closed' } } }));
  expect(claims.map(({ claimId, status }) => [claimId, status])).toEqual([[reported.claimId, 'closed']]);
  const asPartner = accepted(await partner.GET('/claims/{claimId}', { params }));
  expect([asPartner.paidAt.length, asPartner.payouts]).toEqual([1, undefined]);
  expect(await receivedBy(world.bank, BANK_CODE, reported.story.accountNumber)).toEqual([42_000_000]);
}, 90_000);
