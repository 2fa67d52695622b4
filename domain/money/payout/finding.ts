import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/calendar/instant.ts';

/** What a person read on the bank's own statement about a payment the bank's gateway is silent about. */
export type UnknownFinding =
  /** `paidAt`: when, by the statement; the clocks stop there. Where it is not said, when the second person said it. */
  { readonly outcome: 'paid'; readonly bankReference: string; readonly paidAt?: Instant } | { readonly outcome: 'unpaid' };

/** Undefined when it says what it rests on. */
export function refuseBareFinding(finding: UnknownFinding, evidence: string): Refusal | undefined {
  if (evidence.trim() === '') {
    return refuse('invalid-command', 'Sebutkan bukti dari bank, misalnya rekening koran dan tanggalnya.', 'evidence');
  }
  if (finding.outcome === 'paid' && finding.bankReference.trim() === '') {
    return refuse('invalid-command', 'Isi nomor referensi bank dari rekening koran.', 'bankReference');
  }
  return undefined;
}
