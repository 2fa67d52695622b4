import type { AnyEndpoint } from '#api/endpoint.ts';
import { DESK_PAGES } from '#api/pages/desk-pages.ts';
import { ENDPOINTS } from '#api/routes/index.ts';
import { READS, type Read } from '#domain/access.ts';
import { refusalFor } from '#domain/claim/actions.ts';
import type { ClaimId } from '#domain/claim/claim-number.ts';
import { COMMAND_TYPES, type CommandType } from '#domain/claim/commands.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { entitlementIdOf } from '#domain/entitlement-id.ts';
import type { Role } from '#domain/people/actor.ts';
import { day } from '#domain/time/calendar/day.ts';
import { DEMO_MACHINES, DEMO_USERS } from '#sandbox/identity/users.ts';
import { claimIdOf } from '../factories/claim-on-record.ts';
import { type Answer, type ApiWorld, startApiWorld } from './api-world.ts';
import { keepCalendar, seedClaim } from './seeded.ts';

const PEOPLE = [...DEMO_USERS, ...DEMO_MACHINES];
const isCommand = (action: string): action is CommandType => (COMMAND_TYPES as readonly string[]).includes(action);
const COMMANDS = ENDPOINTS.filter(({ action }) => isCommand(action));
const FAMILY_CODES = ENDPOINTS.filter(({ action }) => action === 'give-family-codes' || action === 'end-family-codes');
const SITTINGS = ENDPOINTS.filter(({ action }) => action === 'decide-together');
/** Those that need nothing but a person, and a claim where they name one. */
const READINGS = ENDPOINTS.filter(({ method, url }) => method === 'GET' && !/:(version|date|entitlementId|caseId)/.test(url));

/** A well-formed body for every endpoint that takes one, so that nothing but the rights decides. */
const BODIES: Readonly<Record<CommandType, object>> = {
  attachDocuments: { papers: [{ paper: 'family-card', documentId: 'doc-9', sha256: '0'.repeat(64), obtainedOn: '2026-03-01' }] },
  verifyDocuments: { verdicts: [{ documentId: 'doc-1-family-card', verdict: 'ok' }] },
  waiveDocument: { paper: 'family-card', reason: 'Sudah ada pada berkas lain.' },
  requestCompletion: { papers: [{ paper: 'family-card', reason: 'Foto tidak terbaca.' }] },
  declareComplete: {},
  revokeCompleteness: { papers: [{ paper: 'family-card', reason: 'Ternyata palsu.' }], reason: 'Tidak tercatat.' },
  triageCause: { programme: 'jkm', reason: 'Sakit.' },
  correctEvent: { eventOn: '2026-02-18', reason: 'Akta nomor 12.' },
  resolveHeirs: { people: [] },
  assessInjury: { injury: { stmbDays: 3 } },
  concludeTreatment: { outcome: 'recovered', on: '2026-03-20T01:00:00Z' },
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
  pauseClock: { ground: 'court-order', source: 'Penetapan nomor 1.' },
  resumeClock: { ground: 'court-order', reason: 'Penetapan dicabut.' },
  extendPromise: { units: 1, reason: 'Kantor cabang kebanjiran.' },
  releasePayout: { payoutId: 'pembayaran-1', verdict: 'pay', reason: 'Terlambat.' },
  exemptPayout: { payoutId: 'pembayaran-1', reason: 'Mendesak.' },
  resolveUnknownPayout: { payoutId: 'pembayaran-1', issue: 1, finding: { outcome: 'unpaid' }, evidence: 'Rekening koran.' },
  withdraw: { reason: 'Surat keluarga.' },
  appeal: { reason: 'Iuran sudah dibayar.' },
  reopen: { ground: 'new-evidence', reason: 'Akta baru.' },
};

const BODY_OF: Readonly<Record<string, object>> = {
  ...BODIES,
  'decide-together': { decisions: [{ type: 'confirmPayeeAccount', ...BODIES.confirmPayeeAccount }] },
  'give-family-codes': { personName: 'Pasangan Contoh' },
};

