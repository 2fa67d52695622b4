import { formatRupiah } from '#domain/format/rupiah.ts';
import { InputError } from '#domain/input-error.ts';
import type { BenefitInput, BenefitResult } from '#domain/law/benefit/benefit-input.ts';
import { calculateBenefits, totalIfEmployerArrearsKept } from '#domain/law/benefit/calculate.ts';
import { membershipsOn } from '#domain/law/coverage/memberships.ts';
import type { Rupiah } from '#domain/money/money.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { employersIn, type Rules, readingsFor } from './readings.ts';
import type { ClaimState } from './state.ts';
import { CONDITION_TERMS, NO_BENEFIT_TERMS } from './terms.ts';

const BENEFIT_RULE = 'rules.md section 3';

/** `input`: it is the claim's own data that cannot be calculated with. */
export type NoEntitlement = Refusal & { readonly input?: boolean };

/** What this claim is entitled to, or why nothing can be paid now. Pure: screens preview with it. */
export function entitlementOf(claim: ClaimState, rules: Rules): BenefitResult | NoEntitlement {
  const switches = readingsFor(rules);
  try {
    const covered = membershipsOn(claim.eventOn, claim.memberships, switches);
    const input: BenefitInput = {
      programme: claim.kind === 'accident' ? 'jkk' : (claim.programme ?? 'jkm'),
      event: claim.kind,
      on: claim.eventOn,
      memberships: covered.memberships,
      hasHeir: claim.heirs?.payeeClass !== 'funeralArranger',
      switches,
      ...(claim.wageBase === undefined ? {} : { wageBase: claim.wageBase }),
      ...(claim.kind === 'death' && claim.programme !== 'jkk' ? {} : claim.injury),
    };
    const options = { employers: employersIn(rules) };
    const calculation = calculateBenefits(input, options);
    if (calculation.total === 0) return nothingToPay(calculation, totalIfEmployerArrearsKept(input, options));
    const conditions = [...new Set([...calculation.conditions, ...covered.conditions])].map((condition) => CONDITION_TERMS[condition]);
    if (conditions.length > 0) return refuse('point-open', `Syarat belum terpenuhi: ${conditions.join(', ')}.`, BENEFIT_RULE);
    return calculation;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...refuse('point-open', `Manfaat belum dapat dihitung: ${error.message}`, BENEFIT_RULE), input: true };
  }
}

/** Both answers where the law leaves one open: nobody is rejected on a reading nobody was shown. */
function nothingToPay({ reasons }: BenefitResult, kept: Rupiah | undefined): Refusal {
  const why = reasons.map((reason) => NO_BENEFIT_TERMS[reason]).join(', ');
  const text = `Tidak ada manfaat yang dapat dibayar: ${why}.`;
  if (kept === undefined) return refuse('point-open', `${text} Usulkan penolakan dengan alasannya.`, BENEFIT_RULE);
  const both = `Yang menunggak pemberi kerja: bila hak pekerja tidak gugur, jumlahnya ${formatRupiah(kept)}.`;
  return refuse('point-open', `${text} ${both} Mintakan keputusan bagian hukum dahulu.`, BENEFIT_RULE);
}
