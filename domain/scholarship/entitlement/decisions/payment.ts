import { refuseBareFinding, type UnknownFinding } from '#domain/money/payout/finding.ts';
import { refuseSecondPerson } from '#domain/people/four-eyes.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { EntitlementCommand } from '#domain/scholarship/entitlement/commands.ts';
import type { EntitlementFactBody } from '#domain/scholarship/entitlement/facts.ts';
import { type Entitlement, lineOf } from '#domain/scholarship/entitlement/state.ts';

const UNKNOWN = 'design.md section 5: unknown payments';

type Resolve = Extract<EntitlementCommand, { type: 'resolveUnknownPayment' }>;

/** Only the bank's own word moves an unknown payment, or, where it stays silent, two persons who read its statement and say the same. */
export function resolveUnknownPayment(one: Entitlement, command: Resolve): EntitlementFactBody | Refusal {
  const { schoolYear, issue, finding, actor } = command;
  const evidence = command.evidence.trim();
  const bare = refuseBareFinding(finding, evidence);
  if (bare) return bare;
  const line = lineOf(one, schoolYear);
  if (line?.state !== 'unknown' || line.payout?.issue !== issue) {
    return refuse('not-allowed-in-status', 'Pembayaran itu tidak sedang menunggu kepastian bank.', UNKNOWN);
  }
  if (line.resolution) return refuse('not-allowed-in-status', 'Dua orang sudah memutuskannya; pembayarannya segera mengikuti.', UNKNOWN);
  const subject = { schoolYear, payoutId: line.payout.payoutId, issue };
  const first = line.findings?.find((proposed) => isSame(proposed.finding, finding))?.by;
  if (!first) return { type: 'year.finding-proposed', ...subject, finding, evidence };
  const second = refuseSecondPerson(first, actor);
  if (second) return second;
  const { attempt } = line;
  const resolution = { ...finding, maker: first.id, checker: actor.id, ...(attempt === undefined ? {} : { attempt }) };
  return { type: 'year.payment-resolved', ...subject, resolution, evidence };
}

function isSame(one: UnknownFinding, other: UnknownFinding): boolean {
  if (one.outcome === 'paid') return other.outcome === 'paid' && one.bankReference === other.bankReference;
  return other.outcome === 'unpaid';
}
