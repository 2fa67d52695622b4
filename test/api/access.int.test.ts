import type { AnyEndpoint } from '#api/endpoint.ts';
import { ENDPOINTS } from '#api/routes/index.ts';
import type { Role } from '#domain/actor.ts';
import { refusalFor } from '#domain/claim/actions.ts';
import { COMMAND_TYPES, type CommandType } from '#domain/claim/commands.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { DEMO_MACHINES, DEMO_USERS } from '#sandbox/identity/users.ts';
import { type Answer, type ApiWorld, startApiWorld } from './api-world.ts';
import { claimNumber, keepCalendar, seedClaim } from './seeded.ts';

const PEOPLE = [...DEMO_USERS, ...DEMO_MACHINES];
const COMMANDS = ENDPOINTS.filter(({ url }) => url.startsWith('/claims/:claimId/'));
const UNKNOWN = claimNumber(999);

/** A well-formed body for every endpoint that takes one, so that nothing but the rights decides. */
const BODIES: Readonly<Record<string, object>> = {
  verifyDocuments: { verdicts: [{ documentId: 'doc-1-family-card', verdict: 'ok' }] },
  requestCompletion: { papers: [{ paper: 'family-card', reason: 'Foto tidak terbaca.' }] },
  declareComplete: {},
  triageCause: { programme: 'jkm', reason: 'Sakit.' },
  resolveHeirs: { people: [] },
  confirmPayeeAccount: {
    payeeClass: 'heirs',
    personId: 'pasangan',
    personName: 'Pasangan Contoh',
    bankCode: '130',
    accountNumber: '1300000000001',
  },
  recommend: { outcome: 'pay' },
  decidePoints: { decisions: [{ point: 'amount', verdict: 'approve' }] },
  acknowledgeEscalation: { rungKey: 'jkm-legal:1:100', reason: 'Sudah ditangani.' },
};

let world: ApiWorld;
let claims: readonly ClaimState[];
let bankQuestions = 0;
let url: string;
beforeAll(async () => {
  world = await startApiWorld();
  await keepCalendar(world);
  const { port } = world.bank;
  const inquireAccount: typeof port.inquireAccount = (account) => {
    bankQuestions += 1;
    return port.inquireAccount(account);
  };
  url = await world.anotherApi({ bank: { inquireAccount } }, { requestsPerMinute: 100_000 });
  claims = await Promise.all(
    (['bpr-contoh', 'ksp-contoh'] as const).flatMap((institutionId, index) =>
      (['registered', 'verifying', 'closed'] as const).map((status, n) =>
        seedClaim(world, status, { claimId: claimNumber(index * 10 + n), institutionId }),
      ),
    ),
  );
}, 60_000);
afterAll(() => world.close(), 60_000);

const isPartner = (role: string): boolean => role.startsWith('partner') || role === 'machine';
const isOwn = (institution: string | undefined, claim: ClaimState): boolean => institution === claim.institutionId;

function ask(
  person: string | undefined,
  { method, url: path, action }: AnyEndpoint,
  claimId: string,
  body = BODIES[action],
): Promise<Answer> {
  const sent = method === 'POST' ? { body: { commandId: `uji-${crypto.randomUUID()}`, ...body } } : {};
  return world.call(person, path.replace(':claimId', claimId), { method, ...sent }, url);
}

const withoutId = ({ status, body: { requestId: _id, ...body } }: Answer): object => ({ status, body });

test('every endpoint that gives a command has a body in this matrix', () => {
  expect(COMMANDS.map(({ action }) => action).sort()).toEqual(Object.keys(BODIES).sort());
});

describe.each(PEOPLE)('$username ($role)', ({ username, role, institution, branch }) => {
  const actor = {
    id: username,
    role: role as Role,
    ...(institution === undefined ? {} : { institution }),
    ...(branch === undefined ? {} : { branch }),
  };
  const seen = (claim: ClaimState): boolean => !isPartner(role) || isOwn(institution, claim);

  test('lists exactly the claims it may know of', async () => {
    const { status, body } = await world.call(username, '/claims?limit=200', {}, url);
    expect(status).toBe(200);
    const expected = claims.filter(seen).map(({ claimId }) => claimId);
    expect(body.claims.map(({ claimId }: ClaimState) => claimId).sort()).toEqual(expected.sort());
  });

  test.each(ENDPOINTS.filter(({ url: path }) => path.includes(':claimId')))(
    '$method $url: another institution’s claim is as unknown as one that does not exist',
    async (endpoint) => {
      const unknown = withoutId(await ask(username, endpoint, UNKNOWN));
      expect(unknown).toEqual({ status: 404, body: { error: 'not-found', text: 'Tidak ditemukan.' } });
      for (const claim of claims.filter((candidate) => !seen(candidate))) {
        expect(withoutId(await ask(username, endpoint, claim.claimId))).toEqual(unknown);
      }
    },
  );

  test('reads the claims it may know of', async () => {
    for (const claim of claims.filter(seen)) {
      const { status, body } = await world.call(username, `/claims/${claim.claimId}`, {}, url);
      expect([status, body.institutionId, 'recommendation' in body]).toEqual([
        200,
        claim.institutionId,
        !isPartner(role) && claim.status === 'closed',
      ]);
    }
  });

  test.each(COMMANDS)('$method $url: what it may not do is refused in words, with the rule', async (endpoint) => {
    const forbidden = claims.filter(seen).filter((claim) => refusalFor(claim, actor, endpoint.action as CommandType));
    for (const claim of forbidden) {
      const { status, body } = await ask(username, endpoint, claim.claimId);
      expect({ status, body }).toMatchObject({
        status: 409,
        body: { error: expect.stringMatching(/^not-(your-role|allowed-in-status)$/), text: expect.any(String), rule: expect.any(String) },
      });
    }
    expect(forbidden.length).toBeGreaterThan(0);
  });
});

test('only officers, approvers and supervisors may do anything through the API', () => {
  const doers = PEOPLE.filter(({ role, institution }) =>
    COMMANDS.some(({ action }) =>
      claims.some(
        (claim) => !refusalFor(claim, { id: 'x', role: role as Role, ...(institution && { institution }) }, action as CommandType),
      ),
    ),
  );
  expect(new Set(doers.map(({ role }) => role))).toEqual(new Set(['officer', 'supervisor']));
  expect(COMMAND_TYPES.filter((type) => !COMMANDS.some(({ action }) => action === type))).toEqual(['attachDocuments']);
});

test('somebody who may not decide on an account does not get the bank asked about it', () => {
  expect(bankQuestions).toBe(0);
});

test.each(ENDPOINTS)('$method $url needs a token before it looks at anything', async (endpoint) => {
  const answer = await ask(undefined, endpoint, claimNumber(0), { nonsense: true });
  expect(withoutId(answer)).toEqual({ status: 401, body: { error: 'unauthorised', text: expect.stringContaining('Masuk kembali') } });
  expect(answer.headers.get('www-authenticate')).toBe('Bearer');
});
