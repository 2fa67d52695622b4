import type { ReconciliationCasesStore } from '#adapters/mongo/reconciliation-cases-store.ts';
import type { Actor } from '#domain/actor.ts';
import type { Instant } from '#domain/calendar/instant.ts';
import { isRepeatOf, type ReconciliationCase, refuseClosing, refuseExplaining } from '#domain/reconciliation/case.ts';
import type { Refusal } from '#domain/refusal.ts';
import { notFound, RefusedError } from './http-error.ts';
import { type CaseView, toCaseView } from './reconciliation-view.ts';

type Wish = { readonly actor: Actor; readonly at: Instant; readonly reason: string; readonly commandId: string };

type Step = {
  readonly state: 'explained' | 'closed';
  readonly refuse: (one: ReconciliationCase, actor: Actor) => Refusal | undefined;
};
const STEPS = {
  explain: { state: 'explained', refuse: refuseExplaining },
  close: { state: 'closed', refuse: refuseClosing },
} as const satisfies Record<string, Step>;

/** A person's step on a case; pressing twice counts once, and of two who press at once the second is judged by what the first did. */
export async function stepCase(cases: ReconciliationCasesStore, caseId: string, step: keyof typeof STEPS, wish: Wish): Promise<CaseView> {
  const { state, refuse } = STEPS[step];
  const { actor, at, reason, commandId } = wish;
  for (;;) {
    const kept = await cases.find(caseId);
    if (!kept) throw notFound();
    if (isRepeatOf(kept, actor, commandId)) return toCaseView(kept);
    const refusal = refuse(kept, actor);
    if (refusal) throw new RefusedError(refusal);
    const by = { id: actor.id, role: actor.role };
    if (await cases.add(kept, state, { step: state, at, by, reason, commandId })) break;
  }
  const after = await cases.find(caseId);
  if (!after) throw notFound();
  return toCaseView(after);
}
