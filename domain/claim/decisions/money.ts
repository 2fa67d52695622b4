import type { ClockContext } from '#domain/claim/clocks.ts';
import type { CommandOf } from '#domain/claim/commands.ts';
import type { FactBody, PayoutOrdered } from '#domain/claim/facts.ts';
import { refuseSubmitter } from '#domain/claim/payees.ts';
import { isLateCompensation, orderedNow } from '#domain/claim/payout-lines.ts';
import { withSecondPerson } from '#domain/claim/proposals.ts';
import type { ClaimState } from '#domain/claim/state.ts';
import { PAYEE_TERMS } from '#domain/claim/terms.ts';
import { sharingAllowed } from '#domain/money/payout/account-use.ts';
import { refuseBareFinding } from '#domain/money/payout/finding.ts';
import { isSamePerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';

const RELEASES = 'design.md section 4: late money';
const UNKNOWN = 'design.md section 5: unknown payments';
const FROZEN = 'design.md section 5: freeze periods';

/** Money the machine proposed leaves, or does not, when two persons say the same; so does one that the bank refused or took back after a release. */
export function releasePayout(claim: ClaimState, command: CommandOf<'releasePayout'>, context: ClockContext): FactBody[] | Refusal {
  const { payoutId, verdict } = command;
  const reason = command.reason.trim();
  if (reason === '') return refuse('invalid-command', 'Tulis alasan keputusan ini.', 'reason');
  const payout = claim.payouts.find((one) => one.payoutId === payoutId && isLateCompensation(one));
  if (!payout) return refuse('invalid-command', 'Pembayaran itu tidak sedang menunggu keputusan.', 'payoutId');
  if (payout.state !== 'held' && payout.state !== 'refused' && payout.state !== 'reversed') {
    return refuse('already-paid', 'Pembayaran itu sudah diputuskan.', RELEASES);
  }
  const payee = claim.payees[payout.payeeClass];
  if (verdict === 'pay' && !payee) {
    return refuse('point-open', `Rekening ${PAYEE_TERMS[payout.payeeClass]} belum dikonfirmasi.`, 'design.md section 5');
  }
  const submitter = verdict === 'pay' ? refuseSubmitter(claim, payee?.personId ?? null) : undefined;
  if (submitter) return submitter;
  const answer = withSecondPerson(claim, command.actor, { type: 'release', payoutId, verdict, reason });
  if ('refused' in answer) return answer;
  if ('proposed' in answer) return answer.proposed;
  if (verdict === 'decline' || !payee) return [{ type: 'payout.declined', payoutId, reason }];
  if (isSamePerson(payee.maker, command.actor.id) && claim.points.payee?.verdict !== 'approved') {
    return refuse('maker-is-checker', 'Rekening ini Anda konfirmasi sendiri. Orang lain yang melepas pembayarannya.', RELEASES);
  }
  const { programme, payeeClass, amount, lines } = payout;
  const { personId, accountRef } = payee;
  const people = { maker: answer.first.id, checker: command.actor.id, ...sharingAllowed(payee.shared) };
  const order: PayoutOrdered = { payoutId, programme, payeeClass, amount, lines, personId, accountRef, ...people, issue: payout.issue + 1 };
  return [orderedNow(order, context)];
}

/** Only the bank's own word moves an unknown payment, or, where its gateway stays silent, two persons who read its statement. */
export function resolveUnknownPayout(
  claim: ClaimState,
  command: CommandOf<'resolveUnknownPayout'>,
  { at }: ClockContext,
): FactBody[] | Refusal {
  const { payoutId, issue, finding } = command;
  const evidence = command.evidence.trim();
  const bare = refuseBareFinding(finding, evidence);
  if (bare) return bare;
  if (finding.outcome === 'paid' && (finding.paidAt ?? at) > at) {
    return refuse('invalid-command', 'Waktu pembayaran menurut rekening koran tidak mungkin di masa depan.', 'paidAt');
  }
  const payout = claim.payouts.find((one) => one.payoutId === payoutId && one.issue === issue);
  if (payout?.state !== 'unknown') {
    return refuse('not-allowed-in-status', 'Pembayaran itu tidak sedang menunggu kepastian bank.', UNKNOWN);
  }
  const answer = withSecondPerson(claim, command.actor, { type: 'finding', payoutId, issue, finding, evidence });
  if ('refused' in answer) return answer;
  if ('proposed' in answer) return answer.proposed;
  const { attempt } = payout;
  const people = { maker: answer.first.id, checker: command.actor.id, ...(attempt === undefined ? {} : { attempt }) };
  return [{ type: 'payout.resolved', payoutId, issue, resolution: { ...finding, ...people } }];
}

/** An order waits for the end of a freeze, or for two persons who know why this family cannot. */
export function exemptPayout(claim: ClaimState, command: CommandOf<'exemptPayout'>): FactBody[] | Refusal {
  const { payoutId } = command;
  const reason = command.reason.trim();
  if (reason === '') return refuse('invalid-command', 'Tulis alasan pengecualian ini.', 'reason');
  const payout = claim.payouts.find((one) => one.payoutId === payoutId);
  if (payout?.state !== 'ordered') return refuse('not-allowed-in-status', 'Pembayaran itu tidak sedang menunggu dikirim.', FROZEN);
  if (payout.exempted) return refuse('not-allowed-in-status', 'Pembayaran itu sudah dikecualikan dari masa beku.', FROZEN);
  const { issue } = payout;
  const answer = withSecondPerson(claim, command.actor, { type: 'exemption', payoutId, issue, reason });
  if ('refused' in answer) return answer;
  if ('proposed' in answer) return answer.proposed;
  return [{ type: 'payout.exempted', payoutId, issue, reason, maker: answer.first.id, checker: command.actor.id }];
}
