import type { BenefitResult } from '../benefit/benefit-input.ts';
import { calculateBenefits } from '../benefit/calculate.ts';
import { membershipsOn } from '../coverage/memberships.ts';
import { InputError } from '../input-error.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Switches } from '../rules/switches.ts';
import type { ClaimState } from './state.ts';
import { CONDITION_TERMS, NO_BENEFIT_TERMS } from './terms.ts';

const BENEFIT_RULE = 'rules.md section 3';

/** `input`: it is the claim's own data that cannot be calculated with. */
export type NoEntitlement = Refusal & { readonly input?: boolean };

/** What this claim is entitled to, or why nothing can be paid now. Pure: screens preview with it. */
export function entitlementOf(claim: ClaimState, switches: Partial<Switches>): BenefitResult | NoEntitlement {
  try {
    const covered = membershipsOn(claim.eventOn, claim.memberships, switches);
    const calculation = calculateBenefits({
      programme: claim.kind === 'accident' ? 'jkk' : (claim.programme ?? 'jkm'),
      event: claim.kind,
      on: claim.eventOn,
      memberships: covered.memberships,
      hasHeir: claim.heirs?.payeeClass !== 'funeralArranger',
      switches,
      ...(claim.wageBase === undefined ? {} : { wageBase: claim.wageBase }),
      ...(claim.kind === 'death' && claim.programme !== 'jkk' ? {} : claim.injury),
    });
    if (calculation.total === 0) {
      const why = calculation.reasons.map((reason) => NO_BENEFIT_TERMS[reason]).join(', ');
      return refuse('point-open', `Tidak ada manfaat yang dapat dibayar: ${why}. Usulkan penolakan dengan alasannya.`, BENEFIT_RULE);
    }
    const conditions = [...new Set([...calculation.conditions, ...covered.conditions])].map((condition) => CONDITION_TERMS[condition]);
    if (conditions.length > 0) return refuse('point-open', `Syarat belum terpenuhi: ${conditions.join(', ')}.`, BENEFIT_RULE);
    return calculation;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...refuse('point-open', `Manfaat belum dapat dihitung: ${error.message}`, BENEFIT_RULE), input: true };
  }
}