let world: ApiWorld;
let claims: readonly ClaimState[];
let unknown: ClaimId;
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
  // Of this world alone: on the shared server another run may have a claim at work under any fixed number.
  unknown = claimIdOf(world.personKey, 'unknown');
  claims = await Promise.all(
    STANDINGS.flatMap(([institutionId, parties], index) =>
      (['registered', 'verifying', 'closed'] as const).map((status, n) =>
        seedClaim(world, status, { claimId: claimIdOf(world.personKey, index, n), institutionId, ...(parties && { parties }) }),
      ),
    ),
  );
}, 60_000);
afterAll(() => world.close(), 60_000);

/** First reporter, and who else stands to the claim: nobody, another reporter, the holder of the family's file. */
const STANDINGS: readonly (readonly [string, ClaimState['parties']?])[] = [
  ['bpr-contoh'],
  ['ksp-contoh'],
  ['kopdit-asing'],
  ['bpr-contoh', [{ institutionId: 'ksp-contoh', branchId: 'ksp-1', reports: [{ reportId: 'lapor-2', reportedAt: 1_772_413_200_000 }] }]],
  ['kopdit-asing', [{ institutionId: 'bpr-contoh', branchId: 'bpr-1', reports: [], keepsFile: true }]],
];

const isPartner = (role: string): boolean => role.startsWith('partner') || role === 'machine';
const isOwn = (institution: string | undefined, { institutionId, parties = [] }: ClaimState): boolean =>
  [institutionId, ...parties.map((party) => party.institutionId)].some((one) => one === institution);

function ask(
  person: string | undefined,
  { method, url: path, action }: AnyEndpoint,
  claimId: string,
  body = BODY_OF[action],
): Promise<Answer> {
  const sent = method === 'POST' ? { body: { commandId: `uji-${crypto.randomUUID()}`, ...body } } : {};
  return world.call(person, path.replace(':claimId', claimId).replace(':seq', '1'), { method, ...sent }, url);
}

const withoutId = ({ status, body: { requestId: _id, ...body } }: Answer): object => ({ status, body });

