import { createHash } from 'node:crypto';
import type { FamilyCode } from '#adapters/mongo/family-codes-store.ts';
import { CONTACT, issueFamilyCode } from '#adapters/mongo/issue-family-code.ts';
import type { ApiDeps } from '#api/deps.ts';
import { endpoint } from '#api/endpoint.ts';
import { maskPhone } from '#domain/format/mask.ts';
import { normalisePhone } from '#domain/people/identity/phone.ts';
import { refuse } from '#domain/refusal.ts';
import { toIso } from '#domain/time/calendar/instant.ts';
import { familyCodeMessage } from '#locales/family-code-message.ts';
import { text } from '#locales/text.ts';
import { ClaimPath } from '#schemas/http/claims.ts';
import { CodePath, IssueCodeBody, RevokeCodeBody } from '#schemas/http/family-codes.ts';
import { FamilyCodesReply, IssuedCodeReply } from '#schemas/http/replies/claims.ts';
import { readFor, refOf } from '#services/claims/claim-access.ts';
import { notFound, RefusedError } from '#services/errors.ts';

export const listFamilyCodes = endpoint({
  method: 'GET',
  url: '/claims/:claimId/family-codes',
  action: 'read-family-codes',
  about: 'Who of the family has a code for the status page, without the codes.',
  params: ClaimPath,
  reply: FamilyCodesReply,
  async handle({ actor, params }, deps) {
    const { claimId } = await readFor(actor, params.claimId, deps);
    return { claimId, codes: (await deps.stores.familyCodes.ofClaim(claimId)).map(toCodeView) };
  },
});

/** A new code for one person of the family; an earlier one of the same person ends. Shown once, or sent and shown to nobody. */
export const issueCode = endpoint({
  method: 'POST',
  url: '/claims/:claimId/family-codes',
  action: 'give-family-codes',
  about: 'Makes a code for one person of the family; it is shown or sent once.',
  params: ClaimPath,
  body: IssueCodeBody,
  reply: IssuedCodeReply,
  async handle({ actor, params, body: { commandId, personId = CONTACT, personName, phone } }, deps) {
    const { claimId } = await readFor(actor, params.claimId, deps);
    const id = createHash('sha256')
      .update(JSON.stringify([claimId, actor.id, commandId]))
      .digest('hex')
      .slice(0, 32);
    const person = { personId, personName, ...(phone === undefined ? {} : { phone: numberOf(phone) }) };
    const toText = (claim: string, shown: string): string => familyCodeMessage(claim, shown, deps.desk?.publicUrl ?? '');
    const code = await issueFamilyCode(deps.stores.familyCodes.issue, { id, claimId, person, by: refOf(actor), at: deps.now(), toText });
    const codes = (await deps.stores.familyCodes.ofClaim(claimId)).map(toCodeView);
    if (code === undefined || phone !== undefined) return { claimId, codeId: id, codes };
    return { claimId, codeId: id, codes, code, letter: letterOf(claimId, personName, code, deps) };
  },
});

export const revokeCode = endpoint({
  method: 'POST',
  url: '/claims/:claimId/family-codes/:codeId/revoke',
  action: 'end-family-codes',
  about: 'Takes a code back; the page is closed to it at once.',
  params: CodePath,
  body: RevokeCodeBody,
  reply: FamilyCodesReply,
  async handle({ actor, params: { claimId: asked, codeId } }, deps) {
    const { claimId } = await readFor(actor, asked, deps);
    const known = (await deps.stores.familyCodes.ofClaim(claimId)).some(({ _id }) => _id === codeId);
    if (!known) throw notFound();
    await deps.stores.familyCodes.revoke(claimId, codeId, deps.now(), refOf(actor));
    return { claimId, codes: (await deps.stores.familyCodes.ofClaim(claimId)).map(toCodeView) };
  },
});

function numberOf(typed: string): string {
  const parsed = normalisePhone(typed);
  if ('value' in parsed) return parsed.value;
  throw new RefusedError(refuse('invalid-command', 'Nomor telepon tidak dikenali. Tulis seperti 0812-3456-7890.', 'phone'));
}

function toCodeView({ _id, personId, personName, issuedAt, issuedBy, revokedAt, message }: FamilyCode) {
  return {
    codeId: _id,
    personId,
    personName,
    issuedAt: toIso(issuedAt),
    issuedBy: { id: issuedBy.id, role: issuedBy.role },
    state: revokedAt === undefined ? 'active' : 'revoked',
    ...(message === undefined ? {} : { message: { state: message.state, to: maskPhone(message.to) } }),
  };
}

/** Ready to print for whoever stands at the counter. */
function letterOf(claim: string, name: string, code: string, { desk }: ApiDeps): string {
  return text('letter.family-code', { claim, name, code, address: `${(desk?.publicUrl ?? '').replace(/\/$/, '')}/status` });
}
