import { realNow } from '../support/real-clock.ts';
import { type BackOffice, createBackOffice } from './back-office.ts';
import type { Told } from './gather.ts';
import { createPartner } from './partner.ts';
import { createPeople } from './people.ts';
import { openAccounts, play, type Stage, todayAt } from './play.ts';
import { neighbourIn, type Story } from './stories.ts';
import { createTurns } from './turns.ts';
import { watchClaims } from './watch.ts';
import { type ChaosWorld, officeOf } from './world.ts';

/** Every story of a run on its way at once; the canary is there before all others, so that it can be asked from the first kill on. */
export type Theatre = {
  readonly stage: Stage;
  readonly canary: Story;
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
  const canary = cast.find(({ kind }) => kind === 'canary');
  if (!canary) throw new Error('no cast is without a canary');
  await play(canary, stage);
  const troubles = new Map<Story, string>();
  const plays = cast
    .filter((story) => story !== canary)
    .map((story) =>
      play(story, stage).catch((error: unknown) => {
        troubles.set(story, error instanceof Error ? error.message : String(error));
      }),
    );
  return {
    stage,
    canary,
    told: () => cast.map((story) => toTold(story, stage, troubles.get(story))),
    odd,
    troubles: () => troubles.size,
    async close() {
      await Promise.all([...plays, stage.watch.done]);
      await stage.partner.close().catch(() => undefined);
    },
  };
}

function stageOf({ world, cast, windowMs, signal }: Season, bank: BackOffice, tellOdd: (what: string) => void): Stage {
  const now = realNow();
  return {
    people: createPeople(officeOf(world), signal, tellOdd),
    partner: createPartner(world.kafka, world.personKey, now, signal),
    bank,
    watch: watchClaims(world.reader, signal),
    turns: createTurns(performance.now(), windowMs, signal),
    signal,
    today: todayAt(now),
    neighbour: neighbourIn(cast),
  };
}

function toTold(story: Story, { partner }: Stage, trouble: string | undefined): Told {
  return { story, claimId: partner.claimId(story), ...(trouble === undefined ? {} : { trouble }) };
}
