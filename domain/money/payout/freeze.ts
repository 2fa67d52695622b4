import { pressedBefore } from '#domain/cause.ts';
import type { Actor } from '#domain/people/actor.ts';
import { refuseSamePerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';

export const FREEZE_STEPS = ['proposed', 'agreed', 'withdrawn', 'lifting-proposed', 'lifted'] as const;
export type FreezeStepName = (typeof FREEZE_STEPS)[number];

/** Who did what to a freeze, when and why. Steps are only ever added. */
export type FreezeStep = {
  readonly step: FreezeStepName;
  readonly actor: Pick<Actor, 'id' | 'role'>;
  readonly at: Instant;
  readonly reason: string;
  /** Of the press of a button: the same again is the same step. */
  readonly commandId: string;
};

/** A time in which no new order leaves for the bank (closing of the books, a migration, suspected fraud). Clocks of the claims go on. */
export type Freeze = {
  readonly freezeId: string;
  readonly from: Instant;
  /** The first instant in which orders leave again. */
  readonly until: Instant;
  readonly steps: readonly FreezeStep[];
};

/** What somebody wants done with a freeze, once it is proposed. */
export const FREEZE_ACTS = ['agree', 'withdraw', 'lift'] as const;
export type FreezeAct = (typeof FREEZE_ACTS)[number];

/** A family is promised its money in seven days: who needs longer asks again, and two people look again. */
export const LONGEST_FREEZE_MS = 7 * 86_400_000;

const RULE = 'design.md section 5: freeze periods';

/** Undefined when such a freeze may be proposed. */
export function refuseProposal({ from, until }: Pick<Freeze, 'from' | 'until'>, reason: string, at: Instant): Refusal | undefined {
  if (reason.trim() === '') return refuse('invalid-command', 'Tulis alasan masa beku.', 'reason');
  if (until <= from) return refuse('invalid-command', 'Akhir masa beku harus setelah awalnya.', 'until');
  if (until <= at) return refuse('invalid-command', 'Masa beku ini sudah lewat.', 'until');
  if (until - from > LONGEST_FREEZE_MS) return refuse('invalid-command', 'Masa beku paling lama tujuh hari.', 'until');
  return undefined;
}

/** The step an act becomes, or why it has no place. The first word for lifting is a proposal, the second lifts. */
export function decideFreeze(freeze: Freeze, act: FreezeAct, wish: Omit<FreezeStep, 'step'>): FreezeStep | Refusal {
  const last = lastStep(freeze);
  if (wish.reason.trim() === '') return refuse('invalid-command', 'Tulis alasan keputusan ini.', 'reason');
  if (isOver(freeze) || wish.at >= freeze.until) return refuse('not-allowed-in-status', 'Masa beku ini sudah berakhir.', RULE);
  if (act === 'lift') return lift(last, wish);
  if (last.step !== 'proposed') return refuse('not-allowed-in-status', 'Masa beku ini sudah disetujui. Yang masih bisa: cabut.', RULE);
  if (act === 'withdraw') return { ...wish, step: 'withdrawn' };
  return byAnother(last, wish, 'agreed');
}

function lift(last: FreezeStep, wish: Omit<FreezeStep, 'step'>): FreezeStep | Refusal {
  if (last.step === 'proposed')
    return refuse('not-allowed-in-status', 'Masa beku ini belum disetujui. Yang masih bisa: tarik usulannya.', RULE);
  return last.step === 'agreed' ? { ...wish, step: 'lifting-proposed' } : byAnother(last, wish, 'lifted');
}

function byAnother(first: FreezeStep, wish: Omit<FreezeStep, 'step'>, step: FreezeStepName): FreezeStep | Refusal {
  return refuseSamePerson(first.actor, wish.actor, RULE) ?? { ...wish, step };
}

type Wish = Pick<FreezeStep, 'actor' | 'commandId' | 'reason'>;

/** Whether the very same press was made: then it was accepted and stays so. */
export function heardPress({ steps }: Pick<Freeze, 'steps'>, act: FreezeAct, wish: Wish): ReturnType<typeof pressedBefore> {
  const pressOf = (of: FreezeAct | undefined, { actor, commandId, reason }: Wish) => ({ by: actor.id, commandId, content: { of, reason } });
  return pressedBefore(
    steps.map((done) => pressOf(ACT_OF[done.step], done)),
    pressOf(act, wish),
  );
}

const ACT_OF: Readonly<Record<FreezeStepName, FreezeAct | undefined>> = {
  proposed: undefined,
  agreed: 'agree',
  withdrawn: 'withdraw',
  'lifting-proposed': 'lift',
  lifted: 'lift',
};

/** Agreed by two people and not over. */
export function isInForce(freeze: Freeze, at: Instant): boolean {
  const { step } = lastStep(freeze);
  return (step === 'agreed' || step === 'lifting-proposed') && freeze.from <= at && at < freeze.until;
}

function isOver(freeze: Freeze): boolean {
  const { step } = lastStep(freeze);
  return step === 'withdrawn' || step === 'lifted';
}

export function lastStep({ steps, freezeId }: Freeze): FreezeStep {
  const last = steps.at(-1);
  if (!last) throw new Error(`freeze ${freezeId} was never proposed`);
  return last;
}
