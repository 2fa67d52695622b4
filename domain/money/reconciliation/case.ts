import { pressedBefore } from '#domain/cause.ts';
import type { Actor, Role } from '#domain/people/actor.ts';
import { isSamePerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { staleView, viewRequired } from '#domain/seen.ts';
import type { Day } from '#domain/time/calendar/day.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';
import { DIFFERENCE_KINDS, type Difference } from './difference.ts';

export const CASE_STATES = ['open', 'explained', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export type CaseActor = { readonly id: string; readonly role: Role };

/** `found` and `lost` are a run's, the others a person's. */
export type CaseStep = {
  readonly step: 'found' | 'assigned' | 'explained' | 'closed' | 'lost';
  readonly at: Instant;
  readonly by: CaseActor;
  readonly reason: string;
  /** Of an assignment: the id of the person who has it from now on. */
  readonly to?: string;
  readonly commandId?: string;
};

export type CaseOwner = { readonly role: 'approver' | 'supervisor'; readonly branch?: string };

/** A difference that somebody has to answer for. */
export type ReconciliationCase = {
  readonly id: string;
  /** The banking day whose run found it first. */
  readonly day: Day;
  readonly difference: Difference;
  /** Names of differences of later runs that are this case as well. */
  readonly names?: readonly string[];
  readonly owner: CaseOwner;
  readonly state: CaseState;
  readonly steps: readonly CaseStep[];
};

const RULE = 'design.md section 5';

/** Approvers answer for a payment of a claim, named with the partner's branch it came from; supervisors for everything else. */
export function ownerOf({ kind }: Difference, branch?: string): CaseOwner {
  const { owner } = DIFFERENCE_KINDS[kind];
  return owner === 'approver' && branch !== undefined ? { role: owner, branch } : { role: owner };
}

type Wished = Pick<CaseStep, 'step' | 'reason' | 'to' | 'commandId'> & { readonly by: Pick<CaseActor, 'id'> };

/** Whether the very same step was taken by the same press. */
export function heardStep({ steps }: Pick<ReconciliationCase, 'steps'>, wish: Wished): ReturnType<typeof pressedBefore> {
  const pressOf = ({ by, commandId, step, reason, to }: Wished) => ({ by: by.id, commandId, content: { step, reason, to } });
  return pressedBefore(steps.map(pressOf), pressOf(wish));
}

/** Who has it in hand; until somebody has, it is its owners' together. */
export function assigneeOf({ steps }: Pick<ReconciliationCase, 'steps'>): string | undefined {
  return steps.findLast(({ step }) => step === 'assigned')?.to;
}

type Person = Pick<Actor, 'id' | 'role'>;

/** Supervisors hand a case to anybody; an approver takes one. */
export function refuseAssigning({ state }: ReconciliationCase, actor: Person, to: string): Refusal | undefined {
  if (state === 'closed') return alreadyClosed();
  if (actor.role !== 'supervisor' && to !== actor.id) {
    return refuse('not-your-role', 'Anda hanya dapat mengambil perkara untuk diri sendiri; penyelia dapat menugaskan orang lain.', RULE);
  }
  return undefined;
}

export function refuseExplaining({ state }: ReconciliationCase): Refusal | undefined {
  return state === 'closed' ? alreadyClosed() : undefined;
}

/** Where money moved two persons answer for it: one explains, another closes. */
export function refuseClosing({ state, steps, difference, owner }: ReconciliationCase, actor: Person): Refusal | undefined {
  if (state === 'closed') return alreadyClosed();
  if (owner.role === 'supervisor' && actor.role !== 'supervisor') {
    return refuse('not-your-role', 'Perkara ini ditutup oleh penyelia.', RULE);
  }
  if (!DIFFERENCE_KINDS[difference.kind].twoPersons) return undefined;
  const explained = steps.findLast(({ step }) => step === 'explained');
  if (state !== 'explained' || !explained) {
    return refuse('not-allowed-in-status', 'Perkara ini menyangkut uang: jelaskan dahulu, lalu orang kedua menutupnya.', RULE);
  }
  return isSamePerson(explained.by.id, actor.id)
    ? refuse('maker-is-checker', 'Penjelasan ini harus ditutup oleh orang kedua.', RULE)
    : undefined;
}

/** Where money moved, the second person has seen every step before he closes. */
export function refuseUnseenClosing({ steps, difference }: ReconciliationCase, expectedSeq: number | undefined): Refusal | undefined {
  if (expectedSeq === undefined) return DIFFERENCE_KINDS[difference.kind].twoPersons ? viewRequired() : undefined;
  return expectedSeq === steps.length ? undefined : staleView(expectedSeq, steps.length);
}

function alreadyClosed(): Refusal {
  return refuse('not-allowed-in-status', 'Perkara ini sudah ditutup.', RULE);
}
