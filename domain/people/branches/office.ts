import type { ActorRef } from '#domain/people/actor.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';

const BOUND = ['officer', 'approver'] as const;
const RULE = 'design.md section 1: same branch';

/**
 * Officers and approvers decide claims of the office they work at. Supervisors and auditors answer for all of them, and where no office is
 * registered for a partner's branch nobody is kept out: a family must not wait for a table.
 */
export function refuseOtherOffice({ role, branch }: Pick<ActorRef, 'role' | 'branch'>, office: string | undefined): Refusal | undefined {
  if (office === undefined || !(BOUND as readonly string[]).includes(role) || branch === office) return undefined;
  return refuse('not-your-role', `Klaim ini ditangani kantor ${office}; Anda bertugas di kantor ${branch ?? 'lain'}.`, RULE);
}
