import { randomBytes } from 'node:crypto';
import { createCalendarActivities } from '#activities/calendar.activities.ts';
import { createRecordActivities } from '#activities/record.activities.ts';
import { type ClaimId, claimIdFromDigest } from '#domain/claim/claim-number.ts';
import type { Fact } from '#domain/claim/facts.ts';
import type { RungState } from '#domain/claim/state.ts';
import type { CalendarPack } from '#domain/time/calendar/pack.ts';
import { Unavailable } from '#services/errors.ts';
import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { asFile, corrected, daysFrom, decreedCalendar } from '../factories/decreed-calendar.ts';
import { beginClaim } from '../support/claim-begun.ts';
import { recorded } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { freshName } from '../support/stack.ts';
import { fastForward } from '../support/time-skipping.ts';
import { until } from '../support/until.ts';
import { type Answer, type ApiWorld, startApiWorld } from './api-world.ts';

const DAY = 86_400_000;
const MAKER = 'pengawas';
const CHECKER = 'pengawas.dua';
const now = realNow();
const id = freshName('kalender');
/** Ten free days before today: what is declared complete in them starts to count today or later. */
const first = decreedCalendar(now, id);
const generous = corrected(first, { add: daysFrom(now, -10, -1) });

let world: ApiWorld;
let publisher: ReturnType<ApiWorld['kafka']['publisher']>;
beforeAll(async () => {
  world = await startApiWorld();
  publisher = world.kafka.publisher();
  const { stores, claims } = world;
  await stores.calendars.activate(generous);
  await world.startClaimsWorker({
    ...createRecordActivities({ ...stores, publisher, openEntitlements: async () => undefined }),
    ...createCalendarActivities({ ...stores, running: claims, now: realNow }),
  });
}, 60_000);
afterAll(async () => {
  await world.close();
  await publisher.close();
}, 60_000);

const propose = (person: string, calendar: CalendarPack, more: object = {}): Promise<Answer> =>
  world.give(person, '/calendars', { reason: 'SKB perubahan terbit.', calendar: asFile(calendar), ...more });
const step = (person: string, { version }: CalendarPack, what: string, more: object = {}): Promise<Answer> =>
  world.give(person, `/calendars/${id}/${version}/${what}`, { reason: 'Sudah dicocokkan dengan SKB.', ...more });
const look = (person: string, { version }: CalendarPack, what: string): Promise<Answer> =>
  world.call(person, `/calendars/${id}/${version}/${what}`);

type Change = Extract<Fact, { type: 'sla.calendar-changed' }>;
async function changesOf(claimId: ClaimId): Promise<readonly Change[]> {
  const entries = await world.stores.journal.read(claimId);
  return entries.map(({ fact }) => fact).filter((fact): fact is Change => fact.type === 'sla.calendar-changed');
}

async function rolledOut(calendar: CalendarPack): Promise<Answer['body']> {
  return until(`the rollout of version ${calendar.version}`, async () => {
    const { body } = await look('auditor', calendar, 'rollout');
    return body.state === 'done' && body;
  });
}

