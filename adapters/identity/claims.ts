import { z } from 'zod';
import { type Actor, ROLES, type Role } from '#domain/people/actor.ts';
import { personIdOf } from '#domain/people/four-eyes.ts';
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
  santun_person: z.string().trim().min(1).max(200).optional().describe('who, where one person may have several accounts: a staff number'),
  client_id: z.string().optional().describe('who asked for the token (RFC 9068)'),
  azp: z.string().optional().describe('the same, as OpenID Connect calls it'),
  cid: z.string().optional().describe('the same, as some issuers call it'),
  appid: z.string().optional().describe('the same, as some issuers call it'),
  gty: z.string().optional().describe('grant, as some issuers tell it'),
  idtyp: z.string().optional().describe('app or user, as some issuers tell it'),
  preferred_username: z.string().optional(),
});

/** A token of a system itself: the issuers' common ways of telling it from one of a person. */
function isOfMachine({ sub, gty = '', idtyp = '', preferred_username = '', ...asked }: z.output<typeof Claims>): boolean {
  const clients = [asked.client_id, asked.azp, asked.cid, asked.appid].flatMap((client) => (client ? [personIdOf(client)] : []));
  return (
    clients.some((client) => [client, `${client}@clients`].includes(personIdOf(sub))) ||
    personIdOf(gty).replace('_', '-') === 'client-credentials' ||
    personIdOf(idtyp) === 'app' ||
    personIdOf(preferred_username).startsWith('service-account-')
  );
}

/**
 * Throws TokenRejected: a role without its place would be a person of every institution, and a machine is nobody's second person. One person
 * is one id, whatever account or spelling he signs in with.
 */
export function toActor(payload: unknown): Actor {
  const claims = Claims.safeParse(payload);
  if (!claims.success) throw new TokenRejected('claims', claims.error);
  const { sub, santun_person, name, santun_role: role, santun_institution: institution, santun_branch: branch } = claims.data;
  const placed = !(NEEDS_INSTITUTION.includes(role) && institution === undefined) && !(NEEDS_BRANCH.includes(role) && branch === undefined);
  if (!placed) throw new TokenRejected('claims');
  if (role !== 'machine' && isOfMachine(claims.data)) throw new TokenRejected('machine-as-person');
  const id = personIdOf(santun_person ?? sub);
  return { id, name, role, ...(institution !== undefined && { institution }), ...(branch !== undefined && { branch }) };
}
