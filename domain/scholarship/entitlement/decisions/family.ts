import { refuseSamePerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { EntitlementCommand } from '#domain/scholarship/entitlement/commands.ts';
import type { EntitlementFactBody } from '#domain/scholarship/entitlement/facts.ts';
import type { Entitlement } from '#domain/scholarship/entitlement/state.ts';

const FOUR_EYES = 'design.md section 5: four eyes';
const NO_PARTNER = 'design.md section 12, invariant 2';

type Of<T extends EntitlementCommand['type']> = Extract<EntitlementCommand, { type: T }>;

export function changeChild(one: Entitlement, { change }: Of<'changeChild'>): EntitlementFactBody | Refusal {
  const since = change.type === 'married' ? change.on : undefined;
  if (since !== undefined && since < one.birthDate) {
    return refuse('invalid-command', 'Hari menikah tidak mungkin sebelum hari lahir.', 'rules.md section 4');
  }
  return { type: 'child.changed', change };
}

export function proposePayee(
  one: Entitlement,
  { guardianId, accountRef, holderMatches, ownedByPartner, shared }: Of<'proposePayee'>,
): EntitlementFactBody | Refusal {
  if (ownedByPartner || one.submitters.includes(guardianId)) {
    return refuse('payee-is-partner', 'Pelapor dan lembaga mitra tidak boleh menerima beasiswa.', NO_PARTNER);
  }
  if (!holderMatches) return refuse('point-open', 'Nama pemilik rekening di bank orang lain. Minta rekening lain.', FOUR_EYES);
  return { type: 'payee.proposed', guardianId, accountRef, ...(shared === undefined ? {} : { shared }) };
}

export function confirmPayee({ proposedPayee }: Entitlement, { accountRef, actor }: Of<'confirmPayee'>): EntitlementFactBody | Refusal {
  if (proposedPayee?.accountRef !== accountRef) {
    return refuse('not-allowed-in-status', 'Rekening ini tidak sedang diusulkan.', FOUR_EYES);
  }
  const { guardianId, by, shared } = proposedPayee;
  const payee = { guardianId, accountRef, maker: by.id, checker: actor.id, ...(shared === undefined ? {} : { shared }) };
  return refuseSamePerson(by, actor, FOUR_EYES) ?? { type: 'payee.changed', payee };
}
