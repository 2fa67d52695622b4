import { ACTIONS } from '#domain/claim/actions.ts';
import type { CommandType } from '#domain/claim/commands.ts';
import { CLAIM_STATUSES } from '#domain/claim/statuses.ts';
import type { Role } from '#domain/people/actor.ts';

type Row = { readonly roles: readonly Role[]; readonly relation?: string; readonly source: string };
type Rows = Partial<Record<CommandType, Row>>;

/** For a person to read: a line per status and command, who may, and on whose authority. */
function tableForReview(): string {
  return CLAIM_STATUSES.flatMap((status) => {
    const rows = Object.entries(ACTIONS[status] as Rows);
    if (rows.length === 0) return [`${status.padEnd(12)} (nothing)`];
    return rows.map(([command, { roles, relation = '', source }]) =>
      [status.padEnd(12), command.padEnd(22), roles.join(' ').padEnd(43), relation.padEnd(15), source].join(' '),
    );
  }).join('\n');
}

test('the table of actions is the one somebody reviewed', () => {
  expect(`\n${tableForReview()}\n`).toMatchSnapshot();
});
