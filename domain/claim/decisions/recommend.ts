import type { BenefitResult } from '../../benefit/benefit-input.ts';
import { calculateBenefits } from '../../benefit/calculate.ts';
import { membershipsOn } from '../../coverage/memberships.ts';
import { InputError } from '../../input-error.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Switches } from '../../rules/switches.ts';
import { type ClockContext, startClock } from '../clocks.ts';
import type { CommandOf } from '../commands.ts';
import type { FactBody } from '../facts.ts';
import type { ClaimState } from '../state.ts';
import type { Point } from '../statuses.ts';

const NEEDED_FOR_PAYMENT = ['completeness', 'programme', 'heirs', 'payee'] as const satisfies readonly Point[];

/** Nobody types an amount: the facts of the claim and the rule pack of the event date give it, and the receipt keeps every step. */
export function recommend(claim: ClaimState, command: CommandOf<'recommend'>, context: ClockContext): FactBody[] | Refusal {
  const waits = startClock('second-eyes', context.at);
  if (command.outcome === 'reject') {
    const text = command.text.trim();
    if (text === '') return refuse('invalid-command', 'Tulis penjelasan penolakan yang akan dibaca keluarga.', 'text');
    return [{ type: 'claim.recommended', outcome: 'reject', reason: command.reason, text }, waits];
  }
  const open = NEEDED_FOR_PAYMENT.find((point) => claim.points[point] === undefined || claim.points[point]?.verdict === 'returned');
  if (open) return refuse('point-open', `Selesaikan dahulu: ${open}.`, 'design.md section 3: points under four eyes');
  const calculation = entitlementOf(claim, context.switches);
  if ('refused' in calculation) return calculation;
  const unpaid = calculation.lines.find((line) => claim.payees[line.payeeClass] === undefined);
  if (unpaid) {
    return refuse(
      'point-open',
      `Rekening penerima untuk ${unpaid.benefit} (${unpaid.payeeClass}) belum dikonfirmasi.`,
      'design.md section 5',
    );
  }
  const { pack, lines, total, explanation } = calculation;
  return [{ type: 'claim.recommended', outcome: 'pay', pack, lines, total, explanation }, waits];
}

/** What this claim is entitled to, or why nothing can be paid now. Pure: screens preview with it. */
export function entitlementOf(claim: ClaimState, switches: Partial<Switches>): BenefitResult | Refusal {
  try {
    const covered = membershipsOn(claim.eventOn, claim.memberships, switches);
    const calculation = calculateBenefits({
      programme: claim.programme ?? 'jkm',
      event: 'death',
      on: claim.eventOn,
      memberships: covered.memberships,
      hasHeir: claim.heirs?.payeeClass !== 'funeralArranger',
      switches,
      ...(claim.wageBase === undefined ? {} : { wageBase: claim.wageBase }),
    });
    if (calculation.total === 0) {
      const why = calculation.reasons.join(', ');
      return refuse(
        'point-open',
        `Tidak ada manfaat yang dapat dibayar (${why}). Usulkan penolakan dengan alasannya.`,
        'rules.md section 3',
      );
    }
    const conditions = [...new Set([...calculation.conditions, ...covered.conditions])];
    if (conditions.length > 0) return refuse('point-open', `Syarat belum terpenuhi: ${conditions.join(', ')}.`, 'rules.md section 3');
    return calculation;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refuse('point-open', `Manfaat belum dapat dihitung: ${error.message}`, error.field);
  }
}
