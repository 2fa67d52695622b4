import type { ClaimId } from '#domain/claim/claim-number.ts';
import type { Command } from '#domain/claim/commands.ts';
import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../factories/calendar.ts';
import { deathEvent } from '../factories/death-event.ts';
import { paper } from '../factories/people.ts';
import { storyBefore } from '../factories/story.ts';
import { APPROVER, give, OFFICER, recorded } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { freshClaimId } from '../support/stack.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

const MACHINE: Command['actor'] = { id: 'sistem', role: 'machine', institution: 'bpr-contoh' };

describe('messages to one claim', () => {
  let world: World;
  const story = storyBefore(realNow(), 1);
  const calendar = calendarAround(realNow());
  beforeAll(async () => {
    world = await startWorld();
    await world.startClaimsWorker();
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  async function register(claimId: ClaimId): Promise<void> {
    await world.claims.report({ claimId, calendar, switches: {} }, deathEvent(story));
    await until('the claim on record', () => recorded(world, claimId));
  }

  async function activitiesOf(claimId: ClaimId): Promise<number> {
    const { events = [] } = await world.temporal.client.workflow.getHandle(claimWorkflowId(claimId)).fetchHistory();
    return (events ?? []).filter((event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'recordFacts').length;
  }

  test('a refused command says why in Indonesian, names the rule, and leaves no trace', async () => {
    const claimId = freshClaimId();
    await register(claimId);
    const before = await recorded(world, claimId);
    const refusal = await world.claims.submit(claimId, { type: 'declareComplete', commandId: 'selesai-1', actor: OFFICER });
    expect(refusal).toMatchObject({ refused: 'point-open', text: expect.stringContaining('Berkas belum lengkap') });
    const notMine = await world.claims.submit(claimId, { type: 'declareComplete', commandId: 'selesai-2', actor: APPROVER });
    expect(notMine).toMatchObject({ refused: 'not-your-role' });
    expect(await recorded(world, claimId)).toEqual(before);
  }, 60_000);

  test('the same command pressed twice, or sent again after its answer was lost, is recorded once', async () => {
    const claimId = freshClaimId();
    await register(claimId);
    const claim = await recorded(world, claimId);
    const verdicts = (claim?.papers ?? []).map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
    const press = () => give(world, claimId, OFFICER, { type: 'verifyDocuments', verdicts }, 'periksa-1');
    const [first, second] = await Promise.all([press(), press()]);
    expect(await press()).toEqual(first);
    expect(second).toEqual(first);
    const entries = await world.stores.journal.read(claimId);
    expect(entries.filter((entry) => entry.fact.type === 'claim.documents-verified')).toHaveLength(1);
  }, 60_000);

  test('what arrives together is recorded together: eight papers sent at once share few records, and each caller reads its own write', async () => {
    const claimId = freshClaimId();
    await register(claimId);
    const before = await activitiesOf(claimId);
    const answers = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        const papers = [paper('chronology', 100 + n, story.diedOn)];
        const answer = await give(world, claimId, MACHINE, { type: 'attachDocuments', papers });
        const seen = await recorded(world, claimId);
        return { answer, isSeen: seen?.papers.some(({ documentId }) => documentId === papers[0]?.documentId) };
      }),
    );
    expect(answers.every(({ isSeen }) => isSeen)).toBe(true);
    expect(new Set(answers.map(({ answer }) => answer.seq)).size).toBe(8);
    expect((await activitiesOf(claimId)) - before).toBeLessThan(8);
  }, 60_000);

  test('a repeated event changes nothing, and one claim hears reports of two institutions', async () => {
    const claimId = freshClaimId();
    await register(claimId);
    await world.claims.report({ claimId, calendar, switches: {} }, deathEvent(story));
    const event = deathEvent(story);
    if (event.type !== 'deathReported') throw new Error('not a report');
    const other = { ...event.registration, reportId: 'lapor-ksp', institutionId: 'ksp-contoh', branchId: 'maumere' };
    await world.claims.tell(claimId, { ...event, eventId: 'death-ksp', registration: other });
    const claim = await until('the second report', async () => {
      const now = await recorded(world, claimId);
      return now && now.reportIds.length > 1 && now;
    });
    expect(claim.reportIds).toEqual(['lapor-1', 'lapor-ksp']);
    expect(claim.institutionId).toBe('bpr-contoh');
    // The automatic checks come beside, when they come.
    const types = (await world.stores.journal.read(claimId)).map((entry) => entry.fact.type).filter((type) => type !== 'claim.checked');
    expect(types).toEqual(['claim.registered', 'sla.clock-started', 'claim.report-repeated']);
  }, 60_000);

  test('a claim on record whose workflow was lost goes on from its record', async () => {
    const claimId = freshClaimId();
    await register(claimId);
    const state = await recorded(world, claimId);
    await world.temporal.client.workflow.getHandle(claimWorkflowId(claimId)).terminate('lost');
    if (!state) throw new Error('not on record');
    // Termination keeps the id for a moment, as a server that lost the run would not: the next run is allowed explicitly.
    await world.temporal.client.workflow.start('claim', {
      workflowId: claimWorkflowId(claimId),
      taskQueue: world.queues.claims,
      args: [{ claimId, calendar, switches: {}, payoutsQueue: world.queues.payouts, state }],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
    const verdicts = state.papers.map(({ documentId }) => ({ documentId, verdict: 'ok' as const }));
    const answer = await give(world, claimId, OFFICER, { type: 'verifyDocuments', verdicts });
    expect(answer.seq).toBeGreaterThan(state.seq);
    const entries = await world.stores.journal.read(claimId);
    expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
  }, 60_000);
});
