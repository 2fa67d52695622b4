import { type Refusal, refuse } from '../../refusal.ts';
import { type ClockContext, stopRunning } from '../clocks.ts';
import type { CommandOf } from '../commands.ts';
import type { FactBody } from '../facts.ts';
import type { ClaimState } from '../state.ts';

/** Papers already here (same document) are left out, so sending twice is safe; nothing new is no fact. */
export function attachDocuments(claim: ClaimState, command: Pick<CommandOf<'attachDocuments'>, 'papers'>): FactBody[] {
  const known = new Set(claim.papers.map((paper) => paper.documentId));
  const papers = command.papers.filter((paper) => !known.has(paper.documentId));
  return papers.length === 0 ? [] : [{ type: 'claim.documents-attached', papers }];
}

export function verifyDocuments(claim: ClaimState, { verdicts }: CommandOf<'verifyDocuments'>, { at }: ClockContext): FactBody[] | Refusal {
  const known = new Set(claim.papers.map((paper) => paper.documentId));
  const stranger = verdicts.find((verdict) => !known.has(verdict.documentId));
  if (stranger) {
    return refuse('invalid-command', `Dokumen ${stranger.documentId} tidak ada pada klaim ini. Muat ulang daftar berkas.`, 'verdicts');
  }
  return [{ type: 'claim.documents-verified', verdicts }, ...stopRunning(claim, ['first-look'], at)];
}

export function requestCompletion(
  claim: ClaimState,
  { papers }: CommandOf<'requestCompletion'>,
  { at }: ClockContext,
): FactBody[] | Refusal {
  if (papers.length === 0) return refuse('invalid-command', 'Sebutkan paling sedikit satu berkas yang diminta.', 'papers');
  return [{ type: 'claim.completeness-requested', papers }, ...stopRunning(claim, ['first-look'], at)];
}
