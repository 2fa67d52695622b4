import type { Role } from '#domain/actor.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { EntitlementCommand } from '../commands.ts';
import type { EntitlementFactBody } from '../facts.ts';
import type { PaymentFinding } from '../parts.ts';
import { type Entitlement, lineOf } from '../state.ts';

const UNKNOWN = 'design.md section 5: unknown payments';
const FOUR_EYES = 'design.md section 3: four eyes';
/** One of the two is somebody who decides. */
const SENIOR: readonly Role[] = ['approver', 'supervisor'];

type Resolve = Extract<EntitlementCommand, { type: 'resolveUnknownPayment' }>;

/** Only the bank's own word moves an unknown payment, or, where it stays silent, two persons who read its statement and say the same. */
export function resolveUnknownPayment(one: Entitlement, command: Resolve): EntitlementFactBody | Refusal {
  const { schoolYear, issue, finding, actor } = command;
  const evidence = command.evidence.trim();
  if (evidence === '') return refuse('invalid-command', 'Sebutkan bukti dari bank, misalnya rekening koran dan tanggalnya.', 'evidence');
  if (finding.outcome === 'paid' && finding.bankReference.trim() === '') {
    return refuse('invalid-command', 'Isi nomor referensi bank dari rekening koran.', 'bankReference');
  }
  const line = lineOf(one, schoolYear);
  if (line?.state !== 'unknown' || line.payout?.issue !== issue) {
    return refuse('not-allowed-in-status', 'Pembayaran itu tidak sedang menunggu kepastian bank.', UNKNOWN);
  }
  if (line.resolution) return refuse('not-allowed-in-status', 'Dua orang sudah memutuskannya; pembayarannya segera mengikuti.', UNKNOWN);
  const subject = { schoolYear, payoutId: line.payout.payoutId, issue };
  const first = line.findings?.find((proposed) => isSame(proposed.finding, finding))?.by;
  if (!first) return { type: 'year.finding-proposed', ...subject, finding, evidence };
  if (first.id === actor.id) return refuse('maker-is-checker', 'Anda yang mengusulkannya. Orang kedua memutuskan.', FOUR_EYES);
  if (![first.role, actor.role].some((role) => SENIOR.includes(role))) {
    return refuse('not-your-role', 'Salah satu dari keduanya harus pemeriksa kedua atau penyelia.', FOUR_EYES);
  }
  const { attempt } = line;
  const resolution = { ...finding, maker: first.id, checker: actor.id, ...(attempt === undefined ? {} : { attempt }) };
  return { type: 'year.payment-resolved', ...subject, resolution, evidence };
}

function isSame(one: PaymentFinding, other: PaymentFinding): boolean {
  if (one.outcome === 'paid') return other.outcome === 'paid' && one.bankReference === other.bankReference;
  return other.outcome === 'unpaid';
}
