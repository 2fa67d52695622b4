import type { PayoutResolution, RequestedPaper } from '#domain/claim/facts.ts';
import type { Proposal, UnknownFinding } from '#domain/claim/parts.ts';
import { formatInstant } from '#domain/format/date.ts';
import type { Zone } from '#domain/time/calendar/zone.ts';
import { GROUND_RULES } from '#domain/time/clock/grounds.ts';
import { oneLine, paperLabel } from './explain-labels.ts';

/** What waits for a second person. */
export function proposalLines(proposal: Proposal, zone: Zone): readonly string[] {
  switch (proposal.type) {
    case 'pause': {
      const { ground, from, source } = proposal;
      return [`menjeda batas waktu karena ${GROUND_RULES[ground].label} sejak ${formatInstant(from, zone)}`, `dasar: ${oneLine(source)}`];
    }
    case 'revocation':
      return ['mencabut kelengkapan', ...requestedLines(proposal.papers), `alasan: ${oneLine(proposal.reason)}`];
    case 'withdrawal':
      return ['menarik klaim', `alasan: ${oneLine(proposal.reason)}`];
    case 'release': {
      const { verdict, payoutId, reason } = proposal;
      return [`${verdict === 'pay' ? 'melepas' : 'tidak melepas'} pembayaran ${payoutId}`, `alasan: ${oneLine(reason)}`];
    }
    case 'exemption':
      return [`mengirim pembayaran ${proposal.payoutId} dalam masa beku`, `alasan: ${oneLine(proposal.reason)}`];
    case 'finding': {
      const { payoutId, issue, finding, evidence } = proposal;
      return [`${payoutId}, perintah ke-${issue}: ${findingText(finding)}`, `bukti: ${oneLine(evidence)}`];
    }
  }
}

export function findingText(finding: UnknownFinding | PayoutResolution): string {
  return finding.outcome === 'paid' ? `sudah dibayar, referensi bank ${oneLine(finding.bankReference)}` : 'tidak dibayar';
}

export function requestedLines(papers: readonly RequestedPaper[]): readonly string[] {
  return papers.map(({ paper, reason }) => `${paperLabel(paper)}: ${oneLine(reason)}`);
}
