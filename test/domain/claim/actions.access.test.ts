import { ACTIONS, refusalFor } from '#domain/claim/actions.ts';
import { COMMAND_TYPES, type CommandType } from '#domain/claim/commands.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { CLAIM_STATUSES, type ClaimStatus, isFinal } from '#domain/claim/statuses.ts';
import { ROLE_TERMS, STATUS_TERMS } from '#domain/claim/terms.ts';
import type { ActorRef } from '#domain/people/actor.ts';
import { ROLES, type Role } from '#domain/people/actor.ts';
import { claimIn } from '../../factories/claim-paths.ts';

type Row = { readonly roles: readonly Role[]; readonly relation?: string; readonly source: string };

const INSTITUTION = 'bpr-contoh';
const PARTNERS: readonly Role[] = ['partner-staff', 'partner-head', 'machine'];
const CLAIM = claimIn('recommended').state;

function claimStanding(status: ClaimStatus): ClaimState {
  return { ...CLAIM, status };
}

function rowOf(status: ClaimStatus, command: CommandType): Row | undefined {
  const rows: Partial<Record<CommandType, Row>> = ACTIONS[status];
  return rows[command];
}

/** Every role at the institution that reported, at another one, and without any. */
const ACTORS: readonly ActorRef[] = ROLES.flatMap((role) => {
  const actor = { id: `orang-${role}`, role };
  return [{ ...actor, institution: INSTITUTION }, { ...actor, institution: 'ksp-lain' }, actor];
});

/** Undefined: may. Read off the table by hand, so that a shortcut past it shows. */
function expected(status: ClaimStatus, actor: ActorRef, command: CommandType): string | undefined {
  const row = rowOf(status, command);
  if (!row) return 'not-allowed-in-status';
  if (!row.roles.includes(actor.role)) return 'not-your-role';
  return PARTNERS.includes(actor.role) && actor.institution !== INSTITUTION ? 'not-your-role' : undefined;
}

describe.each(CLAIM_STATUSES)('who may do what while a claim is %s', (status) => {
  test.each(COMMAND_TYPES)('%s, for every role at every institution', (command) => {
    for (const actor of ACTORS) {
      expect([actor, refusalFor(claimStanding(status), actor, command)?.refused]).toEqual([actor, expected(status, actor, command)]);
    }
  });
});

describe('every refusal of the table', () => {
  test('says in Indonesian what stands in the way and names the rule', () => {
    for (const status of CLAIM_STATUSES) {
      for (const command of COMMAND_TYPES) {
        for (const actor of ACTORS) {
          const refusal = refusalFor(claimStanding(status), actor, command);
          if (!refusal) continue;
          expect(refusal.rule).not.toBe('');
          expect(refusal.text).toMatch(/^(Tindakan|Klaim) ini .+\.$/);
        }
      }
    }
  });

  test('names the status in words, and those who may act in words', () => {
    const closed = refusalFor(claimStanding('closed'), { id: 'x', role: 'officer' }, 'recommend');
    expect(closed?.text).toContain(STATUS_TERMS.closed);
    const officer = refusalFor(claimStanding('recommended'), { id: 'x', role: 'officer' }, 'decidePoints');
    expect(officer?.text).toContain(ROLE_TERMS.approver);
  });
});

describe('whatever the table says', () => {
  const rows = CLAIM_STATUSES.flatMap((status) => Object.entries(ACTIONS[status] as Partial<Record<CommandType, Row>>));

  test('auditors, families and the system itself give no command', () => {
    expect(rows.filter(([, { roles }]) => roles.some((role) => ['auditor', 'family', 'system'].includes(role)))).toEqual([]);
  });

  test('those who reported bring papers and speak for the family; they decide nothing', () => {
    const given = (role: Role) => new Set(rows.filter(([, { roles }]) => roles.includes(role)).map(([command]) => command));
    expect(given('partner-staff')).toEqual(new Set(['attachDocuments']));
    expect(given('machine')).toEqual(new Set(['attachDocuments']));
    expect(given('partner-head')).toEqual(new Set(['attachDocuments', 'withdraw', 'appeal']));
  });

  test('no role both makes and decides: whoever decides points makes none, and officers decide none', () => {
    const roles = (command: CommandType) => new Set(rows.filter(([name]) => name === command).flatMap(([, row]) => row.roles));
    const made = ['declareComplete', 'triageCause', 'resolveHeirs', 'assessInjury', 'confirmPayeeAccount', 'recommend'] as const;
    for (const command of made) expect([command, [...roles(command)]]).toEqual([command, ['officer']]);
    expect([...roles('decidePoints')]).toEqual(['approver']);
  });

  test('what two persons must say is open to two roles of which at least one decides', () => {
    const shared = rows.filter(([, { relation }]) => relation === 'two-persons');
    expect(new Set(shared.map(([command]) => command))).toEqual(
      new Set(['revokeCompleteness', 'releasePayout', 'resolveUnknownPayout', 'exemptPayout']),
    );
    for (const [command, { roles }] of shared)
      expect([command, [...roles].sort()]).toEqual([command, ['approver', 'officer', 'supervisor']]);
  });

  test('a claim that has ended can only be contested or opened again', () => {
    const left = CLAIM_STATUSES.filter(isFinal).map((status) => [status, Object.keys(ACTIONS[status])]);
    expect(left).toEqual([
      ['rejected', ['appeal', 'reopen']],
      ['withdrawn', ['reopen']],
      ['closed', ['reopen']],
      ['lapsed', ['appeal', 'reopen']],
    ]);
  });

  test('nobody pauses, extends or reopens anything at a partner', () => {
    const ours: readonly string[] = ['pauseClock', 'resumeClock', 'extendPromise', 'reopen', 'revokeCompleteness'];
    expect(rows.filter(([command, { roles }]) => ours.includes(command) && roles.some((role) => PARTNERS.includes(role)))).toEqual([]);
  });

  test('somebody can act in every status that has not ended', () => {
    expect(CLAIM_STATUSES.filter((status) => !isFinal(status) && Object.keys(ACTIONS[status]).length === 0)).toEqual([]);
  });

  test('every row names its authority', () => {
    expect(rows.filter(([, { source, roles }]) => source === '' || roles.length === 0)).toEqual([]);
  });
});
