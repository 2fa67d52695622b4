import type { ReconciliationCasesStore } from '#adapters/mongo/reconciliation-cases-store.ts';
import { refuseReused } from '#domain/cause.ts';
import {
  type CaseState,
  heardStep,
  type ReconciliationCase,
  refuseAssigning,
  refuseClosing,
  refuseExplaining,
  refuseUnseenClosing,
} from '#domain/money/reconciliation/case.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Refusal } from '#domain/refusal.ts';
import { type Instant, toIso } from '#domain/time/calendar/instant.ts';
import { text } from '#locales/text.ts';
import type { View } from '#services/claims/seen.ts';
import { notFound, RefusedError } from '#services/errors.ts';
import { type CaseView, toCaseView } from './reconciliation-view.ts';

type Wish = {
  readonly actor: Actor;
  readonly at: Instant;
  readonly reason: string;
  readonly commandId: string;
  /** Of an assignment. */
  readonly to?: string;
} & View;

type Step = {
  readonly step: 'assigned' | 'explained' | 'closed';
  /** Where it brings the case; nowhere else when absent. */
  readonly state?: CaseState;
  readonly refuse: (one: ReconciliationCase, actor: Actor, to: string) => Refusal | undefined;
};
const STEPS: Readonly<Record<'assign' | 'explain' | 'close', Step>> = {
  assign: { step: 'assigned', refuse: refuseAssigning },
  explain: { step: 'explained', state: 'explained', refuse: refuseExplaining },
  close: { step: 'closed', state: 'closed', refuse: refuseClosing },
};
export type CaseStepName = keyof typeof STEPS;

/** A person's step on a case; pressing twice counts once, and of two who press at once the second is judged by what the first did. */
export async function stepCase(cases: ReconciliationCasesStore, caseId: string, step: CaseStepName, wish: Wish): Promise<CaseView> {
  const { state, refuse, step: done } = STEPS[step];
  const { actor, at, reason, commandId, to, expectedSeq } = wish;
  for (;;) {
    const kept = await cases.find(caseId);
    if (!kept) throw notFound();
    const by = { id: actor.id, role: actor.role };
    const assigned = to === undefined ? {} : { to };
    const next = { step: done, at, by, reason, ...assigned, commandId };
    const heard = heardStep(kept, next);
    if (heard === 'reused') throw new RefusedError(refuseReused());
    if (heard === 'repeat') return toCaseView(kept);
    const refusal = refuse(kept, actor, to ?? '') ?? (step === 'close' ? refuseUnseenClosing(kept, expectedSeq) : undefined);
    if (refusal) throw new RefusedError(refusal, changesSince(kept, refusal, expectedSeq));
    if (await cases.add(kept, state ?? kept.state, next)) break;
  }
  const after = await cases.find(caseId);
  if (!after) throw notFound();
  return toCaseView(after);
}

function changesSince(kept: ReconciliationCase, { refused }: Refusal, expectedSeq = 0): Readonly<Record<string, unknown>> {
  if (refused !== 'stale-view') return {};
  const since = kept.steps.map((one, index) => ({ ...one, seq: index + 1 })).filter(({ seq }) => seq > expectedSeq);
  return { changes: since.map(({ seq, at, by, step }) => ({ seq, at: toIso(at), actor: by, text: text(`case.step.${step}`) })) };
}
