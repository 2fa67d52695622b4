import { ENTITLEMENTS } from '#cli/record/record-kinds.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { EntitlementCommand } from '#domain/scholarship/entitlement/commands.ts';
import { decide } from '#domain/scholarship/entitlement/decide.ts';
import type { EntitlementReceipt } from '#domain/scholarship/entitlement/facts.ts';
import type { Entitlement } from '#domain/scholarship/entitlement/state.ts';
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