describe('a holiday that was wrongly free is corrected', () => {
  const claimIds = [1, 2, 3].map(() => claimIdFromDigest(randomBytes(16)));
  const correction = corrected(generous, { drop: daysFrom(now, -10, -1) });
  let preview: Answer['body'];
  beforeAll(async () => {
    for (const [index, claimId] of claimIds.entries())
      await beginClaim(world, claimId, generous, now - 6 * DAY + index * 60_000, index + 1);
  }, 60_000);

  test('a supervisor proposes it, and nothing moves', async () => {
    const { status, body } = await propose(MAKER, correction);
    expect(body).toMatchObject({
      id,
      version: 3,
      state: 'proposed',
      steps: [{ step: 'proposed', by: MAKER, reason: 'SKB perubahan terbit.' }],
    });
    expect(status).toBe(200);
    expect((await world.stores.calendars.active()).version).toBe(2);
  });

  test('an officer reads what it would do: three claims turn red, the legal limits earlier, and which rungs would be told at once', async () => {
    const { status, body } = await look('petugas.satu', correction, 'preview');
    preview = body;
    expect(status).toBe(200);
    expect(body.text).toBe('3 klaim terbuka bergeser, 3 menjadi merah, 0 menjadi tidak merah (dari 3 klaim terbuka).');
    expect(body.moves.map(({ claimId }: { claimId: ClaimId }) => claimId).sort()).toEqual([...claimIds].sort());
    for (const { clocks, rungsAtOnce } of body.moves) {
      const legal = clocks.find(({ clock }: { clock: string }) => clock === 'jkm-legal');
      expect(legal).toMatchObject({ label: 'Batas hukum JKM', after: { standing: 'late' } });
      expect(legal.before.standing).not.toBe('late');
      expect(legal.movedMinutes).toBeLessThan(0);
      expect(rungsAtOnce).toContain('jkm-legal:1:100');
    }
  });

  test('who proposed it does not activate it, however senior', async () => {
    const { status, body } = await step(MAKER, correction, 'activate');
    expect([status, body.error, body.text]).toEqual([
      409,
      'maker-is-checker',
      'Kalender yang Anda usulkan sendiri diaktifkan oleh penyelia lain.',
    ]);
    expect((await look(MAKER, correction, 'rollout')).body).toMatchObject({ state: 'not-started' });
  });

  test('two presses of the other supervisor at once activate it once', async () => {
    const answers = await Promise.all([step(CHECKER, correction, 'activate'), step(CHECKER, correction, 'activate')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({
      error: 'not-allowed-in-status',
      text: expect.stringContaining(`diaktifkan oleh ${CHECKER} pada`),
    });
    const kept = await world.stores.calendars.read(id, 3);
    expect(kept?.steps.map(({ step: done, actor }) => [done, actor.id])).toEqual([
      ['proposed', MAKER],
      ['activated', CHECKER],
    ]);
  });

  test('every open claim hears of it, journals why, and ends up exactly where the preview said', async () => {
    expect(await rolledOut(correction)).toMatchObject({ told: 3, ended: 0, behind: 0, lost: [] });
    for (const { claimId, clocks } of preview.moves) {
      const claim = await recorded(world, claimId);
      expect(claim?.calendar).toEqual({ id, version: 3 });
      const [change, ...others] = await changesOf(claimId);
      expect(others).toEqual([]);
      expect(change).toMatchObject({ reason: 'SKB perubahan terbit.', actor: { id: CHECKER, role: 'supervisor' } });
      const foreseen = clocks
        .filter(({ movedMinutes }: { movedMinutes: number }) => movedMinutes !== 0)
        .map(({ clock, generation, before, after }: Answer['body']) => ({
          clock,
          generation,
          from: Date.parse(before.dueAt),
          to: Date.parse(after.dueAt),
        }));
      expect(change?.moved).toEqual(foreseen);
    }
  }, 90_000);

  test('the rungs the preview named are told when somebody is there to hear them, and once each', async () => {
    for (const { claimId, rungsAtOnce } of preview.moves) {
      // Whatever day and hour it is here: the longest holidays, with the leave around them, end within it.
      await fastForward(world.temporal, claimWorkflowId(claimId), 14 * DAY);
      const claim = await until(`the rungs of ${claimId}`, async () => {
        const state = await recorded(world, claimId);
        const fired = state?.rungs.map(({ key }) => key) ?? [];
        return rungsAtOnce.every((key: string) => fired.includes(key)) && state;
      });
      const keys = claim.rungs.map((rung: RungState) => rung.key);
      expect(keys).toEqual([...new Set(keys)]);
    }
  }, 120_000);

  test('the claims list shows the new limits', async () => {
    const { body } = await world.call('petugas.satu', '/claims');
    expect(body.claims).toHaveLength(3);
    for (const row of body.claims) expect(row.clock).toMatchObject({ clock: 'jkm-legal', standing: 'late' });
  });

  test('previewed again it moves nothing, and told again a claim records nothing', async () => {
    const again = (await look('auditor', correction, 'preview')).body;
    expect(again.totals).toEqual({ open: 3, moved: 0, turnRed: 0, leaveRed: 0, uncomputable: 0, rungsAtOnce: 0 });
    const [claimId] = claimIds as [ClaimId];
    const before = await recorded(world, claimId);
    for (const eventId of [`calendar:${id}:3`, `calendar:${id}:3:2`]) {
      await world.claims.tell(claimId, {
        type: 'calendarChanged',
        eventId,
        actor: { id: CHECKER, role: 'supervisor' },
        calendar: correction,
        reason: 'sekali lagi',
      });
    }
    expect(await world.claims.stateOf(claimId)).toEqual(before);
  });
});

describe('a proposal', () => {
  test('sent twice is one proposal; another one under the same version is not', async () => {
    const next = corrected(generous, {});
    const fourth = { ...next, version: 4 };
    const commandId = 'usulan-sekali-saja';
    expect((await propose(MAKER, fourth, { commandId })).status).toBe(200);
    expect((await propose(MAKER, fourth, { commandId })).status).toBe(200);
    const other = await propose(CHECKER, { ...fourth, name: 'Kalender lain' });
    expect(other.status).toBe(400);
    expect(other.body.fields).toEqual([
      { field: 'calendar.version', message: expect.stringContaining(`${id} sudah memiliki versi 4. Pakai versi 5.`) },
    ]);
    expect((await world.stores.calendars.read(id, 4))?.steps).toHaveLength(1);
  });

  test('that is withdrawn can no longer be activated, and its version is spent', async () => {
    const fourth = { ...generous, version: 4 };
    expect((await step(CHECKER, fourth, 'withdraw', { reason: 'Salah baca SKB.' })).body).toMatchObject({ state: 'withdrawn' });
    const late = await step(CHECKER, fourth, 'activate');
    expect([late.status, late.body.text]).toEqual([409, expect.stringContaining(`sudah ditarik oleh ${CHECKER}`)]);
    expect((await propose(MAKER, fourth)).status).toBe(400);
  });

  test('older than the active version of its calendar is not activated over it', async () => {
    const [fifth, sixth] = [
      { ...generous, version: 5 },
      { ...generous, version: 6 },
    ];
    await propose(MAKER, fifth);
    await propose(MAKER, sixth);
    expect((await step(CHECKER, sixth, 'activate')).status).toBe(200);
    const { status, body } = await step(CHECKER, fifth, 'activate');
    expect([status, body.text]).toEqual([409, expect.stringContaining('Versi 6 kalender ini sudah aktif')]);
    await rolledOut(sixth);
  }, 90_000);

  test('activated while nothing could be started is carried out by whoever presses again, though that press is refused', async () => {
    const seventh = { ...generous, version: 7 };
    await propose(MAKER, seventh);
    const start = () => Promise.reject(new Unavailable('workflow'));
    const withoutTemporal = await world.anotherApi({ rollouts: { start } });
    const reason = 'Sudah dicocokkan dengan SKB.';
    const answer = await world.give(CHECKER, `/calendars/${id}/7/activate`, { reason }, withoutTemporal);
    expect([answer.status, answer.body.what]).toEqual([503, 'workflow']);
    expect((await look('auditor', seventh, 'rollout')).body).toMatchObject({
      state: 'not-started',
      text: expect.stringContaining('tekan Aktifkan sekali lagi'),
    });
    expect((await step(MAKER, seventh, 'activate')).status).toBe(409);
    expect(await rolledOut(seventh)).toMatchObject({ behind: 0 });
  }, 90_000);

  test.each<[string, object, string, RegExp]>([
    ['a day that does not exist', { holidays: ['2026-02-30'] }, 'calendar.holidays.0', /hari yang ada/],
    ['a day outside its years', { years: [2026], holidays: ['2026-01-01', '2027-01-01'] }, 'calendar.holidays.1', /di luar tahun kalender/],
    ['a year without any holiday', { years: [2026, 2027], holidays: ['2026-01-01'] }, 'calendar.years.1', /menurut SKB tiga menteri/],
    ['closing before opening', { service: { from: '16:00', to: '08:00' } }, 'calendar.service.to', /sesudah jam buka/],
    ['an unknown zone', { zone: 'Asia/Dili' }, 'calendar.zone', /Asia\/Makassar/],
    ['a version that goes back', { version: 2 }, 'calendar.version', /Pakai versi \d+\./],
  ])('with %s is answered with the field, the rule and the fix', async (_what, wrong, field, message) => {
    const calendar = { ...asFile({ ...generous, version: 50 }), ...wrong };
    const { status, body } = await world.give(MAKER, '/calendars', { reason: 'SKB terbit.', calendar });
    expect(status).toBe(400);
    expect(body.fields).toContainEqual({ field, message: expect.stringMatching(message) });
  });
});

describe('a year without a calendar', () => {
  test('is said above the list of calendars, in the preview and in every row of the claims list', async () => {
    const year = new Date(now - 6 * DAY).getUTCFullYear();
    const isOfPast = (value: number): boolean => value < year;
    const years = generous.years.filter(isOfPast);
    const past = { ...generous, version: 60, years, holidays: generous.holidays.filter((day) => isOfPast(Number(day.slice(0, 4)))) };
    await propose(MAKER, past);
    const preview = (await look('auditor', past, 'preview')).body;
    expect(preview.text).toMatch(/^PERHATIAN: batas waktu 3 klaim terbuka TIDAK DAPAT DIHITUNG dengan kalender ini\./);
    expect(preview.uncomputable).toHaveLength(3);
    const unknown = { why: expect.stringContaining(`Kalender kerja tahun ${year} belum ada`) };
    expect(preview.uncomputable[0].clocks).toContainEqual(expect.objectContaining({ after: unknown }));

    await step(CHECKER, past, 'activate');
    await rolledOut(past);
    const list = (await world.call('auditor', '/calendars')).body;
    expect(list.warnings).toEqual([expect.stringMatching(/^Kalender kerja tahun \d{4}( dan \d{4})? belum ada/)]);
    expect(list.warnings[0]).toContain('TIDAK DAPAT DIHITUNG');
    for (const row of (await world.call('petugas.satu', '/claims')).body.claims) {
      expect(row.clock).toMatchObject({ state: 'unknown', ...unknown });
    }
  }, 90_000);
});
