import type { EntitlementCommand } from '#domain/entitlement/commands.ts';
import { decide } from '#domain/entitlement/decide.ts';
import type { EntitlementReceipt } from '#domain/entitlement/facts.ts';
import type { Entitlement } from '#domain/entitlement/state.ts';
import { isRefusal } from '#domain/refusal.ts';
import { ENTITLEMENTS } from './record-kinds.ts';
import type { ReplayRules } from './replay-claim.ts';

/** What people decided about a child, on the child as its journal says it was just before. */
export const ENTITLEMENT_RULES: ReplayRules<Entitlement> = {
  evolve: ENTITLEMENTS.evolve,
  decide(state, { receipt, cause, actor, at }, calendar) {
    const { command, changes } = receipt as unknown as EntitlementReceipt;
    const asked = { ...command, commandId: cause, actor } as EntitlementCommand;
    const answer = decide(state, asked, { at, calendar, changes });
    if (answer === undefined) return [];
    return isRefusal(answer) ? answer : [answer];
  },
};
