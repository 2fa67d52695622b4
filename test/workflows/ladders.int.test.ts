import { claimWorkflowId } from '#workflows/workflow-ids.ts';
import { ACCIDENTS } from '../support/ladders/accidents.ts';
import { auditLadders, type Played } from '../support/ladders/audit.ts';
import { HOLDS } from '../support/ladders/holds.ts';
import { LadderClaim } from '../support/ladders/ladder-claim.ts';
import { Lebaran } from '../support/ladders/lebaran.ts';
import { LIVES } from '../support/ladders/lives.ts';
import { MOVES } from '../support/ladders/moves.ts';
import type { Scenario } from '../support/ladders/scenario.ts';
import { reasonsForTimers, timersArmed } from '../support/ladders/timers.ts';
import { UNDISTURBED } from '../support/ladders/undisturbed.ts';
import { realNow } from '../support/real-clock.ts';
import { startWorld, type World } from '../support/world.ts';

/** Longest first, so that none of them is alone at the end. */
const SCENARIOS: readonly Scenario[] = [...LIVES, ...ACCIDENTS, ...UNDISTURBED, ...HOLDS, ...MOVES];
const AT_ONCE = 12;
const LIMIT_MS = 5 * 60_000;
/** People act a moment after the minute; the audit takes no such excuse. */
const MINUTE = 60_000;

type Story = Played & { readonly timers: number; readonly reasons: number };

describe('every ladder over weekends, Nyepi, Idulfitri and joint leave, in the time of each claim', () => {
  const now = realNow();
  const stories = new Map<Scenario, Story | Error>();
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.startClaimsWorker();
    const waiting = [...SCENARIOS];
    async function worker(): Promise<void> {
      for (let scenario = waiting.shift(); scenario; scenario = waiting.shift()) {
        stories.set(scenario, await play(scenario).catch((error: Error) => error));
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }, LIMIT_MS);
  afterAll(() => world.close(), 60_000);

  async function play(scenario: Scenario): Promise<Story> {
    const year = new Lebaran(now, scenario.zone);
    const claim = new LadderClaim(world, year, scenario.switches ?? {});
    await claim.begin();
    await scenario.play(claim);
    const until = await claim.now();
    const facts = await claim.journal();
    const { claimId, packs, switches, lives, wakes } = claim;
    const { timers, runs } = await timersArmed(world, claimWorkflowId(claimId), lives);
    // A run begins with a timer of its own; being told to look again costs one.
    const reasons = reasonsForTimers(facts) + wakes + runs - 1;
    return { claimId, facts, packs, switches, until, year, timers, reasons };
  }

  test.each(SCENARIOS.map((scenario) => [scenario.title, scenario] as const))('%s', (_title, scenario) => {
    const { rungs, whole } = scenario;
    const story = stories.get(scenario);
    if (!story || story instanceof Error) throw story ?? new Error('not played');
    expect(auditLadders(story)).toEqual([]);
    const told = toldBy(story, rungs);
    if (rungs) expect(told).toEqual(rungs);
    const climbed = Object.entries(told).map(([clock, by]) => `${clock} ${Object.keys(by).sort()}`);
    if (whole) expect(climbed.sort()).toEqual(whole.map((clock) => `${clock} +1,+3,100,50,75`).sort());
    expect(story.timers).toBeLessThanOrEqual(story.reasons);
  });

  test('a rung left out, told twice, moved by a second or told to others would be noticed', () => {
    const story = stories.get(UNDISTURBED[0] as Scenario) as Story;
    const index = story.facts.findIndex((fact) => fact.type === 'sla.rung-reached' && fact.rungKey === 'jkm-legal:1:100');
    const rung = story.facts[index] as Extract<Story['facts'][number], { type: 'sla.rung-reached' }>;
    const instead = (...facts: Story['facts']) => auditLadders({ ...story, facts: story.facts.toSpliced(index, 1, ...facts) });
    expect(instead(rung)).toEqual([]);
    expect(instead().join()).toContain('jkm-legal:1:+1 fired before 100');
    expect(instead(rung, rung).join()).toContain('jkm-legal:1:100 fired twice');
    expect(instead({ ...rung, dueAt: rung.dueAt - 1_000 }).join()).toContain('(-1000 ms)');
    expect(instead({ ...rung, at: rung.at + 3_600_000 }).join()).toContain('fired when nobody is there');
    expect(instead({ ...rung, tells: ['holder'] }).join()).toContain('tells holder');
  });
});

/** Clock and generation → rung → when it was due: as written where it is so, else to the second. */
function toldBy({ facts, year }: Story, written: Scenario['rungs']): Record<string, Record<string, string>> {
  const told: Record<string, Record<string, string>> = {};
  for (const fact of facts) {
    if (fact.type !== 'sla.rung-reached') continue;
    const name = `${fact.clock}:${fact.generation}`;
    const moment = written?.[name]?.[fact.rung];
    const isSo = moment !== undefined && Math.abs(year.at(moment) - fact.dueAt) <= MINUTE;
    told[name] = { ...told[name], [fact.rung]: isSo ? moment : year.say(fact.dueAt) };
  }
  return told;
}
