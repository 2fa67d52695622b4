/** Who can act. The first six are people with a sign-in; `machine` is a partner's system, `family` a phone with a claim number, `system` ourselves. */
export const ROLES = [
  'partner-staff',
  'partner-head',
  'officer',
  'approver',
  'supervisor',
  'auditor',
  'machine',
  'family',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Of partner people and machines. */
  readonly institution?: string;
  /** Of BPJS TK people, and of partner staff who work at one branch. */
  readonly branch?: string;
};

/** Who acted: ids and roles only, a name never enters the journal. */
export type ActorRef = Pick<Actor, 'id' | 'role' | 'institution' | 'branch'>;

/** Us, when no person is behind an act: clocks, checks, payouts. */
export const SYSTEM_ACTOR: Actor = { id: 'system', name: 'Santun', role: 'system' };

export function isRole(value: string): value is Role {
  return (ROLES as readonly string[]).includes(value);
}
