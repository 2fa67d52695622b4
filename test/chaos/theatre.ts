import { type BackOffice, createBackOffice } from './back-office.ts';
import type { Told } from './gather.ts';
import { createPartner } from './partner.ts';
import { createPeople } from './people.ts';
import { openAccounts, play, type Stage, todayAt } from './play.ts';
import { officeOf } from './probes.ts';
import type { Story } from './stories.ts';
import { createTurns } from './turns.ts';
import { watchClaims } from './watch.ts';
import type { ChaosWorld } from './world.ts';

/** Every story of a run on its way at once. */
export type Theatre = {
  readonly stage: Stage;
  readonly canary: Story;
  /** Resolves when the canary can be asked. */
  readonly canaryReady: Promise<void>;
  /** With what their people could not get done so far. */
  told(): readonly Told[];
  /** Answers nobody should get, and how often. */
  readonly odd: Readonly<Record<string, number>>;
  troubles(): number;
  /** When nobody waits for anything any more. */
  close(): Promise<void>;
};

export type Season = {
  readonly world: ChaosWorld;
  readonly cast: readonly Story[];
  readonly windowMs: number;
  /** Ends everybody's patience. */
  readonly signal: AbortSignal;
};

export async function openTheatre(season: Season): Promise<Theatre> {
  const { world, cast, signal } = season;
  const bank = createBackOffice(world.sandbox.santun.SANTUN_BANK_URL ?? '', signal);
  for (const story of cast) await openAccounts(story, bank);
  const odd: Record<string, number> = {};
  const stage = stageOf(season, bank, (what) => {
    odd[what] = (odd[what] ?? 0) + 1;
  });
  const troubles = new Map<Story, string>();
  const plays = new Map(
    cast.map((story) => [
      story,
      play(story, stage).catch((error: unknown) => {
        troubles.set(story, error instanceof Error ? error.message : String(error));
      }),
    ]),
  );
  const canary = cast.find(({ kind }) => kind === 'canary');
  if (!canary) throw new Error('no cast is without a canary');
  return {
    stage,
    canary,
    canaryReady: plays.get(canary) ?? Promise.resolve(),
    told: () => cast.map((story) => toTold(story, stage, troubles.get(story))),
    odd,
    troubles: () => troubles.size,
    async close() {
      await Promise.all([...plays.values(), stage.watch.done]);
      await stage.partner.close().catch(() => undefined);
    },
  };
}

function stageOf({ world, windowMs, signal }: Season, bank: BackOffice, tellOdd: (what: string) => void): Stage {
  const now = Date.now();
  return {
    people: createPeople(officeOf(world), signal, tellOdd),
    partner: createPartner(world.kafka, world.personKey, now, signal),
    bank,
    watch: watchClaims(world.reader, signal),
    turns: createTurns(now, windowMs, signal),
    signal,
    today: todayAt(now),
  };
}

function toTold(story: Story, { partner }: Stage, trouble: string | undefined): Told {
  return { story, claimId: partner.claimId(story), ...(trouble === undefined ? {} : { trouble }) };
}
