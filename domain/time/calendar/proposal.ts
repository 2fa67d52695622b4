import { pressedBefore } from '#domain/cause.ts';
import type { Actor } from '#domain/people/actor.ts';
import { isSamePerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Instant, toIso } from './instant.ts';
import type { CalendarPack } from './pack.ts';

/** A version on its way: proposed by one person, activated by another, or withdrawn. Nothing leads back. */
export const CALENDAR_STATES = ['proposed', 'activated', 'withdrawn'] as const;
export type CalendarState = (typeof CALENDAR_STATES)[number];

export type CalendarActor = Pick<Actor, 'id' | 'role' | 'branch'>;

/** Who did what to a version, when and why. Steps are only ever added. */
export type CalendarStep = {
  readonly step: CalendarState;
  readonly actor: CalendarActor;
  readonly at: Instant;
  readonly reason: string;
  /** Of the press of a button: the same again is the same step. */
  readonly commandId: string;
};

/** A version as kept for ever, whatever became of it. */
export type KeptCalendar = {
  readonly pack: CalendarPack;
  readonly state: CalendarState;
  readonly steps: readonly CalendarStep[];
  /** Counts activations of the installation: the highest is the calendar of today. */
  readonly activation?: number;
};

const TWO_PEOPLE = 'design.md section 4: a calendar is activated by two people';

/** Signed-in people who stand behind a proposal. An operator at a command line is nobody's eyes: he has not signed in. */
export function makersOf({ steps }: Pick<KeptCalendar, 'steps'>): readonly string[] {
  return steps.filter(({ step, actor }) => step === 'proposed' && actor.role !== 'system').map(({ actor }) => actor.id);
}

/** Undefined when this person may activate this version over the one that is active now. */
export function refuseActivation(kept: KeptCalendar, checker: CalendarActor, active: CalendarPack | undefined): Refusal | undefined {
  const { id, version } = kept.pack;
  if (kept.state !== 'proposed') return settled(kept);
  const makers = makersOf(kept);
  if (makers.length === 0) {
    const text = `Kalender ini dimasukkan operator dan belum diusulkan seorang penyelia. Usulkan isi yang sama lebih dulu; penyelia lain mengaktifkannya.`;
    return refuse('maker-is-checker', text, TWO_PEOPLE);
  }
  if (makers.some((maker) => isSamePerson(maker, checker.id))) {
    return refuse('maker-is-checker', 'Kalender yang Anda usulkan sendiri diaktifkan oleh penyelia lain.', TWO_PEOPLE);
  }
  if (active?.id === id && active.version > version) {
    const text = `Versi ${active.version} kalender ini sudah aktif. Usulkan isinya lagi sebagai versi yang lebih baru.`;
    return refuse('not-allowed-in-status', text, 'design.md section 4: a calendar goes forwards');
  }
  return undefined;
}

export function refuseWithdrawal(kept: KeptCalendar): Refusal | undefined {
  return kept.state === 'proposed' ? undefined : settled(kept);
}

type Wished = Omit<CalendarStep, 'at'>;

/** Whether the very same press was made: then it was accepted and stays so. */
export function heardStep({ steps }: Pick<KeptCalendar, 'steps'>, wish: Wished): ReturnType<typeof pressedBefore> {
  const pressOf = ({ actor, commandId, step, reason }: Wished) => ({ by: actor.id, commandId, content: { step, reason } });
  return pressedBefore(steps.map(pressOf), pressOf(wish));
}

/** Why deadlines move, in the words of who proposed it: every claim journals this sentence. */
export function reasonOf({ steps }: KeptCalendar): string {
  return (steps.find(({ step }) => step === 'proposed') ?? steps[0])?.reason ?? 'kalender awal';
}

function settled({ state, steps }: KeptCalendar): Refusal {
  const last = steps.findLast(({ step }) => step === state);
  const by = last === undefined ? '' : ` oleh ${last.actor.id} pada ${toIso(last.at)}`;
  const done = state === 'withdrawn' ? 'ditarik' : 'diaktifkan';
  return refuse('not-allowed-in-status', `Kalender ini sudah ${done}${by}.`, 'design.md section 4: a version is decided once');
}
