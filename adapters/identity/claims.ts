import { z } from 'zod';
import { type Actor, ROLES, type Role } from '#domain/actor.ts';
import { TokenRejected } from './identity-errors.ts';

/** Nobody signs in as ourselves, and the family has no account. */
const NEVER_BY_TOKEN: readonly Role[] = ['family', 'system'];
const SIGN_IN_ROLES = ROLES.filter((role) => !NEVER_BY_TOKEN.includes(role));

const NEEDS_INSTITUTION: readonly Role[] = ['partner-staff', 'partner-head'];
const NEEDS_BRANCH: readonly Role[] = ['officer', 'approver'];

const Claims = z.object({
  sub: z.string().min(1).max(200).describe('who, for ever'),
  name: z.string().min(1).max(200).describe('as shown to colleagues'),
  santun_role: z.enum(SIGN_IN_ROLES).describe('what the person does'),
  santun_institution: z.string().min(1).max(100).optional().describe('partner the person works for'),
  santun_branch: z.string().min(1).max(100).optional().describe('branch the person works at'),
});

/** Throws TokenRejected: a role without its place would be a person of every institution. */
export function toActor(payload: unknown): Actor {
  const claims = Claims.safeParse(payload);
  if (!claims.success) throw new TokenRejected('claims', claims.error);
  const { sub: id, name, santun_role: role, santun_institution: institution, santun_branch: branch } = claims.data;
  const placed = !(NEEDS_INSTITUTION.includes(role) && institution === undefined) && !(NEEDS_BRANCH.includes(role) && branch === undefined);
  if (!placed) throw new TokenRejected('claims');
  return { id, name, role, ...(institution !== undefined && { institution }), ...(branch !== undefined && { branch }) };
}
