import { firstBreak } from '#adapters/mongo/chain.ts';
import { fold } from '#domain/claim/evolve.ts';
import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { calendarAround } from '../factories/calendar.ts';
import { deathEvent } from '../factories/death-event.ts';
import { paper } from '../factories/people.ts';
import { storyBefore } from '../factories/story.ts';
import { give, OFFICER, recorded } from '../support/people-at-work.ts';
import { realNow } from '../support/real-clock.ts';
import { freshClaimId } from '../support/stack.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

describe('a claim with a very long history', () => {
  let world: World;
  const story = storyBefore(realNow(), 1);
  beforeAll(async () => {
    world = await startWorld();
    await world.startClaimsWorker();
  }, 60_000);
  afterAll(() => world.close(), 60_000);

  test('watch lost on migration: moves into a fresh run amid a stream of updates and signals, and loses none of them', async () => {
    const claimId = freshClaimId();
    await world.claims.report({ claimId, calendar: calendarAround(realNow()), switches: {} }, deathEvent(story));
    await until('the claim on record', () => recorded(world, claimId));
    const handle = world.temporal.client.workflow.getHandle(claimWorkflowId(claimId));
    const firstRun = (await handle.describe()).runId;
    const machine = { id: 'sistem', role: 'machine', institution: 'bpr-contoh' } as const;
    const known = (await recorded(world, claimId))?.papers ?? [];

    const sent: string[] = [];
    let verified = 0;
    const isMoved = async (): Promise<boolean> => (await handle.describe()).runId !== firstRun;
    while (!(await isMoved())) {
      if (verified > 2_000) throw new Error('the server never suggested a fresh run');
      // Long reasons replace each other in the state but stay in the history, which so reaches the size at which a fresh run is suggested.
      const verdicts = known.map(({ documentId }) => ({
        documentId,
        verdict: 'refused' as const,
        reason: `${verified} `.padEnd(2_000, '.'),
      }));
      const papers = [1, 2].map((k) => paper('chronology', 1_000 + sent.length + k, story.diedOn));
      verified += 4;
      sent.push(...papers.map(({ documentId }) => documentId));
      await Promise.all([
        ...Array.from({ length: 4 }, () => give(world, claimId, OFFICER, { type: 'verifyDocuments', verdicts })),
        ...papers.map((one) =>
          world.claims.tell(claimId, { type: 'documentsAdded', eventId: one.documentId, actor: machine, papers: [one] }),
        ),
      ]);
    }
    const claim = await until('every paper on record', async () => {
      const now = await recorded(world, claimId);
      return now && now.papers.length >= sent.length + known.length && now;
    });
    const kept = claim.papers.map(({ documentId }) => documentId);
    expect(kept).toEqual([...new Set(kept)]);
    expect(sent.filter((documentId) => !kept.includes(documentId))).toEqual([]);
    const entries = await world.stores.journal.read(claimId);
    expect(entries.filter((entry) => entry.fact.type === 'claim.documents-verified')).toHaveLength(verified);
    expect(firstBreak(entries)).toBeUndefined();
    expect(await world.claims.stateOf(claimId)).toEqual(
      fold(
        claimId,
        entries.map((entry) => entry.fact),
      ),
    );
  }, 240_000);
});
