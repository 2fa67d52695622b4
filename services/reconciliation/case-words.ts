import type { CaseOwner } from '#domain/money/reconciliation/case.ts';
import { text } from '#locales/text.ts';

/** Who answers for a case: the person who has it in hand, or all who may take it. */
export function ownerText({ role, branch }: CaseOwner, assignee?: string): string {
  const owners = branch === undefined ? text(`role.${role}`) : text('case.ownerOf', { role: text(`role.${role}`), branch });
  return assignee === undefined ? owners : text('case.assignedTo', { who: assignee, owners });
}