test('every command has one endpoint, and every endpoint of a claim has its place in this matrix', () => {
  expect(COMMANDS.map(({ action }) => action).sort()).toEqual([...COMMAND_TYPES].sort());
  const covered = [...COMMANDS, ...SITTINGS, ...READINGS, ...FAMILY_CODES];
  expect(ENDPOINTS.filter(({ url: path }) => path.includes(':claimId')).filter((one) => !covered.includes(one))).toEqual([]);
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
      const hidden = claims.filter((candidate) => !seen(candidate)).map(({ claimId }) => claimId);
      const answers = await Promise.all([unknown, ...hidden.slice(0, 1)].map((claimId) => ask(username, endpoint, claimId)));
      for (const answer of answers) {
        expect(withoutId(answer)).toEqual({ status: 404, body: { error: 'not-found', text: 'Tidak ditemukan.' } });
      }
    },
  );

  test('reads the claims it may know of', async () => {
    for (const claim of claims.filter(seen)) {
      const { status, body } = await world.call(username, `/claims/${claim.claimId}`, {}, url);
      expect([status, body.institutionId, 'recommendation' in body, 'risk' in body]).toEqual([
        200,
        isPartner(role) ? institution : claim.institutionId,
        !isPartner(role) && claim.status === 'closed',
        !isPartner(role) && claim.status !== 'closed',
      ]);
    }
  });

  test('a partner reads its own papers, and of other institutions nothing but that there are some', async () => {
    for (const claim of claims.filter((one) => isPartner(role) && seen(one))) {
      const { body, text } = await world.call(username, `/claims/${claim.claimId}`, {}, url);
      const isFirst = claim.institutionId === institution;
      expect([body.papers.length, 'otherInstitutions' in body]).toEqual([isFirst ? claim.papers.length : 0, claim.parties !== undefined]);
      const others = [claim.institutionId, ...(claim.parties ?? []).map((party) => party.institutionId)].filter(
        (one) => one !== institution,
      );
      expect(others.filter((one) => text.includes(one))).toEqual([]);
    }
  });

  test.each(READINGS)('$method $url: is read by those whose role reads it, and is not there for the others', async (endpoint) => {
    const reads: readonly string[] = READS[endpoint.action as Read];
    for (const claim of claims.filter(seen)) {
      const { status } = await ask(username, endpoint, claim.claimId);
      // Seeded without a journal, so without a receipt.
      const isThere = reads.includes(role) && !endpoint.url.includes(':seq');
      expect([endpoint.url, status]).toEqual([endpoint.url, isThere ? 200 : 404]);
      if (!endpoint.url.includes(':claimId')) break;
    }
  });

  test.each([...COMMANDS, ...SITTINGS])('$method $url: what it may not do is refused in words, with the rule', async (endpoint) => {
    const command = isCommand(endpoint.action) ? endpoint.action : 'confirmPayeeAccount';
    // One claim in each status: what a role may do is the same for every institution it sees.
    const each = [...new Map(claims.filter(seen).map((claim) => [claim.status, claim])).values()];
    const forbidden = each.filter((claim) => refusalFor(claim, actor, command));
    const answers = await Promise.all(forbidden.map(({ claimId }) => ask(username, endpoint, claimId)));
    for (const { status, body } of answers) {
      expect({ status, body }).toMatchObject({
        status: 409,
        body: { error: expect.stringMatching(/^not-(your-role|allowed-in-status)$/), text: expect.any(String), rule: expect.any(String) },
      });
    }
    expect(forbidden.length).toBeGreaterThan(0);
  });

  test('is told of every command whether it may give it now, and why not', async () => {
    for (const claim of claims.filter(seen)) {
      const { body } = await world.call(username, `/claims/${claim.claimId}`, {}, url);
      const expected = COMMAND_TYPES.map((command) => [command, refusalFor(claim, actor, command)?.text ?? true]);
      expect(body.allowed).toEqual(Object.fromEntries(expected));
    }
  });
});

test('an auditor does nothing, a partner only what a family would ask of it, and only for its own claims', () => {
  const doers = new Map<string, Set<string>>();
  for (const { role, institution } of PEOPLE) {
    for (const claim of claims) {
      const person = { id: 'x', role: role as Role, ...(institution && { institution }) };
      const may = COMMAND_TYPES.filter((command) => !refusalFor(claim, person, command));
      if (isPartner(role) && !isOwn(institution, claim)) expect(may).toEqual([]);
      doers.set(role, new Set([...(doers.get(role) ?? []), ...may]));
    }
  }
  expect([...(doers.get('auditor') ?? [])]).toEqual([]);
  expect([...(doers.get('partner-staff') ?? [])]).toEqual(['attachDocuments']);
  expect([...(doers.get('machine') ?? [])]).toEqual(['attachDocuments']);
  expect([...(doers.get('partner-head') ?? [])].sort()).toEqual(['attachDocuments', 'withdraw']);
});

test('somebody who may not decide on an account does not get the bank asked about it', () => {
  expect(bankQuestions).toBe(0);
});

test.each(ENDPOINTS)('$method $url needs a token before it looks at anything', async (endpoint) => {
  const answer = await ask(undefined, endpoint, unknown, { nonsense: true });
  expect(withoutId(answer)).toEqual({ status: 401, body: { error: 'unauthorised', text: expect.stringContaining('Masuk kembali') } });
  expect(answer.headers.get('www-authenticate')).toBe('Bearer');
});

const BPJS_ROLES = ['officer', 'approver', 'supervisor', 'auditor'] as const;

