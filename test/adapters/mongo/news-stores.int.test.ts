import { connectMongo } from '#adapters/mongo/connection.ts';
import { createStores } from '#adapters/mongo/stores.ts';
import { waiting } from '#cli/waiting/waiting.ts';
import type { NewsOfMembership } from '#domain/claim/membership-news.ts';
import { runCommand } from '../../cli/run-command.ts';
import { creditSigned } from '../../factories/people.ts';
import { freshName, testStack } from '../../support/stack.ts';

const AT = 1_790_000_000_000;
const STORY = { signedOn: '2026-03-01', diedOn: '2026-09-01', paidMonths: ['2026-02', '2026-03'], accountNumber: '1300000000001' };
const { institutionId, branchId, ...FILE } = creditSigned(1, STORY);
const [SIGNED] = FILE.memberships;
if (!SIGNED) throw new Error('nobody is a member');
const KPJ = SIGNED.kpj;
const month = (eventId: string, toldAt: number, ...months: readonly string[]): NewsOfMembership => ({
  type: 'contribution',
  kpj: KPJ,
  eventId,
  toldAt,
  months,
});

describe('what is kept of news', () => {
  const url = testStack().mongoUrl(freshName('news'));
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let stores: ReturnType<typeof createStores>;
  beforeAll(async () => {
    mongo = await connectMongo(url);
    stores = createStores(mongo, { personKey: 'unused-here' });
    await stores.ensureIndexes();
  }, 60_000);
  afterAll(async () => {
    await mongo.dropDatabase();
    await mongo.close();
  });

  test('twelve months told at once by several processes are all kept', async () => {
    const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
    await Promise.all(months.map((one, index) => stores.membershipNews.hear('peserta-1', month(`c-${index}`, AT + index, one), AT)));
    const [news] = await stores.membershipNews.of('peserta-1');
    expect(news?.contributions.flatMap((one) => one.months)).toEqual(months);
    expect(news?.waitingSince).toBe(AT);
  });

  test('a file of release 0.2.0, which counts no writes, hears news and a newer credit', async () => {
    const old = {
      _id: `${institutionId}:peserta-2`,
      participantId: 'peserta-2',
      institutionId,
      branchId,
      file: FILE,
      toldAt: AT,
      eventId: 'a',
    };
    await mongo.collection<{ _id: string }>('readiness_files').insertOne(structuredClone(old));
    const { news } = await stores.membershipNews.hear('peserta-2', month('c', AT, '2026-04'), AT);
    const [file] = await stores.readiness.applyNews('peserta-2', [news]);
    expect(file?.file.memberships[0]?.paidMonths).toEqual(['2026-02', '2026-03', '2026-04']);
    await stores.readiness.tell({ ...old, toldAt: AT + 1, eventId: 'b', file: { ...FILE, family: [] } });
    expect((await stores.readiness.find(institutionId, 'peserta-2'))?.file.family).toEqual([]);
  });

  test('of two credits of one instant the same one stands, whichever comes first', async () => {
    const told = (id: string, eventId: string, creditNumber: string) =>
      stores.readiness.tell({
        _id: `${institutionId}:${id}`,
        participantId: id,
        institutionId,
        branchId,
        file: { ...FILE, creditNumber },
        toldAt: AT,
        eventId,
      });
    await told('p-3', 'a', 'KUR-A');
    await told('p-3', 'b', 'KUR-B');
    await told('p-4', 'b', 'KUR-B');
    await told('p-4', 'a', 'KUR-A');
    const numbers = await Promise.all(
      ['p-3', 'p-4'].map(async (id) => (await stores.readiness.find(institutionId, id))?.file.creditNumber),
    );
    expect(numbers).toEqual(['KUR-B', 'KUR-B']);
  });

  test('a participant of release 0.2.0 keeps the name he was reported under, and his claims from now on', async () => {
    await mongo.collection<{ _id: string }>('participants').insertOne({ _id: 'peserta-5', nik: '0'.repeat(16), name: 'Lama' } as never);
    await stores.participants.keep({ _id: 'peserta-5', nik: '0'.repeat(16), name: 'Baru' }, 'STN-AAAAA-AAAAA' as never, AT);
    await stores.participants.keep({ _id: 'peserta-5', nik: '0'.repeat(16), name: 'Baru' }, 'STN-AAAAA-AAAAA' as never, AT);
    expect(await stores.participants.find('peserta-5')).toMatchObject({ name: 'Lama', claimIds: ['STN-AAAAA-AAAAA'] });
  });

  test('rows that release 0.2.0 kept and nobody read are open, and santun waiting names them beside what waits', async () => {
    const row = { _id: 'lama-1', claimId: 'STN-AAAAA-BBBBB', type: 'death.reported.v1', toldAt: '2026-09-02T00:00:00Z', institutionId };
    await mongo.collection<{ _id: string }>('late_events').insertOne(row);
    expect((await stores.lateEvents.open(10)).map(({ _id }) => _id)).toEqual(['lama-1']);
    const { code, stdout } = await runCommand((io) => waiting([], io, { source: { url, name: 'uji' } }));
    expect(code).toBe(0);
    expect(stdout).toContain('Sesudah klaim berakhir, belum diselesaikan: 1');
    expect(stdout).toContain('STN-AAAAA-BBBBB');
    expect(stdout).toContain(KPJ);
    const step = {
      outcome: 'no-action',
      step: 'settled',
      actor: { id: 'p', role: 'officer' },
      at: AT,
      reason: 'x',
      commandId: 'c',
    } as const;
    const [late] = await stores.lateEvents.open(10);
    if (!late) throw new Error('it is open');
    expect(await stores.lateEvents.add(late, step)).toBe(true);
    expect(await stores.lateEvents.add(late, step)).toBe(false);
    expect(await stores.lateEvents.open(10)).toEqual([]);
  });

  test('an institution cannot fill the store with papers for claims that nobody reported', async () => {
    const row = { institutionId: 'ksp-banyak', branchId: 'b', staffId: 's', papers: [], toldAt: AT, waitingSince: AT } as const;
    const rows = Array.from({ length: 1_000 }, (_, index) => ({ ...row, _id: `w-${index}`, claimId: 'STN-AAAAA-CCCCC' }));
    await mongo.collection<{ _id: string }>('waiting_papers').insertMany(rows as never);
    const more = { ...row, _id: 'w-more', claimId: 'STN-AAAAA-CCCCC' as never };
    expect(await stores.waitingPapers.keep(more)).toBe(false);
    expect(await stores.waitingPapers.keep({ ...more, _id: 'w-1' })).toBe(true);
    expect(await stores.waitingPapers.keep({ ...more, institutionId: 'bpr-contoh' })).toBe(true);
  });
});