describe.each([
  ['calendars', { 'read-calendars': BPJS_ROLES, 'change-calendars': ['supervisor'] }],
  ['readings', { 'read-readings': BPJS_ROLES, 'change-readings': ['supervisor'] }],
] as const)('%s, which belong to no claim', (kind, MAY) => {
  const OF_THIS_KIND = ENDPOINTS.filter(({ url: path }) => path.startsWith(`/${kind}`));

  test('are read and changed under these two rights and no other', () => {
    expect(new Set(OF_THIS_KIND.map(({ action }) => action))).toEqual(new Set(Object.keys(MAY)));
  });

  // A change comes without a body, so that nothing happens: who may is told what is missing, who may not is told nothing.
  test.each(
    PEOPLE.flatMap(({ username, role }) => OF_THIS_KIND.map(({ method, url: path, action }) => ({ username, role, method, path, action }))),
  )('$username: $method $path', async ({ username, role, method, path, action }) => {
    const existing = path.replace(':id', 'ntt-2026').replace(':version', '1');
    const { status, body } = await world.call(username, existing, { method, ...(method === 'POST' ? { body: {} } : {}) }, url);
    const may = ((MAY as Readonly<Record<string, readonly string[]>>)[action] ?? []).includes(role);
    const allowed = method === 'POST' ? 400 : 200;
    expect(status).toBe(may ? allowed : 404);
    if (!may) expect(body).toMatchObject({ error: 'not-found', text: 'Tidak ditemukan.' });
  });
});

describe('pages for people who sign in, under the rights of the endpoints with their data', () => {
  const filled = (path: string): string => path.replace(':date', '2026-02-03').replace(':caseId', '0'.repeat(24));

  test('ask for no right that the endpoints do not ask for', () => {
    const known = new Set<string>(ENDPOINTS.map(({ action }) => action));
    expect(DESK_PAGES.filter(({ action }) => !known.has(action))).toEqual([]);
    expect(DESK_PAGES.length).toBeGreaterThan(5);
  });

  test.each(PEOPLE.flatMap(({ username, role }) => DESK_PAGES.map((page) => ({ ...page, username, role, path: filled(page.url) }))))(
    '$username: $method $path',
    async ({ username, role, method, path, action }) => {
      const form = method === 'POST' ? { step: 'explain', reason: 'Uji.', commandId: 'perintah-uji' } : undefined;
      const { status, text } = await world.visit(username, path, form, url);
      const may = (READS[action] as readonly string[]).includes(role);
      // No such case in this world: somebody who may read it is told the same as somebody who may not.
      const isThere = may && !path.includes('perkara');
      expect(status).toBe(isThere ? 200 : 404);
      expect(text.includes('Tidak ditemukan.')).toBe(!isThere);
    },
  );

  test.each(DESK_PAGES)(
    '$method $url: without a session leads to signing in, what was typed is given back, and a bearer’s token is no session',
    async ({ method, url: path }) => {
      const sent =
        method === 'POST'
          ? { method, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'step=close&reason=Tulisan+panjang' }
          : {};
      for (const person of [undefined, 'pengawas']) {
        const { status, headers, text } = await world.call(person, filled(path), sent, url);
        if (method === 'POST') {
          expect([status, text.includes('Tulisan panjang'), text.includes('/masuk?ke=%2Fpencocokan%2Fperkara')]).toEqual([401, true, true]);
          continue;
        }
        expect([
          status,
          headers.get('location')?.startsWith('/masuk?ke=%2Fpencocokan') || headers.get('location')?.startsWith('/masuk?ke=%2Flaporan'),
        ]).toEqual([303, true]);
      }
    },
  );

  test('a session is no bearer: the API does not look at cookies', async () => {
    expect((await world.visit('pengawas', '/claims', undefined, url)).status).toBe(401);
  });
});

describe('scholarships, which belong to a child', () => {
  const OF_CHILDREN = ENDPOINTS.filter(({ url: path }) => path.startsWith('/entitlements'));
  const DECIDERS = ['approver', 'supervisor'];
  const MAY: Readonly<Record<string, readonly string[]>> = {
    'read-entitlements': ['officer', ...DECIDERS, 'auditor', 'partner-staff', 'partner-head', 'machine'],
    'open-entitlement': ['officer'],
    'submit-scholarship-proof': ['officer', 'partner-staff', 'partner-head', 'machine'],
    'verify-scholarship': ['officer'],
    'release-scholarship': DECIDERS,
    'resolve-scholarship-payment': ['officer', ...DECIDERS],
    'change-entitlement': ['officer', ...DECIDERS],
  };
  let own: string;
  beforeAll(async () => {
    const id = entitlementIdOf(world.personKey, 'anak');
    own = id;
    await world.stores.entitlements.open(id, {
      type: 'entitlement.opened',
      claimId: 'STN-ABCDE-FGHJK',
      childId: 'anak',
      birthDate: day('2018-03-10'),
      programme: 'jkk',
      eventOn: day('2026-07-05'),
      contributionMonths: 4,
      pack: { id: 'jkm-jkk-2025', version: 1 },
      switches: {},
      institutionId: 'bpr-contoh',
      branchId: 'bpr-contoh-kupang',
      submitters: [],
      at: 1,
      actor: { id: 'santun', role: 'system' },
      cause: 'approved',
    });
  });

  test('are read and decided on under these rights and no other', () => {
    expect(new Set(OF_CHILDREN.map(({ action }) => action as string))).toEqual(new Set(Object.keys(MAY)));
  });

  // Decisions come without a body: who may is told what is missing, who may not, or asks about another partner's child, is told nothing.
  test.each(
    PEOPLE.flatMap(({ username, role, institution }) =>
      OF_CHILDREN.map(({ method, url: path, action }) => ({ username, role, institution, method, path, action })),
    ),
  )('$username: $method $path', async ({ username, role, institution, method, path, action }) => {
    const isHidden = path.includes(':entitlementId') && isPartner(role) && institution !== 'bpr-contoh';
    const may = MAY[action]?.includes(role) === true;
    const at = (id: string) => path.replace(':entitlementId', id).replace(':schoolYear', '2026');
    const sent = { method, ...(method === 'POST' ? { body: {} } : {}) };
    const { status } = await world.call(username, at(own), sent, url);
    if (method === 'POST') expect(status).toBe(may ? 400 : 404);
    else expect(status).toBe(may && !isHidden ? 200 : 404);
    if (!isHidden || action !== 'submit-scholarship-proof') return;
    const papers = ['active-study-letter', 'school-report'].map((paper) => ({ paper, documentId: paper, sha256: '0'.repeat(64) }));
    const body = { commandId: `uji-${crypto.randomUUID()}`, level: 'sd', papers };
    const answers = await Promise.all(
      [own, entitlementIdOf('tidak', 'ada')].map((id) => world.call(username, at(id), { method, body }, url)),
    );
    for (const answer of answers)
      expect(withoutId(answer)).toEqual({ status: 404, body: { error: 'not-found', text: 'Tidak ditemukan.' } });
  });
});

test('the report of rupiah at risk is the sum over the claims people see in their list, by institution and by programme', async () => {
  const later = Date.parse('2026-04-20T03:00:00Z');
  const fixed = await world.anotherApi({ now: () => later }, { requestsPerMinute: 100_000 });
  const { body } = await world.call('pengawas', '/claims?limit=200', {}, fixed);
  const risks = body.claims.flatMap(({ risk }: { risk?: Record<string, number> }) => (risk ? [risk] : []));
  const sum = (column: string) => risks.reduce((total: number, risk: Record<string, number>) => total + (risk[column] ?? 0), 0);
  expect(sum('atRisk')).toBeGreaterThan(0);
  for (const by of ['institution', 'programme']) {
    const report = (await world.call('auditor', `/reports/risk?by=${by}`, {}, fixed)).body;
    for (const column of ['compensation', 'atRisk']) {
      const rows = report.rows.reduce((total: number, row: Record<string, number>) => total + (row[column] ?? 0), 0);
      expect([by, column, rows, report.total[column]]).toEqual([by, column, sum(column), sum(column)]);
    }
    const csv = await world.call('auditor', `/reports/risk?by=${by}&format=csv`, {}, fixed);
    expect(csv.text).toContain(`\nJumlah;${claims.filter(({ status }) => status !== 'closed').length};`);
  }
});
